import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { sayMoment, toMs, type Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { RolloutFact } from '../register/facts.js'
import { refuseIfHeld } from './refuse-if-held.js'

/** Names a rollout and the version an edit of it is based on. */
@InputType({ description: 'A rollout, and why it starts or ends.' })
export class RolloutVersionInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the rollout.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

/** Refuses to touch a rollout that has ended. */
export const refuseEnded = ({ id, endedAt }: RolloutFact): void => {
  if (endedAt === null) return
  throw new Refusal('ALREADY_ENDED', `Rollout ${id} ended on ${sayMoment(toMs(endedAt))}.`)
}

const decideStart = (rollout: RolloutFact, now: Moment): RolloutFact => {
  const { id, startedAt } = rollout
  if (startedAt === null) return { ...rollout, startedAt: now }
  throw new Refusal('ALREADY_STARTED', `Rollout ${id} started on ${sayMoment(toMs(startedAt))}.`)
}

/** Starts a planned rollout, or refuses and names the suspensions in the way. */
export const startRollout = command(
  'startRollout',
  (change, { id, version }: RolloutVersionInput): RolloutFact => {
    const rollout = mustBeAt(change.register, 'rollout', id, version)
    refuseOutsideRegion(change, rollout.region)
    refuseEnded(rollout)
    const started = decideStart(rollout, change.now)
    refuseIfHeld(change, rollout)
    return change.save('rollout', started)
  },
)
