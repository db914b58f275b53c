import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import { ScopeClause, scopeOf } from '../assurances/scope-clause.js'
import type { Moment } from '../kernel/moment.js'
import { Strength } from '../kernel/vocabulary.js'
import type { SuspensionFact } from '../register/facts.js'

const CLAUSES_MAX = 100
const SIGNATORIES_MAX = 100

@InputType({ description: 'A suspension to impose.' })
export class ImposeSuspensionInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => [ScopeClause], { description: 'What it holds: any clause suffices.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(CLAUSES_MAX)
  @ValidateNested({ each: true })
  scope!: ScopeClause[]

  @Field(() => Strength, { description: 'Whether it refuses, or is only shown.' })
  strength!: Strength

  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'From when it holds; at once where it is left out.',
  })
  from?: Moment | null

  @Field(() => [ID], {
    description: 'Codes of the organisations whose signature a loosening needs.',
    defaultValue: [],
  })
  @ArrayMaxSize(SIGNATORIES_MAX)
  @AllDifferent()
  signatories!: string[]
}

/** Imposes a suspension. It ends only when it is lifted. */
export const imposeSuspension = command(
  'imposeSuspension',
  (change, input: ImposeSuspensionInput): SuspensionFact => {
    const { programme, strength, signatories, reason } = input
    mustFind(change.register, 'programme', programme)
    const scope = scopeOf(change.register, input.scope)
    for (const code of signatories) mustFind(change.register, 'organisation', code)
    return change.save('suspension', {
      id: change.newId('suspension'),
      programme,
      strength,
      scope,
      from: input.from ?? change.now,
      endedAt: null,
      ending: null,
      replacedBy: null,
      assurance: null,
      conditions: [],
      releases: false,
      spared: [],
      signatories,
      imposedBy: change.actor.organisation,
      reason,
    })
  },
)
