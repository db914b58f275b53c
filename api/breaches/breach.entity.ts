import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { BreachKind } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { BreachFact } from '../register/facts.js'

/** An upload, mailing, consultation or statement that the register of that moment refused. */
@Entity('breach')
@ObjectType({
  description: 'What was done though the ruling, by what was known at that moment, was refuse.',
  implements: Node,
  simpleResolvers: true,
})
export class Breach implements BreachFact {
  @Field(() => ID, { description: 'Its id, such as B-1.' })
  @PrimaryColumn('text')
  id!: string

  @Field(() => BreachKind, { description: 'What was done.' })
  @Column('text')
  kind!: BreachKind

  @Column('text', { nullable: true })
  programme!: string | null

  @Column('text', { nullable: true })
  practice!: string | null

  @Column('text', { nullable: true })
  region!: string | null

  @Field(() => GraphQLMoment, { description: 'When it was done.' })
  @MomentColumn()
  at!: Moment

  @Column('text')
  of!: string

  @Field(() => [String], { description: 'Codes of the reasons to refuse.' })
  @Column('text', { array: true })
  reasons!: string[]

  @Column('text', { array: true })
  suspensions!: string[]

  @Field(() => Boolean, {
    description: 'Whether whoever did it held a permission that was still valid.',
  })
  @Column('boolean')
  permitted!: boolean

  @Field(() => Int, { description: 'How often it was written.' })
  @Column('integer')
  version!: number
}
