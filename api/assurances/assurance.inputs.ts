import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Named, SaysSomething } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay } from '../access/scalars.js'
import { Document } from '../consultations/document.js'
import type { Day } from '../kernel/moment.js'
import { Wording } from '../kernel/vocabulary.js'
import { ConditionInput, CONDITIONS_MAX } from './condition.js'
import { CLAUSES_MAX, ScopeClause } from './scope-clause.js'
import { SpeakerInput, SPEAKERS_MAX } from './speaker.js'

const TEXT_MAX = 20_000

@InputType({ description: 'What was assured, to be recorded.' })
export class RecordAssuranceInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => String, { description: 'What was said.' })
  @SaysSomething()
  @MaxLength(TEXT_MAX)
  text!: string

  @Field(() => Wording, { description: 'Whether these are the words, or a report of them.' })
  wording!: Wording

  @Field(() => String, {
    nullable: true,
    description: 'Who reported it: for AS_REPORTED, and for that alone.',
  })
  @IsOptional()
  @Named()
  reportedBy?: string | null

  @Field(() => [SpeakerInput], { description: 'Who gave it: at least one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(SPEAKERS_MAX)
  @ValidateNested({ each: true })
  givenBy!: SpeakerInput[]

  @Field(() => [SpeakerInput], { description: 'Whom it was given to: at least one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(SPEAKERS_MAX)
  @ValidateNested({ each: true })
  givenTo!: SpeakerInput[]

  @Field(() => GraphQLDay, { description: 'The day it was given; not to come.' })
  givenOn!: Day

  @Field(() => String, { description: 'How it was given, such as a letter or a meeting.' })
  @Named()
  channel!: string

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it was a statement of a minister; under purdah that is a breach.',
  })
  ministerialStatement!: boolean

  @Field(() => Document, { nullable: true, description: 'The document that holds it.' })
  @IsOptional()
  @ValidateNested()
  document?: Document | null

  @Field(() => Boolean, { description: 'Whether everybody may read it.' })
  public!: boolean

  @Field(() => [ScopeClause], { description: 'What it is about: any clause suffices.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(CLAUSES_MAX)
  @ValidateNested({ each: true })
  scope!: ScopeClause[]

  @Field(() => [ConditionInput], {
    defaultValue: [],
    description: 'Until what it was to hold; none where it was given without conditions.',
  })
  @ArrayMaxSize(CONDITIONS_MAX)
  @ValidateNested({ each: true })
  conditions!: ConditionInput[]
}

@InputType({ description: 'An assurance that takes the place of an earlier one.' })
export class SupersedeAssuranceInput extends RecordAssuranceInput {
  @Field(() => ID, { description: 'Id of the earlier one, of the same programme.' })
  id!: string

  @Field(() => Boolean, {
    description: 'Whether it says the same again; false where it corrects the earlier one.',
  })
  reaffirms!: boolean
}

@InputType({ description: 'An assurance to withdraw.' })
export class WithdrawAssuranceInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the assurance.' })
  id!: string

  @Field(() => Int, { description: 'The version the withdrawal is based on.' })
  version!: number
}
