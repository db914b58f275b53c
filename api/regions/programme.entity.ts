import { IsInt, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { both, InForm, SaysSomething } from '../access/in-form.js'
import { Node } from '../access/node.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import type { ObligationFact, ProgrammeFact, ProgrammeTermsFact } from '../register/facts.js'

const DAY_SECONDS = 86_400
const NOTICE_DAYS_MAX = 3650

@InputType('ObligationInput', { description: 'What a permit obliges to.' })
@ObjectType({ description: 'What a permit obliges to.', simpleResolvers: true })
export class Obligation implements ObligationFact {
  @Field(() => ID, { description: 'A stable code, such as PATIENT_DISSENT.' })
  @InForm(
    /^[A-Z][A-Z0-9_]{1,63}$/,
    'be 2 to 64 capitals, digits and underscores, beginning with a capital, ' +
      'such as PATIENT_DISSENT',
  )
  code!: string

  @Field(() => String, { description: 'The obligation in words.' })
  @SaysSomething()
  @MaxLength(1000)
  text!: string
}

/** The days of notice, as field and as input. */
export const NoticeDaysMin = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  both(
    Field(() => Int, {
      ...options,
      description: 'Days from the last receipt of a mailing to the first upload.',
    }),
    IsInt(),
    Min(0),
    Max(NOTICE_DAYS_MAX),
  )

/** The longest validity, as field and as input. */
export const ValiditySecondsMax = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  both(
    Field(() => Int, {
      ...options,
      description: 'The longest a permission stays valid, in seconds.',
    }),
    IsInt(),
    Min(1),
    Max(DAY_SECONDS),
  )

@ObjectType({
  description: 'The settings of a programme, from a moment until the next terms.',
  simpleResolvers: true,
})
export class ProgrammeTerms implements ProgrammeTermsFact {
  @Field(() => GraphQLMoment, { description: 'From when they hold.' })
  from!: Moment

  @NoticeDaysMin()
  noticeDaysMin!: number

  @ValiditySecondsMax()
  validitySecondsMax!: number

  @Field(() => [Obligation], { description: 'What every permit obliges to.' })
  obligations!: Obligation[]
}

/** A national programme that moves patient data. */
@Entity('programme')
@ObjectType({
  description: 'A national programme that moves patient data, such as SCR.',
  implements: Node,
  simpleResolvers: true,
})
export class Programme implements ProgrammeFact {
  @Field(() => ID, { description: 'Its code, such as SCR.' })
  @PrimaryColumn('text')
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Column('text')
  name!: string

  @Field(() => [ProgrammeTerms], { description: 'Its terms, in order of time; never overwritten.' })
  @Column('jsonb')
  terms!: ProgrammeTerms[]

  @Field(() => Int, { description: 'How often it was written; an edit names it.' })
  @Column('integer')
  version!: number
}
