import type { Change, NumberedTable } from '../access/change.js'
import type { Actor } from '../kernel/actor.js'
import { toMoment, type Day } from '../kernel/moment.js'
import { keyOf, type BasisFact, type Facts, type Table } from '../register/facts.js'
import type { Register } from '../register/register.js'

/** One fact that a change saved, and the one it replaces. */
export interface SavedFact<T extends Table = Table> {
  readonly table: T
  readonly key: string
  readonly before: Facts[T] | null
  readonly after: Facts[T]
}

/** A change under way: what its command may use, and what it saved, in order. */
export interface OpenChange {
  readonly change: Change
  readonly saved: readonly SavedFact[]
  readonly claims: Claims
}

/** The rows that a change writes over, as they were before it. */
export const basisOf = ({ saved }: OpenChange): BasisFact[] => {
  const first = new Map<string, Facts[Table] | null>()
  for (const { table, key, before } of saved) {
    const row = `${table}/${key}`
    if (!first.has(row)) first.set(row, before)
  }
  return [...first].flatMap(([row, before]) => (before ? [{ row, version: before.version }] : []))
}

/** What a command says of its own change, for the gate to judge. */
export interface Claims {
  /** The days it tells of, where it is evidence by the party that is named. */
  readonly evidenceOf: readonly Day[]
  /** The days it tells of, where it is ordinary evidence by another. */
  readonly toldOf: readonly Day[]
  /** Suspensions whose signatories have to sign, whatever it turns. */
  readonly signatoriesOf: readonly string[]
  readonly takesBackOwn: boolean
}

const ID_LETTER: Record<NumberedTable, string> = {
  rollout: 'R',
  mailing: 'M',
  suspension: 'S',
  consultation: 'C',
  agreement: 'G',
  signoff: 'F',
  dispensation: 'D',
  assurance: 'A',
  breach: 'B',
  proposal: 'P',
}

/** Opens a change on a register of its own; nobody else sees what it saves. */
export const openChange = (actor: Actor, nowMs: number, register: Register): OpenChange => {
  const saved: SavedFact[] = []
  const evidenceOf: Day[] = []
  const toldOf: Day[] = []
  const signatoriesOf: string[] = []
  const claims = { evidenceOf, toldOf, signatoriesOf, takesBackOwn: false }
  const change: Change = {
    actor,
    nowMs,
    now: toMoment(nowMs),
    register,
    // Facts are never removed, and the lock is held: their number is the last id drawn.
    newId: (table) => `${ID_LETTER[table]}-${register.count(table) + 1}`,
    vouchFor: (day) => {
      evidenceOf.push(day)
    },
    tellOf: (day) => {
      toldOf.push(day)
    },
    needSignatoriesOf: (suspension) => {
      signatoriesOf.push(suspension)
    },
    takeBackOwn: () => {
      claims.takesBackOwn = true
    },
    save: (table, stated) => {
      const key = keyOf(table, stated as Facts[typeof table])
      const before = register.get(table, key) ?? null
      const version = (before?.version ?? 0) + 1
      const after = { ...stated, version } as unknown as Facts[typeof table]
      register.put(table, after)
      saved.push({ table, key, before, after })
      return after
    },
  }
  return { change, saved, claims }
}
