import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'

/** What a supplier reported of one upload. No governed fact; inserted once, never updated. */
@Entity('upload_report')
@ObjectType({
  description: 'What a supplier reported of one upload: counts only, of no patient.',
  simpleResolvers: true,
})
export class UploadReport {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryColumn('uuid')
  id!: string

  @Field(() => ID, { description: 'Code of the supplier that reported it.' })
  @Column('text')
  supplier!: string

  @Field(() => ID, { description: 'The X-Request-ID it was reported with.' })
  @Column('uuid')
  request!: string

  @Column('text')
  programme!: string

  @Column('text')
  practice!: string

  @Field(() => GraphQLDay, { description: 'The night of the upload.' })
  @Column('date')
  night!: Day

  @Field(() => GraphQLMoment, { description: 'When it was made.' })
  @MomentColumn()
  uploadedAt!: Moment

  @Field(() => Int, { description: 'How many records were created.' })
  @Column('integer')
  records!: number

  @Field(() => Int, {
    nullable: true,
    description: 'The `registerSequence` of the ruling relied on; null where there was none.',
  })
  @Column('integer', { nullable: true })
  registerSequence!: number | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'The `at` of the ruling relied on; null where there was none.',
  })
  @MomentColumn({ nullable: true })
  at!: Moment | null
}
