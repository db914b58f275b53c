import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Condition } from '../assurances/condition.js'
import type * as rules from '../rules/conditions.js'

@ObjectType({ description: 'How a condition stands for one practice.', simpleResolvers: true })
export class ConditionState implements rules.ConditionState {
  @Field(() => Condition, { description: 'The condition.' })
  condition!: Condition

  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean

  @Field(() => [ID], {
    description: 'Ids of the mailing, consultations, agreements or sign-offs that meet it.',
  })
  evidence!: readonly string[]
}

@ObjectType({ description: 'How a condition stands over practices.', simpleResolvers: true })
export class ConditionProgress implements rules.ConditionProgress {
  @Field(() => Condition, { description: 'The condition.' })
  condition!: Condition

  @Field(() => Int, { description: 'How many practices meet it.' })
  met!: number

  @Field(() => Int, { description: 'How many practices do not.' })
  unmet!: number
}
