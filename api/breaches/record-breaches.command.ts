import { command, type WithReason } from '../access/change.js'
import { saveBreach } from '../access/save-breach.js'
import type { BreachFact } from '../register/facts.js'
import type { FoundBreach } from '../rules/breach-of.js'

/** Breaches that were found in reports. */
export interface RecordBreachesInput extends WithReason {
  readonly breaches: readonly FoundBreach[]
}

/** Writes breaches down. What was written down before is not written again. */
export const recordBreaches = command(
  'recordBreaches',
  (change, { breaches }: RecordBreachesInput): BreachFact[] => {
    const nameOf = ({ kind, of }: FoundBreach) => `${kind} ${of}`
    const known = new Set(Array.from(change.register.all('breach'), nameOf))
    return breaches
      .filter((breach) => !known.has(nameOf(breach)))
      .map((breach) => saveBreach(change, breach))
  },
)
