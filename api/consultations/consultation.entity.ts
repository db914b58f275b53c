import { MaxLength } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { SaysSomething } from '../access/in-form.js'
import { Node } from '../access/node.js'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { Audience } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { ConsultationFact } from '../register/facts.js'
import { Document } from './document.js'

/** Why a consultation may be shorter than is usual. Both are published. */
@InputType('DeviationInput', { description: 'Why a consultation is shorter than is usual.' })
@ObjectType({
  description: 'Why a consultation is shorter than is usual.',
  simpleResolvers: true,
})
export class Deviation {
  @Field(() => String, { description: 'Reference of the clearance.' })
  @SaysSomething()
  @MaxLength(200)
  reference!: string

  @Field(() => String, { description: 'The reason, as published.' })
  @SaysSomething()
  @MaxLength(2_000)
  reason!: string
}

/** Practices or patients are asked. Its conclusion is written once. */
@Entity('consultation')
@ObjectType({
  description: 'Practices or patients are asked.',
  implements: Node,
  simpleResolvers: true,
})
export class Consultation implements ConsultationFact {
  @Field(() => ID, { description: 'Its id, such as C-2.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Field(() => String, { description: 'What it is called.' })
  @Column('text')
  title!: string

  @Field(() => Audience, { description: 'Who is asked.' })
  @Column('text')
  audience!: Audience

  @Column('text', { array: true })
  regions!: string[]

  @Field(() => GraphQLMoment, { description: 'When it opened.' })
  @MomentColumn()
  openedAt!: Moment

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it was recorded, where it had been opened before; null where opened here.',
  })
  @MomentColumn({ nullable: true })
  recordedAt!: Moment | null

  @Field(() => GraphQLDay, { description: 'The first day on which nobody may answer any more.' })
  @Column('date')
  closesOn!: Day

  @Field(() => Deviation, {
    nullable: true,
    description: 'Why it is shorter than is usual; null where nothing was claimed.',
  })
  @Column('jsonb', { nullable: true })
  deviation!: Deviation | null

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the permission to open it under purdah; null where none was named.',
  })
  @Column('text', { nullable: true })
  exemption!: string | null

  @Field(() => Int, { description: 'How many have answered, so far as recorded.' })
  @Column('integer')
  responses!: number

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null until it is concluded.' })
  @MomentColumn({ nullable: true })
  concludedAt!: Moment | null

  @Field(() => String, {
    nullable: true,
    description: 'What came of it; null until it is concluded.',
  })
  @Column('text', { nullable: true })
  outcome!: string | null

  @Field(() => Document, {
    nullable: true,
    description: 'What shows the outcome; null until it is concluded.',
  })
  @Column('jsonb', { nullable: true })
  evidence!: Document | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
