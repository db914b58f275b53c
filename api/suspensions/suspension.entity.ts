import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import { Condition } from '../assurances/condition.js'
import { ScopeClause } from '../assurances/scope-clause.js'
import type { Moment } from '../kernel/moment.js'
import { Ending, Strength } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { SuspensionFact } from '../register/facts.js'

/** An order that holds activities of a programme within its scope, from a moment. */
@Entity('suspension')
@ObjectType({
  description: 'An order that holds activities of a programme within its scope, from a moment.',
  implements: Node,
  simpleResolvers: true,
})
export class Suspension implements SuspensionFact {
  @Field(() => ID, { description: 'Its id, such as S-1.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Field(() => Strength, { description: 'Whether it refuses, or is only shown.' })
  @Column('text')
  strength!: Strength

  @Field(() => [ScopeClause], { description: 'What it holds: any clause suffices.' })
  @Column('jsonb')
  scope!: ScopeClause[]

  @Field(() => GraphQLMoment, { description: 'From when it holds.' })
  @MomentColumn()
  from!: Moment

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null while it has not ended.' })
  @MomentColumn({ nullable: true })
  endedAt!: Moment | null

  @Field(() => Ending, { nullable: true, description: 'How it ended; null while it has not.' })
  @Column('text', { nullable: true })
  ending!: Ending | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it ended. Public; null while it has not.',
  })
  @Column('text', { nullable: true })
  endingReason!: string | null

  @Column('text', { nullable: true })
  replacedBy!: string | null

  @Column('text', { nullable: true })
  assurance!: string | null

  @Field(() => [Condition], { description: 'What must be so before it is lifted, or releases.' })
  @Column('jsonb')
  conditions!: Condition[]

  @Field(() => Boolean, {
    description: 'Whether it also releases practice by practice, as its conditions are met there.',
  })
  @Column('boolean')
  releases!: boolean

  @Field(() => [ID], {
    description: 'Codes of the practices that were live when it was imposed, and that it spares.',
  })
  @Column('text', { array: true })
  spared!: string[]

  @Column('text', { array: true })
  signatories!: string[]

  @Column('text')
  imposedBy!: string

  @Field(() => String, { description: 'Why it was imposed. Public.' })
  @Column('text')
  reason!: string

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
