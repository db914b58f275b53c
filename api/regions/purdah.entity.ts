import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { PurdahFact } from '../register/facts.js'

/** A pre-election period: a row in a calendar, never computed. */
@Entity('purdah')
@ObjectType({
  description: 'A pre-election period: a row in a calendar, never computed.',
  implements: Node,
  simpleResolvers: true,
})
export class Purdah implements PurdahFact {
  @Field(() => ID, { description: 'Its code, such as GENERAL-2010.' })
  @PrimaryColumn('text')
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name!: string

  @Field(() => GraphQLMoment, { description: 'When it begins.' })
  @MomentColumn()
  from!: Moment

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'When it is over; null while that is not known.',
  })
  @MomentColumn({ nullable: true })
  to!: Moment | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
