import { setImmediate } from 'node:timers/promises'
import type { Activity, TurnKind } from '../kernel/vocabulary.js'
import { addDays, dayOf, type Day } from '../kernel/moment.js'
import type { SignaturesFact, TurnFact, Table } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { turnsOf, type Compared } from '../rules/effect.js'
import { TurnsTold } from '../rules/turns-told.js'
import { reachedBy, type Reached } from '../rules/reached.js'
import { rulerSince } from '../rules/ruler.js'
import { weakerPurdah, weakerTerms } from '../rules/weaker.js'
import type { OpenChange, SavedFact } from './open-change.js'

/** What a change comes to, by its effect and not by its name. */
export interface Judgement {
  readonly turns: readonly TurnFact[]
  /** Terms that it weakens, each in a sentence. */
  readonly weakens: readonly string[]
  /** Null where it may apply at once. */
  readonly needs: SignaturesFact | null
}

/** Evidence of an earlier day than this is corrected through the gate. */
const EVIDENCE_DAYS_MAX = 14
/** How long rulings may be kept waiting by an effect. */
const SLICE_MS = 10
const EVIDENCE: readonly Table[] = [
  'mailing', 'agreement', 'consultation', 'signoff', 'live', 'breach',
]

/** Which activities of which practices have to be compared, by programme. */
type Reach = Map<string, Map<string, readonly Activity[]>>

/** One list for all practices that one fact reaches: mostly it is the only fact. */
const withMore = (
  known: readonly Activity[] | undefined,
  more: readonly Activity[],
): readonly Activity[] =>
  !known || known.every((each) => more.includes(each)) ? more : [...new Set([...known, ...more])]

const widen = (
  reach: Reach,
  after: Register,
  reached: Reached,
  everybody: () => string[],
): void => {
  const programmes =
    reached.programmes ?? Array.from(after.all('programme'), ({ code }) => code)
  if (reached.activities.length === 0) return
  for (const programme of programmes) {
    const practices = reach.get(programme) ?? new Map<string, readonly Activity[]>()
    reach.set(programme, practices)
    for (const odsCode of reached.practices ?? everybody()) {
      practices.set(odsCode, withMore(practices.get(odsCode), reached.activities))
    }
  }
}

const reachOf = (before: Register, { change, saved }: OpenChange): Reach => {
  const reach: Reach = new Map()
  let all: string[] | undefined
  // Practices are never removed: those of the register before are among those after.
  const everybody = (): string[] =>
    (all ??= Array.from(change.register.all('practice'), ({ odsCode }) => odsCode))
  for (const { table, before: was, after: is } of saved) {
    if (was) widen(reach, change.register, reachedBy(before, table, was), everybody)
    widen(reach, change.register, reachedBy(change.register, table, is), everybody)
  }
  return reach
}

/** Compares in slices: rulings are answered in between. */
const turnsIn = async (
  compared: Compared,
  programme: string,
  practices: ReadonlyMap<string, readonly Activity[]>,
  sinceMs: number,
  told: TurnsTold,
): Promise<void> => {
  let sliceMs = performance.now()
  for (const [odsCode, activities] of practices) {
    for (const activity of activities) {
      for (const turn of turnsOf(compared, odsCode, activity, sinceMs)) {
        told.add(programme, activity, odsCode, turn)
      }
    }
    if (performance.now() - sliceMs > SLICE_MS) {
      await setImmediate()
      sliceMs = performance.now()
    }
  }
}

/** How a change turns every practice it can reach, over all recorded dates from now on. */
export const effectOf = async (before: Register, open: OpenChange): Promise<TurnFact[]> => {
  const { register: after, nowMs } = open.change
  const told = new TurnsTold()
  for (const [programme, practices] of reachOf(before, open)) {
    const compared = {
      before: rulerSince(before, programme, nowMs),
      after: rulerSince(after, programme, nowMs),
    }
    await turnsIn(compared, programme, practices, nowMs, told)
  }
  return told.facts
}

const weakensBy = ({ table, before, after }: SavedFact, sinceMs: number): string[] => {
  if (table === 'programme') {
    const fact = { before, after } as SavedFact<'programme'>
    return weakerTerms(fact.before ?? undefined, fact.after, sinceMs)
  }
  if (table === 'purdah') {
    const fact = { before, after } as SavedFact<'purdah'>
    return weakerPurdah(fact.before ?? undefined, fact.after)
  }
  return []
}

/** Whether a change is evidence of some days, and nothing else, and all of it is fresh. */
const isFreshEvidence = ({ change, saved }: OpenChange, days: readonly Day[]): boolean => {
  const earliest = addDays(dayOf(change.nowMs), -EVIDENCE_DAYS_MAX)
  return (
    days.length > 0 &&
    days.every((day) => day >= earliest) &&
    saved.every(({ table }) => EVIDENCE.includes(table))
  )
}

/** Suspensions whose signatories are asked, because a term of their programme gets weaker. */
const inForceOver = (register: Register, { saved, change }: OpenChange): string[] => {
  const programmes = saved.flatMap((each) => (each.table === 'programme' ? [each.key] : []))
  const everywhere = saved.some(({ table }) => table === 'purdah')
  return [...register.all('suspension')]
    .filter(({ endedAt }) => endedAt === null || endedAt > change.now)
    .filter(({ programme }) => everywhere || programmes.includes(programme))
    .map(({ id }) => id)
}

const needsOf = (
  before: Register,
  open: OpenChange,
  turns: readonly TurnFact[],
  weakens: readonly string[],
): SignaturesFact | null => {
  const { evidenceOf, toldOf, signatoriesOf, takesBackOwn } = open.claims
  // What the party that is named tells releases what was promised; what others tell only prepares.
  if (takesBackOwn || isFreshEvidence(open, evidenceOf)) return null
  const free: readonly TurnKind[] = isFreshEvidence(open, toldOf)
    ? ['REFUSED', 'CONDITION_MET']
    : ['REFUSED']
  const loosening = turns.filter(({ turn }) => !free.includes(turn))
  if (loosening.length + weakens.length + signatoriesOf.length === 0) return null
  const loosened = new Set([
    ...loosening.flatMap(({ suspension }) => suspension ?? []),
    ...signatoriesOf,
    ...(weakens.length > 0 ? inForceOver(before, open) : []),
  ])
  const organisations = [...loosened].flatMap(
    (id) => before.get('suspension', id)?.signatories ?? [],
  )
  return { administrator: true, organisations: [...new Set(organisations)].sort() }
}

/** Judges a change under way against the register before it. */
export const judge = async (before: Register, open: OpenChange): Promise<Judgement> => {
  const turns = await effectOf(before, open)
  const weakens = open.saved.flatMap((each) => weakensBy(each, open.change.nowMs))
  return { turns, weakens, needs: needsOf(before, open, turns, weakens) }
}
