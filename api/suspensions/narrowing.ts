import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { AllDifferent } from '../access/all-different.js'
import { mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { invalid } from '../kernel/refusal.js'
import type { Narrowing } from '../rules/reach.js'
import type { Register } from '../register/register.js'

const CODES_MAX = 10_000

/** Where something counts: in regions with all below them, or at practices. */
@InputType()
export abstract class NarrowedInput extends ReasonInput {
  @Field(() => [ID], { nullable: true, description: 'Codes of regions, with all below them.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  regions?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Codes of practices, in place of regions.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @AllDifferent()
  practices?: string[] | null
}

const NAMED_MAX = 3

const sayCodes = (codes: readonly string[]): string =>
  codes.length > NAMED_MAX
    ? `${codes.slice(0, NAMED_MAX).join(', ')} and ${codes.length - NAMED_MAX} more`
    : codes.join(', ')

/** Where an input says that something counts: known regions or practices, not both. */
export const narrowingOf = (register: Register, input: NarrowedInput): Narrowing => {
  const { regions = null, practices = null } = input
  if (regions && practices) {
    throw invalid(
      'practices',
      `Take out the regions (${sayCodes(regions)}) to name practices, or the practices to name ` +
        'regions: both together are not accepted.',
    )
  }
  for (const code of regions ?? []) mustFind(register, 'region', code, 'regions')
  for (const code of practices ?? []) mustFind(register, 'practice', code, 'practices')
  return { regions, practices }
}
