import { GraphQLSafeInt } from 'graphql-scalars'
import { Min } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustBeAt, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import type { RolloutFact } from '../register/facts.js'
import { refuseEnded } from './start-rollout.command.js'

@InputType({ description: 'Money for a rollout.' })
export class FundRolloutInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the rollout.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => ID, { description: 'Code of the organisation that pays.' })
  payer!: string

  @Field(() => GraphQLSafeInt, { description: 'How much, in pence; more than none.' })
  @Min(1, { message: '$property must be more than 0' })
  pence!: number

  @Field(() => GraphQLDay, { description: 'The last day on which it may be used.' })
  useBy!: Day
}

/** Records the money for a rollout, in place of what was recorded before. It starts nothing. */
export const fundRollout = command(
  'fundRollout',
  (change, { id, version, payer, pence, useBy }: FundRolloutInput): RolloutFact => {
    const rollout = mustBeAt(change.register, 'rollout', id, version)
    refuseOutsideRegion(change, rollout.region)
    refuseEnded(rollout)
    mustFind(change.register, 'organisation', payer)
    return change.save('rollout', { ...rollout, funding: { payer, pence, useBy } })
  },
)
