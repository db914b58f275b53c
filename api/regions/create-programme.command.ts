import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command } from '../access/change.js'
import { InForm, Named } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { refuseUnlessVersion } from '../access/version.js'
import type { ProgrammeFact } from '../register/facts.js'
import { NoticeDaysMin, Obligation, ValiditySecondsMax } from './programme.entity.js'

const OBLIGATIONS_MAX = 100

@InputType({ description: 'A programme to create.' })
export class CreateProgrammeInput extends ReasonInput {
  @Field(() => ID, { description: 'Its code, such as SCR: capitals, digits and underscores.' })
  @InForm(
    /^[A-Z][A-Z0-9_]{0,31}$/,
    'be at most 32 capitals, digits and underscores, beginning with a capital, such as SCR',
  )
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Named()
  name!: string

  @NoticeDaysMin()
  noticeDaysMin!: number

  @ValiditySecondsMax()
  validitySecondsMax!: number

  @Field(() => [Obligation], { description: 'What every permit obliges to.' })
  @ArrayMaxSize(OBLIGATIONS_MAX)
  @AllDifferent(({ code }: Obligation) => code)
  @ValidateNested({ each: true })
  obligations!: Obligation[]
}

/** Creates a programme, with its first terms. */
export const createProgramme = command(
  'createProgramme',
  (change, input: CreateProgrammeInput): ProgrammeFact => {
    const { code, name, noticeDaysMin, validitySecondsMax } = input
    refuseUnlessVersion(change.register, 'programme', code, null)
    const obligations = input.obligations.map((each) => ({ code: each.code, text: each.text }))
    const terms = { from: change.now, noticeDaysMin, validitySecondsMax, obligations }
    return change.save('programme', { code, name, terms: [terms] })
  },
)
