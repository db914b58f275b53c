import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Node } from '../access/node.js'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import { Document } from '../consultations/document.js'
import type { Day, Moment } from '../kernel/moment.js'
import { Wording } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { AssuranceFact } from '../register/facts.js'
import { Condition } from './condition.js'
import { ScopeClause } from './scope-clause.js'
import { Speaker } from './speaker.js'

/** What was promised. In its words, never overwritten, only superseded. */
@Entity('assurance')
@ObjectType({
  description:
    'What was promised, in its words. A private one is read by its givers, its recipients, ' +
    'administrators and auditors; for everybody else it is as if there were none.',
  implements: Node,
  simpleResolvers: true,
})
export class Assurance implements AssuranceFact {
  @Field(() => ID, { description: 'Its id, such as A-1.' })
  @PrimaryColumn('text')
  id!: string

  @Column('text')
  programme!: string

  @Field(() => String, { description: 'What was said.' })
  @Column('text')
  text!: string

  @Field(() => Wording, { description: 'Whether these are the words, or a report of them.' })
  @Column('text')
  wording!: Wording

  @Field(() => String, { nullable: true, description: 'Who reported it; null where verbatim.' })
  @Column('text', { nullable: true })
  reportedBy!: string | null

  @Field(() => [Speaker], { description: 'Who gave it.' })
  @Column('jsonb')
  givenBy!: Speaker[]

  @Field(() => [Speaker], { description: 'Whom it was given to.' })
  @Column('jsonb')
  givenTo!: Speaker[]

  @Field(() => GraphQLDay, { description: 'The day it was given.' })
  @Column('date')
  givenOn!: Day

  @Field(() => String, { description: 'How it was given, such as a letter or a meeting.' })
  @Column('text')
  channel!: string

  @Field(() => Boolean, { description: 'Whether it was a statement of a minister.' })
  @Column('boolean')
  ministerialStatement!: boolean

  @Field(() => Document, { nullable: true, description: 'The document that holds it.' })
  @Column('jsonb', { nullable: true })
  document!: Document | null

  @Field(() => Boolean, { description: 'Whether everybody may read it.' })
  @Column('boolean')
  public!: boolean

  @Field(() => [ScopeClause], { description: 'What it is about: any clause suffices.' })
  @Column('jsonb')
  scope!: ScopeClause[]

  @Field(() => [Condition], { description: 'Until what it was to hold.' })
  @Column('jsonb')
  conditions!: Condition[]

  @Column('text', { nullable: true })
  supersedes!: string | null

  @Column('boolean', { nullable: true })
  reaffirms!: boolean | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'Null unless it was withdrawn.' })
  @MomentColumn({ nullable: true })
  withdrawnAt!: Moment | null

  @Column('text')
  recordedBy!: string

  @Field(() => Int, { description: 'How often it was written; a withdrawal names it.' })
  @Column('integer')
  version!: number
}
