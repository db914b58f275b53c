import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { Named, SaysSomething } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay, GraphQLMoment } from '../access/scalars.js'
import type { Day, Moment } from '../kernel/moment.js'
import { Audience } from '../kernel/vocabulary.js'
import { Deviation } from './consultation.entity.js'

const REGIONS_MAX = 1_000

/** What a consultation is, opened here or elsewhere. */
@InputType()
export abstract class ConsultationInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => String, { description: 'What it is called.' })
  @Named()
  title!: string

  @Field(() => Audience, { description: 'Who is asked.' })
  audience!: Audience

  @Field(() => [ID], { description: 'Codes of the regions where they are asked.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(REGIONS_MAX)
  @AllDifferent()
  regions!: string[]

  @Field(() => GraphQLDay, { description: 'The first day on which nobody may answer any more.' })
  closesOn!: Day

  @Field(() => Deviation, {
    nullable: true,
    description: 'The clearance of a shorter one, and the reason as published.',
  })
  @IsOptional()
  @ValidateNested()
  deviation?: Deviation | null

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the permission to open it under purdah.',
  })
  @IsOptional()
  @SaysSomething()
  @MaxLength(200)
  exemption?: string | null
}

@InputType({ description: 'A consultation to open, now.' })
export class OpenConsultationInput extends ConsultationInput {}

@InputType({ description: 'A consultation that was opened, whether or not it was allowed.' })
export class RecordConsultationInput extends ConsultationInput {
  @Field(() => GraphQLMoment, { description: 'When it was opened; not to come.' })
  openedAt!: Moment
}
