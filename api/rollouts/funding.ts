import { GraphQLSafeInt } from 'graphql-scalars'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import type { FundingFact } from '../register/facts.js'

/** Money for a rollout, to be used by a day. */
@ObjectType({ description: 'Money for a rollout, to be used by a day.', simpleResolvers: true })
export class Funding implements FundingFact {
  @Field(() => ID, { description: 'Code of the organisation that pays.' })
  payer!: string

  @Field(() => GraphQLSafeInt, { description: 'How much, in pence.' })
  pence!: number

  @Field(() => GraphQLDay, { description: 'The last day on which it may be used.' })
  useBy!: Day
}
