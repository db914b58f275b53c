import { toMs } from '../kernel/moment.js'
import type { PurdahFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

/** The purdah period that covers a moment, by the calendar; undefined where there is none. */
export const purdahAt = (register: Register, atMs: number): PurdahFact | undefined =>
  [...register.all('purdah')].find(
    ({ from, to }) => toMs(from) <= atMs && (to === null || atMs < toMs(to)),
  )
