import type { Change } from '../access/change.js'
import type { Actor } from '../kernel/actor.js'
import { toMoment } from '../kernel/moment.js'
import { keyOf, type Facts, type Table } from '../register/facts.js'
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
}

const ID_LETTER = { rollout: 'R', mailing: 'M', suspension: 'S' } as const

/** Opens a change on a register of its own; nobody else sees what it saves. */
export const openChange = (actor: Actor, nowMs: number, register: Register): OpenChange => {
  const saved: SavedFact[] = []
  const change: Change = {
    actor,
    nowMs,
    now: toMoment(nowMs),
    register,
    // Facts are never removed, and the lock is held: their number is the last id drawn.
    newId: (table) => `${ID_LETTER[table]}-${register.count(table) + 1}`,
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
  return { change, saved }
}
