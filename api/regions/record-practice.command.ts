import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustFind } from '../access/change.js'
import { Named, OneLine } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLDay } from '../access/scalars.js'
import { refuseUnlessVersion } from '../access/version.js'
import type { Day } from '../kernel/moment.js'
import type { PracticeFact } from '../register/facts.js'
import { SupplierTerm } from './practice.entity.js'
import { decidePractice } from './practice.decision.js'
import { RegionTermInput } from './region-term.js'

const TERMS_MAX = 100

@InputType({ description: 'A practice to record, as a whole.' })
export class RecordPracticeInput extends ReasonInput {
  @Field(() => ID, { description: 'Its ODS code, such as P82001.' })
  odsCode!: string

  @Field(() => String, { description: 'Its name.' })
  @Named()
  @OneLine()
  name!: string

  @Field(() => GraphQLDay, { nullable: true, description: 'The first day it is open.' })
  openFrom?: Day | null

  @Field(() => GraphQLDay, { nullable: true, description: 'The first day it is closed.' })
  openTo?: Day | null

  @Field(() => [RegionTermInput], { description: 'Where it belongs, dated, as a whole.' })
  @ArrayMaxSize(TERMS_MAX)
  @ValidateNested({ each: true })
  memberships!: RegionTermInput[]

  @Field(() => [SupplierTerm], { description: 'Who supplies its system, dated, as a whole.' })
  @ArrayMaxSize(TERMS_MAX)
  @ValidateNested({ each: true })
  suppliers!: SupplierTerm[]

  @Field(() => Int, { nullable: true, description: 'The version edited; none for a new one.' })
  version?: number | null
}

/** Records a practice with all that is dated about it, or edits it as a whole. */
export const recordPractice = command(
  'recordPractice',
  (change, input: RecordPracticeInput): PracticeFact => {
    const { register } = change
    refuseUnlessVersion(register, 'practice', input.odsCode, input.version)
    for (const { region } of input.memberships) mustFind(register, 'region', region)
    const { openFrom = null, openTo = null } = input
    const stated = decidePractice({ ...input, openFrom, openTo }, register.demonstration)
    return change.save('practice', stated)
  },
)
