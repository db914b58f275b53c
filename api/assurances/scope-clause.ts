import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { mustFind } from '../access/change.js'
import { invalid } from '../kernel/refusal.js'
import { Activity, Classification } from '../kernel/vocabulary.js'
import type { ScopeClauseFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

export const CLAUSES_MAX = 100
const CODES_MAX = 10_000
const narrowing = (what: string) => ({
  nullable: true,
  defaultValue: null,
  description: `${what}; null where it is not narrowed by them.`,
})

/** One clause of a scope. An empty list would narrow to nothing, and is refused. */
@InputType('ScopeClauseInput', { description: 'One clause of a scope.' })
@ObjectType({
  description: 'One clause of a scope: what is not named is not narrowed.',
  simpleResolvers: true,
})
export class ScopeClause implements ScopeClauseFact {
  @Field(() => [Activity], { description: 'The activities it names.' })
  @ArrayMinSize(1)
  @AllDifferent()
  activities!: Activity[]

  @Field(() => [Classification], narrowing('Waves of rollouts'))
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  classifications!: Classification[] | null

  @Field(() => [ID], narrowing('Codes of regions, with all below them'))
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  regions!: string[] | null

  @Field(() => [ID], narrowing('Codes of practices'))
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  practices!: string[] | null

  @Field(() => [String], narrowing('Codes of system suppliers'))
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  suppliers!: string[] | null
}

const plainClause = (clause: ScopeClause): ScopeClauseFact => ({
  activities: clause.activities,
  classifications: clause.classifications,
  regions: clause.regions,
  practices: clause.practices,
  suppliers: clause.suppliers,
})

/** A supplier is known by the practices it serves, or served. */
const refuseUnknownSuppliers = (register: Register, scope: readonly ScopeClauseFact[]): void => {
  const unknown = new Set(scope.flatMap(({ suppliers }) => suppliers ?? []))
  if (unknown.size === 0) return
  for (const practice of register.all('practice')) {
    for (const { supplier } of practice.suppliers) unknown.delete(supplier)
  }
  for (const [place, { suppliers }] of scope.entries()) {
    const nobodys = suppliers?.filter((supplier) => unknown.has(supplier)) ?? []
    if (nobodys.length === 0) continue
    throw invalid(
      `scope.${place}.suppliers`,
      `No practice was ever served by: ${nobodys.slice(0, 10).join(', ')}.`,
    )
  }
}

/** The facts of a scope. To name what nobody knows would hold less than its author believes. */
export const scopeOf = (
  register: Register,
  clauses: readonly ScopeClause[],
): ScopeClauseFact[] => {
  const scope = clauses.map(plainClause)
  for (const [place, { regions, practices }] of scope.entries()) {
    const field = `scope.${place}`
    for (const code of regions ?? []) mustFind(register, 'region', code, `${field}.regions`)
    for (const code of practices ?? []) mustFind(register, 'practice', code, `${field}.practices`)
  }
  refuseUnknownSuppliers(register, scope)
  return scope
}
