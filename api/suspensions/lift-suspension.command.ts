import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { SuspensionFact } from '../register/facts.js'

@InputType({ description: 'A suspension to lift.' })
export class LiftSuspensionInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

/** Lifts a suspension as a whole, from now on. */
export const liftSuspension = command(
  'liftSuspension',
  (change, { id, version }: LiftSuspensionInput): SuspensionFact => {
    const suspension = mustBeAt(change.register, 'suspension', id, version)
    if (suspension.endedAt !== null) {
      const ended = sayMoment(toMs(suspension.endedAt))
      throw new Refusal('ALREADY_ENDED', `Suspension ${id} ended on ${ended}.`)
    }
    return change.save('suspension', { ...suspension, endedAt: change.now, ending: 'LIFTED' })
  },
)
