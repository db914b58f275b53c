import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { LiveFact } from '../register/facts.js'

/** A practice is live in a programme from its first reported upload, permitted or not. */
@Entity('live')
@ObjectType({
  description: 'That a practice is live in a programme: it has uploaded.',
  simpleResolvers: true,
})
export class Live implements LiveFact {
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Field(() => ID, { description: 'Code of the practice.' })
  @Column('text')
  practice!: string

  @Field(() => GraphQLMoment, { description: 'Its first reported upload.' })
  @MomentColumn()
  liveFrom!: Moment

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the breach that its first upload was; null where it was permitted.',
  })
  @Column('text', { nullable: true })
  breach!: string | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description:
      'After a breach, its first upload that was permitted. Until then it counts as live neither ' +
      'for its notice nor for a suspension that spares the live.',
  })
  @MomentColumn({ nullable: true })
  permittedFrom!: Moment | null

  @Field(() => Int, { description: 'How often it was written.' })
  @Column('integer')
  version!: number
}
