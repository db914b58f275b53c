import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { ReasonInput } from '../access/reason.js'
import { ConditionInput, CONDITIONS_MAX } from '../assurances/condition.js'
import { ScopeClause } from '../assurances/scope-clause.js'
import { Strength } from '../kernel/vocabulary.js'

const CLAUSES_MAX = 100
const SIGNATORIES_MAX = 100

/** What a suspension is to say, whether it is imposed or takes the place of another. */
@InputType()
export abstract class SuspensionTermsInput extends ReasonInput {
  @Field(() => [ScopeClause], { description: 'What it holds: any clause suffices.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(CLAUSES_MAX)
  @ValidateNested({ each: true })
  scope!: ScopeClause[]

  @Field(() => Strength, { description: 'Whether it refuses, or is only shown.' })
  strength!: Strength

  @Field(() => [ConditionInput], {
    description: 'What must be so before it is lifted, or releases a practice.',
    defaultValue: [],
  })
  @ArrayMaxSize(CONDITIONS_MAX)
  @ValidateNested({ each: true })
  conditions!: ConditionInput[]

  @Field(() => Boolean, {
    description: 'Whether it also releases practice by practice, as its conditions are met there.',
    defaultValue: false,
  })
  releases!: boolean

  @Field(() => Boolean, {
    description:
      'Whether it spares the practices that are live in the programme now. One whose uploads ' +
      'were all breaches is not spared.',
    defaultValue: false,
  })
  spareLive!: boolean

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the assurance it keeps: whom that was given to become signatories.',
  })
  assurance?: string | null

  @Field(() => [ID], {
    description: 'Codes of the organisations whose signature a loosening needs.',
    defaultValue: [],
  })
  @ArrayMaxSize(SIGNATORIES_MAX)
  @AllDifferent()
  signatories!: string[]
}

/** A suspension, at the version the caller has read. */
@InputType()
export abstract class SuspensionVersionInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the suspension.' })
  id!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number
}
