import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { Activity, Classification } from '../kernel/vocabulary.js'
import type { ScopeClauseFact } from '../register/facts.js'

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
