import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import { Classification } from '../kernel/vocabulary.js'
import { refuseForeignPractices } from '../regions/members.js'
import type { RolloutFact } from '../register/facts.js'

const PRACTICES_MAX = 10_000

@InputType({ description: 'A rollout to plan.' })
export class PlanRolloutInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => ID, { description: 'Code of the region.' })
  region!: string

  @Field(() => Classification, { description: 'The wave it belongs to.' })
  classification!: Classification

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the practices it covers; all of the region where it is left out.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRACTICES_MAX)
  @AllDifferent()
  practices?: string[] | null

  @Field(() => GraphQLDay, { nullable: true, description: 'The day it is planned to start.' })
  plannedOn?: Day | null
}

/** Plans a rollout. A plan starts nothing. */
export const planRollout = command(
  'planRollout',
  (change, input: PlanRolloutInput): RolloutFact => {
    const { programme, region, classification, practices = null, plannedOn = null } = input
    mustFind(change.register, 'programme', programme)
    mustFind(change.register, 'region', region)
    refuseOutsideRegion(change, region)
    refuseForeignPractices(change, region, practices)
    return change.save('rollout', {
      id: change.newId('rollout'),
      programme,
      region,
      classification,
      earlierClassifications: [],
      practices,
      plannedOn,
      startedAt: null,
      endedAt: null,
      funding: null,
    })
  },
)
