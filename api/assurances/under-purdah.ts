import { DAY_MS, startOfDayMs, type Day } from '../kernel/moment.js'
import type { PurdahFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { purdahAt } from '../rules/purdah.js'

/** Noon of a day, by which a thing of that day is placed: of its hour nothing is known. */
export const noonMs = (day: Day): number => startOfDayMs(day) + DAY_MS / 2

/** The purdah period that a day lies in: the one that covers its noon. */
export const purdahOn = (register: Register, day: Day): PurdahFact | undefined =>
  purdahAt(register, noonMs(day))
