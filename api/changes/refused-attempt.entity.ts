import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLJSON } from 'graphql-scalars'
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'

/** A change that was asked for and refused. Kept outside the ledger, and without the lock. */
@Entity('refused_attempt')
@ObjectType({ description: 'What was asked for and refused.', simpleResolvers: true })
export class RefusedAttempt {
  @Field(() => ID, { description: 'Its number: later ones have greater numbers.' })
  @PrimaryGeneratedColumn('identity')
  id!: number

  @Field(() => GraphQLMoment, { description: 'When it was asked for.' })
  @MomentColumn()
  at!: Moment

  @Field(() => String, { description: 'Who vouched for who asked.' })
  @Column('text')
  issuer!: string

  @Field(() => String, { description: 'Who asked.' })
  @Column('text')
  subject!: string

  @Field(() => ID, { description: 'Code of the organisation they spoke for.' })
  @Column('text')
  organisation!: string

  @Field(() => String, { description: 'The role they had.' })
  @Column('text')
  role!: string

  @Field(() => String, { description: 'The command that was refused.' })
  @Column('text')
  command!: string

  @Field(() => GraphQLJSON, {
    description: 'What was asked for; of what was too long to keep, only how long it was.',
  })
  @Column('jsonb')
  input!: unknown

  @Field(() => String, { description: 'The stable code of the refusal.' })
  @Column('text')
  code!: string

  @Field(() => String, { description: 'What was answered.' })
  @Column('text')
  message!: string
}

/** How many attempts without a token were refused on a day: those are only counted. */
@Entity('anonymous_refusal')
@ObjectType({
  description: 'How many attempts without a token were refused on a day.',
  simpleResolvers: true,
})
export class AnonymousRefusal {
  @Field(() => GraphQLDay, { description: 'The day.' })
  @PrimaryColumn('date')
  day!: Day

  @Field(() => String, { description: 'The command that was refused.' })
  @PrimaryColumn('text')
  command!: string

  @Field(() => Int, { description: 'How many times.' })
  @Column('integer')
  refused!: number
}
