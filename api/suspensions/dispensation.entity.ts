import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { DispensationFact } from '../register/facts.js'

/** An exception from one suspension: asked for, decided, and always ending. */
@Entity('dispensation')
@ObjectType({
  description: 'An exception from one suspension: asked for, decided, and always ending.',
  implements: Node,
  simpleResolvers: true,
})
export class Dispensation implements DispensationFact {
  @Field(() => ID, { description: 'Its id, such as D-1.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  suspension!: string

  @Field(() => [ID], {
    name: 'regionCodes',
    simple: false,
    nullable: true,
    description: 'Codes of the regions it is for, with all below them; null if not narrowed.',
  })
  @Column('text', { array: true, nullable: true })
  regions!: string[] | null

  @Field(() => [ID], {
    name: 'practiceCodes',
    simple: false,
    nullable: true,
    description: 'Codes of the practices it is for; null if not narrowed.',
  })
  @Column('text', { array: true, nullable: true })
  practices!: string[] | null

  @Field(() => ID, { description: 'Code of the region that asked.' })
  @Column('text')
  requestedBy!: string

  @Field(() => GraphQLMoment, { description: 'When it was asked for.' })
  @MomentColumn()
  requestedAt!: Moment

  @Field(() => GraphQLMoment, { description: 'Until when it was asked for.' })
  @MomentColumn()
  until!: Moment

  @Field(() => String, { description: 'Why it was asked for. Public.' })
  @Column('text')
  reason!: string

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null while it is not decided.' })
  @MomentColumn({ nullable: true })
  decidedAt!: Moment | null

  @Field(() => Boolean, { nullable: true, description: 'Null while it is not decided.' })
  @Column('boolean', { nullable: true })
  granted!: boolean | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'From when it holds, if granted.' })
  @MomentColumn({ nullable: true })
  from!: Moment | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'When it ends, if granted.' })
  @MomentColumn({ nullable: true })
  to!: Moment | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
