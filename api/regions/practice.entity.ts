import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import type { PracticeFact, SupplierTermFact } from '../register/facts.js'
import { RegionTerm } from './region-term.js'

@InputType('SupplierTermInput', { description: 'A system supplier, from a day until a day.' })
@ObjectType({ description: 'A system supplier, from a day until a day.', simpleResolvers: true })
export class SupplierTerm implements SupplierTermFact {
  @Field(() => String, { description: 'Code of the supplier, such as EMIS.' })
  supplier!: string

  @Field(() => GraphQLDay, {
    nullable: true,
    defaultValue: null,
    description: 'The first day; null for since ever.',
  })
  from!: Day | null

  @Field(() => GraphQLDay, {
    nullable: true,
    defaultValue: null,
    description: 'The day it no longer holds; null for without end.',
  })
  to!: Day | null
}

/** A GP practice, with everything dated about it. */
@Entity('practice')
@ObjectType({
  description: 'A GP practice. Where it belongs, who supplies it and when it is open are dated.',
  implements: Node,
  simpleResolvers: true,
})
export class Practice implements PracticeFact {
  @Field(() => ID, { description: 'Its ODS code.' })
  @PrimaryColumn('text')
  odsCode!: string

  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name!: string

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'The first day it is open; null for since ever.',
  })
  @Column('date', { nullable: true })
  openFrom!: Day | null

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'The first day it is closed; null while no such day is known.',
  })
  @Column('date', { nullable: true })
  openTo!: Day | null

  @Field(() => [RegionTerm], { description: 'Where it belongs, in order of time.' })
  @Column('jsonb')
  memberships!: RegionTerm[]

  @Field(() => [SupplierTerm], { description: 'Who supplies its system, in order of time.' })
  @Column('jsonb')
  suppliers!: SupplierTerm[]

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
