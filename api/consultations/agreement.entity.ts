import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Matter, Party } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { AgreementFact } from '../register/facts.js'

/** A practice, or the PCT it then belongs to, states something for that practice. */
@Entity('agreement')
@ObjectType({
  description: 'A practice, or the PCT it then belongs to, agrees for that practice.',
  implements: Node,
  simpleResolvers: true,
})
export class Agreement implements AgreementFact {
  @Field(() => ID, { description: 'Its id, such as G-5.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Column('text')
  practice!: string

  @Field(() => Party, { description: 'Who agreed.' })
  @Column('text')
  party!: Party

  @Column('text', { nullable: true })
  region!: string | null

  @Field(() => Matter, { description: 'What was agreed.' })
  @Column('text')
  matter!: Matter

  @Field(() => GraphQLMoment, { description: 'When it was given.' })
  @MomentColumn()
  givenAt!: Moment

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null unless it was withdrawn.' })
  @MomentColumn({ nullable: true })
  withdrawnAt!: Moment | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
