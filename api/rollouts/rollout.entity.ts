import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { Classification } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { EarlierClassificationFact, FundingFact, RolloutFact } from '../register/facts.js'

@ObjectType({ description: 'What a rollout was classified as before.', simpleResolvers: true })
export class EarlierClassification implements EarlierClassificationFact {
  @Field(() => Classification, { description: 'The wave it belonged to.' })
  classification!: Classification

  @Field(() => GraphQLMoment, { description: 'When it was reclassified.' })
  until!: Moment
}

/** One region's part in one wave. A region may have two: an early adopter excuses no other wave. */
@Entity('rollout')
@ObjectType({
  description: "One region's part in one wave of a programme.",
  implements: Node,
  simpleResolvers: true,
})
export class Rollout implements RolloutFact {
  @Field(() => ID, { description: 'Its id, such as R-7.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Column('text')
  region!: string

  @Field(() => Classification, { description: 'The wave it belongs to now.' })
  @Column('text')
  classification!: Classification

  @Field(() => [EarlierClassification], { description: 'Earlier ones, in order of time.' })
  @Column('jsonb')
  earlierClassifications!: EarlierClassification[]

  @Column('text', { array: true, nullable: true })
  practices!: string[] | null

  @Field(() => GraphQLDay, { nullable: true, description: 'The day it is planned to start.' })
  @Column('date', { nullable: true })
  plannedOn!: Day | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null until it starts.' })
  @MomentColumn({ nullable: true })
  startedAt!: Moment | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null until it ends.' })
  @MomentColumn({ nullable: true })
  endedAt!: Moment | null

  @Column('jsonb', { nullable: true })
  funding!: FundingFact | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
