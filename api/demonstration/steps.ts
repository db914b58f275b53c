import { DEMONSTRATION_BEGINS_MS } from '../kernel/clock.js'
import { toMoment, type Moment } from '../kernel/moment.js'
import { acceleration } from './acceleration.js'
import { earlyAdopters, opening } from './early-adopters.js'
import { jointStatement } from './joint-statement.js'
import { reviews } from './reviews.js'
import type { Step } from './step.js'
import { suspensionOfApril } from './suspension.js'

/** Until when the demonstration is played where nobody says it. */
export const USUALLY_UNTIL: Moment = toMoment(DEMONSTRATION_BEGINS_MS)

/** England from March 2007 until a moment, each change at its own day, in order of time. */
export const demonstrationSteps = (until: Moment = USUALLY_UNTIL): Step[] =>
  [
    ...opening(until),
    ...earlyAdopters(),
    ...acceleration(),
    ...suspensionOfApril(),
    ...jointStatement(),
    ...reviews(),
  ]
    .filter(({ at }) => at < until)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
