import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { RegionKind } from '../kernel/vocabulary.js'
import type { RegionFact } from '../register/facts.js'
import { RegionTerm } from './region-term.js'

/** A body in the tree COUNTRY, SHA, PCT. */
@Entity('region')
@ObjectType({
  description: 'A body in the tree country, SHA, PCT. Its parent is dated.',
  implements: Node,
  simpleResolvers: true,
})
export class Region implements RegionFact {
  @Field(() => ID, { description: 'Its ODS code, such as Q36 or 5HQ.' })
  @PrimaryColumn('text')
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name!: string

  @Field(() => RegionKind, { description: 'What kind of body it is.' })
  @Column('text')
  kind!: RegionKind

  @Field(() => [RegionTerm], { description: 'Its parents, in order of time.' })
  @Column('jsonb')
  parents!: RegionTerm[]

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
