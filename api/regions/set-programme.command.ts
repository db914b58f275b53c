import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustBeAt, type Change } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import { DAY_MS, sayMoment, toMs, type Moment } from '../kernel/moment.js'
import type { ProgrammeFact, ProgrammeTermsFact } from '../register/facts.js'
import { NoticeDaysMin, Obligation, ValiditySecondsMax } from './programme.entity.js'
import { invalid } from '../kernel/refusal.js'

const OBLIGATIONS_MAX = 100

@InputType({ description: 'New terms of a programme. What is left out stays as it was.' })
export class SetProgrammeInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  code!: string

  @Field(() => Int, { description: 'The version the edit is based on.' })
  version!: number

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'From when they hold; at once where it is left out. Not in the past.',
  })
  from?: Moment | null

  @IsOptional()
  @NoticeDaysMin({ nullable: true })
  noticeDaysMin?: number | null

  @IsOptional()
  @ValiditySecondsMax({ nullable: true })
  validitySecondsMax?: number | null

  @Field(() => [Obligation], { nullable: true, description: 'What every permit obliges to.' })
  @IsOptional()
  @ArrayMaxSize(OBLIGATIONS_MAX)
  @AllDifferent(({ code }: Obligation) => code)
  @ValidateNested({ each: true })
  obligations?: Obligation[] | null
}

const YEAR_MS = 366 * DAY_MS

/** From when new terms hold: not in the past, and after the last ones. */
const decideFrom = (change: Change, last: ProgrammeTermsFact, asked?: Moment | null): Moment => {
  const from = asked ?? change.now
  if (toMs(from) > change.nowMs + YEAR_MS) {
    throw invalid('from', 'Terms are set a year ahead at most: no others could come before them.')
  }
  if (from < change.now) {
    throw invalid('from', 'Terms are never overwritten: name no moment that is past.')
  }
  if (from > last.from) return from
  const began = sayMoment(toMs(last.from))
  throw invalid('from', `The last terms hold from ${began}: new ones hold from later on.`)
}

/** Adds terms to a programme; earlier terms stay as they were. */
export const setProgramme = command(
  'setProgramme',
  (change, input: SetProgrammeInput): ProgrammeFact => {
    const programme = mustBeAt(change.register, 'programme', input.code, input.version)
    const last = programme.terms.at(-1) as ProgrammeTermsFact
    const terms = {
      from: decideFrom(change, last, input.from),
      noticeDaysMin: input.noticeDaysMin ?? last.noticeDaysMin,
      validitySecondsMax: input.validitySecondsMax ?? last.validitySecondsMax,
      obligations:
        input.obligations?.map(({ code, text }) => ({ code, text })) ?? last.obligations,
    }
    return change.save('programme', { ...programme, terms: [...programme.terms, terms] })
  },
)
