import {
  ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Max, MaxLength, Min,
} from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { SaysSomething } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay } from '../access/scalars.js'
import type { Day } from '../kernel/moment.js'

const PRACTICES_MAX = 10_000
const PACKS_MAX = 100_000_000
const REFERENCE_MAX = 200

/** What a mailing is, planned or received. */
@InputType()
abstract class MailingInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => ID, { description: 'Code of the region whose practices’ patients are mailed.' })
  region!: string

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the practices; all of the region where it is left out.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRACTICES_MAX)
  @AllDifferent()
  practices?: string[] | null

  @Field(() => Int, { description: 'How many packs.' })
  @IsInt()
  @Min(1)
  @Max(PACKS_MAX)
  packs!: number

  @Field(() => Boolean, { description: 'Whether the pack holds an opt-out form.' })
  withOptOutForm!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the permission to mail under purdah.',
  })
  @IsOptional()
  @SaysSomething()
  @MaxLength(REFERENCE_MAX)
  exemption?: string | null
}

@InputType({ description: 'A mailing to plan.' })
export class PlanMailingInput extends MailingInput {
  @Field(() => GraphQLDay, { description: 'The day it is planned for; not past.' })
  plannedFor!: Day
}

@InputType({ description: 'A mailing that patients received.' })
export class RecordMailingInput extends MailingInput {
  @Field(() => GraphQLDay, { description: 'The day the last pack was received; not to come.' })
  lastReceivedOn!: Day

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the planned mailing that it was; left out where none was planned.',
  })
  plan?: string | null
}

@InputType({ description: 'A mailing that was recorded in error.' })
export class VoidMailingInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the mailing.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}
