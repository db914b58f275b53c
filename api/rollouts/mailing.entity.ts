import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { MailingFact } from '../register/facts.js'

/** Packs that patients received. Counts only: no patient is in the system. */
@Entity('mailing')
@ObjectType({
  description: "Packs received by practices' patients.",
  implements: Node,
  simpleResolvers: true,
})
export class Mailing implements MailingFact {
  @Field(() => ID, { description: 'Its id, such as M-3.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Column('text')
  region!: string

  @Column('text', { array: true, nullable: true })
  practices!: string[] | null

  @Field(() => Int, { description: 'How many packs were received, or are planned.' })
  @Column('integer')
  packs!: number

  @Field(() => GraphQLDay, { nullable: true, description: 'The day it is planned for.' })
  @Column('date', { nullable: true })
  plannedFor!: Day | null

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'The day the last pack was received; null while it is only planned.',
  })
  @Column('date', { nullable: true })
  lastReceivedOn!: Day | null

  @Field(() => Boolean, { description: 'Whether the pack held an opt-out form.' })
  @Column('boolean')
  withOptOutForm!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the permission to mail under purdah; null where none was named.',
  })
  @Column('text', { nullable: true })
  exemption!: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the breach that it was: no days of notice count from it. Null otherwise.',
  })
  @Column('text', { nullable: true })
  breach!: string | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it was found to be recorded in error; null otherwise.',
  })
  @MomentColumn({ nullable: true })
  voidedAt!: Moment | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
