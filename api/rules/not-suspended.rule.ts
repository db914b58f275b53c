import { sayMoment, toMs } from '../kernel/moment.js'
import type { Activity } from '../kernel/vocabulary.js'
import type { ConditionFact, SuspensionFact } from '../register/facts.js'
import { sayActivity, sayCondition } from './say.js'
import { NO_REASONS, reason, wordedOnce, type Rule } from './rule.js'

/** Whether a practice took this time for itself: such a suspension names it, and nothing else. */
const isOwn = ({ imposedBy, scope }: SuspensionFact): boolean =>
  scope.every(({ practices }) => practices?.length === 1 && practices[0] === imposedBy)

const sayLifting = (suspension: SuspensionFact): string => {
  const { id, signatories } = suspension
  if (isOwn(suspension)) return `The practice, which imposed it on itself, has to lift ${id}`
  const signed = signatories.length > 0 ? `, signed by ${signatories.join(', ')}` : ''
  return `The department has to lift ${id}${signed}`
}

const sayRemedy = (suspension: SuspensionFact, unmet: readonly ConditionFact[]): string => {
  const { id, releases, conditions } = suspension
  const missing = unmet.map(sayCondition).join('; ')
  if (conditions.length === 0) return `${sayLifting(suspension)}.`
  if (unmet.length === 0) return `${sayLifting(suspension)}: its conditions are met here.`
  return releases
    ? `Suspension ${id} releases the practice once it has: ${missing}.`
    : `${sayLifting(suspension)}; missing here: ${missing}.`
}

interface Told {
  readonly activity: Activity
  readonly unmet: readonly ConditionFact[]
}

const suspended = wordedOnce(
  (suspension: SuspensionFact, { activity, unmet }: Told) =>
    reason(
      'SUSPENDED',
      `${sayActivity(activity)} is suspended by ${suspension.id} since ` +
        `${sayMoment(toMs(suspension.from))}: ${suspension.reason}`,
      { remedy: sayRemedy(suspension, unmet), suspension, unmet },
    ),
  ({ activity, unmet }) => unmet.reduce((key, { id }) => `${key} ${id}`, activity as string),
)

/** No binding suspension holds the practice for the activity. */
export const notSuspended: Rule = ({ suspensions, activity }) => {
  const binding = suspensions.filter(({ suspension }) => suspension.strength === 'BINDING')
  if (binding.length === 0) return NO_REASONS
  return binding.map(({ suspension, unmet }) => suspended(suspension, { activity, unmet }))
}
