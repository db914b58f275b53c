import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Activity, Basis, Outcome, ReasonCode } from '../kernel/vocabulary.js'
import { Practice } from '../regions/practice.entity.js'
import { Obligation } from '../regions/programme.entity.js'
import { Rollout } from '../rollouts/rollout.entity.js'
import { Condition } from '../assurances/condition.js'
import { Dispensation } from '../suspensions/dispensation.entity.js'
import { Suspension } from '../suspensions/suspension.entity.js'

@ObjectType({ description: 'One reason to refuse.', simpleResolvers: true })
export class Reason {
  @Field(() => ReasonCode, { description: 'A stable code.' })
  code!: ReasonCode

  @Field(() => String, { description: 'The reason, as a sentence for a practice manager.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'What would permit.' })
  remedy!: string | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'From when this reason alone would no longer refuse, where that is known.',
  })
  permittedFrom!: Moment | null

  @Field(() => Suspension, { nullable: true, description: 'The suspension that holds it.' })
  suspension!: Suspension | null

  @Field(() => [Condition], {
    description: 'The conditions of that suspension that the practice does not meet.',
  })
  unmet!: readonly Condition[]

  @Field(() => Rollout, { nullable: true, description: 'The rollout that does not run.' })
  rollout!: Rollout | null
}

/** The answer to “may this practice do this, then?” */
@ObjectType({
  description: 'The answer to “may this practice do this, then?”, with all its reasons.',
  simpleResolvers: true,
})
export class Ruling {
  @Field(() => ID, { description: 'The code that was asked about.' })
  practiceCode!: string

  @Field(() => Practice, {
    nullable: true,
    description: 'The practice; null where it is unknown, or not for this caller.',
  })
  practice!: Practice | null

  @Field(() => Activity, { description: 'The activity that was asked about.' })
  activity!: Activity

  @Field(() => Outcome, { description: 'Whether it may.' })
  outcome!: Outcome

  @Field(() => Basis, { description: 'LIVE: asked about now. Only a live permit is a permission.' })
  basis!: Basis

  @Field(() => [Reason], { description: 'Every reason to refuse; none for a permit.' })
  reasons!: readonly Reason[]

  @Field(() => [Suspension], { description: 'Advice to hold. It is shown and refuses nothing.' })
  advisories!: readonly Suspension[]

  @Field(() => [Dispensation], {
    description: 'What excepts the practice from suspensions that would stand over it.',
  })
  dispensations!: readonly Dispensation[]

  @Field(() => [Obligation], { description: 'What the permit obliges to; none for a refusal.' })
  obligations!: readonly Obligation[]

  @Field(() => [Rollout], { description: 'The rollouts that governed: all of them must permit.' })
  rollouts!: readonly Rollout[]

  @Field(() => GraphQLMoment, { description: 'The moment the answer is about.' })
  at!: Moment

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'Until when a live answer may be relied on. Null for any other.',
  })
  validUntil!: Moment | null

  @Field(() => Int, { description: 'The ledger entry that the register had reached.' })
  registerSequence!: number
}

@ObjectType({ description: 'How many practices may and may not.', simpleResolvers: true })
export class RulingCounts {
  @Field(() => Int, { description: 'Practices that are permitted.' })
  permitted!: number

  @Field(() => Int, { description: 'Practices that are refused.' })
  refused!: number
}
