import { IsInt, IsOptional, Max, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { mustFind } from '../access/change.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import { Audience, ConditionKind, Matter, Party } from '../kernel/vocabulary.js'
import type { ConditionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

export const CONDITIONS_MAX = 20
const DAYS_MAX = 3_650

const asked = (description: string) => ({ nullable: true, description })

/** What must be so before a suspension ends, or releases a practice. */
@ObjectType({
  description: 'What must be so before a suspension ends, or releases a practice.',
  simpleResolvers: true,
})
export class Condition implements ConditionFact {
  @Field(() => ID, {
    name: 'place',
    simple: false,
    description: 'Its place among the conditions of its assurance or suspension: c1, c2.',
  })
  @Field(() => ID, {
    description: 'Its place among the conditions: c1, c2.',
    deprecationReason: 'Use `place`: an id names one thing among all things, and this does not.',
  })
  readonly id!: string

  @Field(() => ConditionKind, { description: 'What it asks for.' })
  readonly kind!: ConditionKind

  @Field(() => Audience, asked('Who is to be asked; of a consultation alone.'))
  readonly audience!: Audience | null

  @Field(() => Int, asked('How many days patients are to have; of notice alone.'))
  readonly days!: number | null

  @Field(() => Party, asked('Who is to agree; of an agreement alone.'))
  readonly party!: Party | null

  @Field(() => Matter, asked('What is to be agreed; of an agreement alone.'))
  readonly matter!: Matter | null

  @Field(() => ID, asked('Code of the organisation that is to sign; of a sign-off alone.'))
  readonly organisation!: string | null

  @Field(() => GraphQLMoment, { description: 'Only evidence of this moment or later counts.' })
  readonly since!: Moment
}

@InputType({ description: 'A condition. Each kind asks exactly for its own fields.' })
export class ConditionInput {
  @Field(() => ConditionKind, { description: 'What it asks for.' })
  kind!: ConditionKind

  @Field(() => Audience, asked('Who is to be asked: for CONSULTATION_OPENED and _CONCLUDED.'))
  audience?: Audience | null

  @Field(() => Int, asked('How many days patients are to have: for NOTICE.'))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  days?: number | null

  @Field(() => Party, asked('Who is to agree: for AGREEMENT.'))
  party?: Party | null

  @Field(() => Matter, asked('What is to be agreed: for AGREEMENT.'))
  matter?: Matter | null

  @Field(() => ID, asked('Code of the organisation that is to sign: for SIGN_OFF.'))
  organisation?: string | null

  @Field(() => GraphQLMoment, {
    nullable: true,
    description:
      'Only evidence of this moment or later counts. Where it is left out: for an assurance, ' +
      'the beginning of the day it was given; for a suspension, the moment from which it holds.',
  })
  since?: Moment | null
}

const FIELDS = ['audience', 'days', 'party', 'matter', 'organisation'] as const
type FieldName = (typeof FIELDS)[number]

const ASKS: Record<ConditionKind, readonly FieldName[]> = {
  CONSULTATION_OPENED: ['audience'],
  CONSULTATION_CONCLUDED: ['audience'],
  NOTICE: ['days'],
  AGREEMENT: ['party', 'matter'],
  SIGN_OFF: ['organisation'],
}

/** A condition that left something open, or said too much, would be met by what nobody meant. */
const refuseMisfit = (input: ConditionInput, place: number): void => {
  const asks = ASKS[input.kind]
  for (const field of FIELDS) {
    const given = (input[field] ?? null) !== null
    if (given === asks.includes(field)) continue
    const must = given ? `must not have \`${field}\`` : `must have \`${field}\``
    throw invalid(
      `conditions.${place}.${field}`,
      `Condition c${place + 1} ${must}: a condition of the kind ${input.kind} asks for ` +
        `${asks.join(' and ')}, and for nothing else.`,
    )
  }
}

/** The facts of some conditions, numbered; each asks exactly for what its kind asks for. */
export const conditionsOf = (
  register: Register,
  inputs: readonly ConditionInput[],
  sinceOtherwise: Moment,
): ConditionFact[] =>
  inputs.map((input, place) => {
    const id = `c${place + 1}`
    refuseMisfit(input, place)
    const { kind, audience = null, days = null, party = null, matter = null } = input
    const organisation = input.organisation ?? null
    if (organisation !== null) {
      mustFind(register, 'organisation', organisation, `conditions.${place}.organisation`)
    }
    const since = input.since ?? sinceOtherwise
    return { id, kind, audience, days, party, matter, organisation, since }
  })
