import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import type { OrganisationFact } from '../register/facts.js'

/** A body that gives, receives, advises or signs. */
@Entity('organisation')
@ObjectType({
  description: 'A body that gives, receives, advises or signs: the department, BMA/GPC, an SHA.',
  implements: Node,
  simpleResolvers: true,
})
export class Organisation implements OrganisationFact {
  @Field(() => ID, { description: 'Its code, such as DH or BMA/GPC.' })
  @PrimaryColumn('text')
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name!: string

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
