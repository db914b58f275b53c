import type { BreachFact } from '../register/facts.js'
import type { FoundBreach } from '../rules/breach-of.js'
import type { Change } from './change.js'

/** Writes a breach down as it was found. It is never taken back. */
export const saveBreach = (change: Change, breach: FoundBreach): BreachFact =>
  change.save('breach', { ...breach, id: change.newId('breach') })
