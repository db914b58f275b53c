import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { Refusal } from '../kernel/refusal.js'
import type { Moment } from '../kernel/moment.js'
import { sayCode } from '../kernel/say-code.js'
import { Classification } from '../kernel/vocabulary.js'
import type { RolloutFact } from '../register/facts.js'
import { refuseEnded } from './start-rollout.command.js'

@InputType({ description: 'The new classification of a rollout.' })
export class ReclassifyRolloutInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the rollout.' })
  id!: string

  @Field(() => Classification, { description: 'The wave it belongs to from now on.' })
  classification!: Classification

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}

const decideReclassification = (
  rollout: RolloutFact,
  classification: Classification,
  now: Moment,
): RolloutFact => {
  if (rollout.classification === classification) {
    const wave = sayCode(classification)
    throw new Refusal('UNCHANGED', `Rollout ${rollout.id} is classified ${wave} already.`)
  }
  const earlier = { classification: rollout.classification, until: now }
  return {
    ...rollout,
    classification,
    earlierClassifications: [...rollout.earlierClassifications, earlier],
  }
}

/** Moves a rollout to another wave, from now on; what it was before stays on record. */
export const reclassifyRollout = command(
  'reclassifyRollout',
  (change, { id, classification, version }: ReclassifyRolloutInput): RolloutFact => {
    const rollout = mustBeAt(change.register, 'rollout', id, version)
    refuseEnded(rollout)
    return change.save('rollout', decideReclassification(rollout, classification, change.now))
  },
)
