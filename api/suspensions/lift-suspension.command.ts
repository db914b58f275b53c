import { InputType } from 'type-graphql'
import { command, type Change } from '../access/change.js'
import { Refusal } from '../kernel/refusal.js'
import type { SuspensionFact } from '../register/facts.js'
import { conditionProgress } from '../rules/conditions.js'
import { rulerOf } from '../rules/ruler.js'
import { sayCondition } from '../rules/say.js'
import { mustBeEndable } from './ending.js'
import { SuspensionVersionInput } from './suspension.inputs.js'

@InputType({ description: 'A suspension to lift.' })
export class LiftSuspensionInput extends SuspensionVersionInput {}

const sayPractices = (count: number): string =>
  count === 1 ? '1 practice' : `${count.toLocaleString('en-GB')} practices`

/** What was promised until the conditions are met is not lifted while one is unmet anywhere. */
const refuseUnmet = ({ register, nowMs }: Change, suspension: SuspensionFact): void => {
  const ruler = rulerOf(register, suspension.programme, nowMs)
  const progress = ruler
    ? conditionProgress(ruler, suspension, register.all('practice'), nowMs)
    : []
  const lacking = progress.filter(({ unmet }) => unmet > 0)
  if (lacking.length === 0) return
  const said = lacking.map(
    ({ condition, unmet }) => `${condition.id}, ${sayCondition(condition)} (unmet at ${sayPractices(unmet)})`,
  )
  throw new Refusal(
    'CONDITIONS_UNMET',
    `Suspension ${suspension.id} cannot be lifted, for its conditions are not met: ` +
      `${said.join('; ')}. Its signatories may agree to dispense, to replace or to annul it.`,
    { conditions: lacking.map(({ condition: { id, kind }, unmet }) => ({ id, kind, unmet })) },
  )
}

/** Lifts a suspension as a whole, from now on: its conditions are met. */
export const liftSuspension = command(
  'liftSuspension',
  (change, input: LiftSuspensionInput): SuspensionFact => {
    const suspension = mustBeEndable(change, input)
    refuseUnmet(change, suspension)
    return change.save('suspension', {
      ...suspension,
      endedAt: change.now,
      ending: 'LIFTED',
      endingReason: input.reason,
    })
  },
)
