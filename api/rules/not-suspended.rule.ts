import { sayMoment, toMs } from '../kernel/moment.js'
import { sayActivity } from './say.js'
import { reason, type Rule } from './rule.js'

/** No binding suspension holds the practice for the activity. */
export const notSuspended: Rule = ({ suspensions, activity }) =>
  suspensions
    .filter(({ strength }) => strength === 'BINDING')
    .map((suspension) =>
      reason(
        'SUSPENDED',
        `${sayActivity(activity)} is suspended by ${suspension.id} since ` +
          `${sayMoment(toMs(suspension.from))}: ${suspension.reason}`,
        { remedy: `Suspension ${suspension.id} has to be lifted.`, suspension },
      ),
    )
