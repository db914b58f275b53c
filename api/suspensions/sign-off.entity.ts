import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { SignOffFact } from '../register/facts.js'

/** An organisation signs that a condition of a suspension is met. */
@Entity('signoff')
@ObjectType({
  description: 'An organisation signs that a condition of a suspension is met.',
  implements: Node,
  simpleResolvers: true,
})
export class SignOff implements SignOffFact {
  @Field(() => ID, { description: 'Its id, such as F-1.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  suspension!: string

  @Field(() => ID, { description: 'The condition, such as c1.' })
  @Column('text')
  condition!: string

  @Field(() => ID, { description: 'Code of the organisation that signed.' })
  @Column('text')
  organisation!: string

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

  @Field(() => GraphQLMoment, { description: 'When it was given.' })
  @MomentColumn()
  givenAt!: Moment

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null while it stands.' })
  @MomentColumn({ nullable: true })
  withdrawnAt!: Moment | null

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
