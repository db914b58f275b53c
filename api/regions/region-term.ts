import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'
import type { RegionTermFact } from '../register/facts.js'

/** A dated tie to a region. The region itself is resolved from its code. */
@ObjectType({
  description: 'A region, from a day until a day: a parent, or where a practice belongs.',
  simpleResolvers: true,
})
export class RegionTerm implements RegionTermFact {
  readonly region!: string

  @Field(() => GraphQLDay, { nullable: true, description: 'The first day; null for since ever.' })
  readonly from!: Day | null

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'The day it no longer holds; null for without end.',
  })
  readonly to!: Day | null
}

@InputType({ description: 'A region, from a day until a day.' })
export class RegionTermInput implements RegionTermFact {
  @Field(() => ID, { description: 'Code of the region.' })
  region!: string

  @Field(() => GraphQLDay, {
    nullable: true,
    defaultValue: null,
    description: 'The first day; leave it out for since ever.',
  })
  from!: Day | null

  @Field(() => GraphQLDay, {
    nullable: true,
    defaultValue: null,
    description: 'The day it no longer holds; leave it out for without end.',
  })
  to!: Day | null
}
