import { toMs } from '../kernel/moment.js'
import type { PurdahFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { contains, intersect, isEmpty, type Interval } from './intervals.js'

const intervalOf = ({ from, to }: PurdahFact): Interval => ({
  fromMs: toMs(from),
  toMs: to === null ? Number.POSITIVE_INFINITY : toMs(to),
})

/** Whether a pre-election period is in force at a moment. */
export const isUnder = (purdah: PurdahFact, atMs: number): boolean =>
  contains(intervalOf(purdah), atMs)

/** The pre-election period that overlaps an interval: of several, the one that ends last. */
export const purdahDuring = (register: Register, during: Interval): PurdahFact | undefined =>
  [...register.all('purdah')]
    .filter((purdah) => !isEmpty(intersect(intervalOf(purdah), during)))
    .sort((a, b) => intervalOf(a).toMs - intervalOf(b).toMs)
    .at(-1)

/** The pre-election period that a moment lies in; undefined where it is under no purdah. */
export const purdahAt = (register: Register, atMs: number): PurdahFact | undefined =>
  purdahDuring(register, momentary(atMs))

/** The interval of one moment. */
export const momentary = (atMs: number): Interval => ({ fromMs: atMs, toMs: atMs + 1 })
