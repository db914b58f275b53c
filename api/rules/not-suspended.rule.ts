import { sayMoment, toMs } from '../kernel/moment.js'
import type { Activity } from '../kernel/vocabulary.js'
import type { ConditionFact, SuspensionFact } from '../register/facts.js'
import { sayActivity, sayCondition } from './say.js'
import { NO_REASONS, reason, wordedOnce, type Rule } from './rule.js'

const sayRemedy = (
  { id, releases, conditions }: SuspensionFact,
  unmet: readonly ConditionFact[],
): string => {
  const missing = unmet.map(sayCondition).join('; ')
  if (conditions.length === 0) return `Suspension ${id} has to be lifted.`
  if (unmet.length === 0) return `Suspension ${id} has to be lifted: its conditions are met here.`
  return releases
    ? `Suspension ${id} releases the practice once it has: ${missing}.`
    : `Suspension ${id} has to be lifted; missing here: ${missing}.`
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
