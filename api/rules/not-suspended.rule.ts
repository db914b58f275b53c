import { sayMoment, toMs } from '../kernel/moment.js'
import type { Activity } from '../kernel/vocabulary.js'
import type { SuspensionFact } from '../register/facts.js'
import { sayActivity } from './say.js'
import { reason, wordedOnce, type Rule } from './rule.js'

const suspended = wordedOnce((suspension: SuspensionFact, activity: Activity) =>
  reason(
    'SUSPENDED',
    `${sayActivity(activity)} is suspended by ${suspension.id} since ` +
      `${sayMoment(toMs(suspension.from))}: ${suspension.reason}`,
    { remedy: `Suspension ${suspension.id} has to be lifted.`, suspension },
  ),
)

/** No binding suspension holds the practice for the activity. */
export const notSuspended: Rule = ({ suspensions, activity }) =>
  suspensions
    .filter(({ strength }) => strength === 'BINDING')
    .map((suspension) => suspended(suspension, activity))
