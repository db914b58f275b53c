import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Moment } from '../kernel/moment.js'
import { Strength } from '../kernel/vocabulary.js'
import type { ScopeClauseFact, SuspensionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { ScopeClause } from './scope-clause.js'

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

const plainClause = (clause: ScopeClause): ScopeClauseFact => ({
  activities: clause.activities,
  classifications: clause.classifications,
  regions: clause.regions,
  practices: clause.practices,
  suppliers: clause.suppliers,
})

/** A scope that names what nobody knows would hold less than its author believes. */
const refuseUnknown = (register: Register, scope: readonly ScopeClauseFact[]): void => {
  for (const { regions, practices } of scope) {
    for (const code of regions ?? []) mustFind(register, 'region', code)
    for (const code of practices ?? []) mustFind(register, 'practice', code)
  }
}

/** Imposes a suspension. It ends only when it is lifted. */
export const imposeSuspension = command(
  'imposeSuspension',
  (change, input: ImposeSuspensionInput): SuspensionFact => {
    const { programme, strength, signatories, reason } = input
    const scope = input.scope.map(plainClause)
    mustFind(change.register, 'programme', programme)
    refuseUnknown(change.register, scope)
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
