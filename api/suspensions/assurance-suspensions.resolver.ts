import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { AtArgs } from '../access/at-args.js'
import { mustFind } from '../access/change.js'
import { pageOf, PageArgs } from '../access/connection.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { numberOf } from '../access/numbered.js'
import { maySee } from '../access/row-scope.js'
import { Assurance } from '../assurances/assurance.entity.js'
import { coverageAt } from '../assurances/coverage.js'
import { readable } from '../assurances/may-read.js'
import { rulerFor } from '../assurances/ruler-for.js'
import { Organisation } from '../regions/organisation.entity.js'
import { PracticeConnection } from '../regions/practice.resolver.js'
import type { DispensationFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import { madeFor } from '../rules/promise.js'
import { Dispensation } from './dispensation.entity.js'
import { Suspension } from './suspension.entity.js'

@ObjectType({ description: 'A suspension that fewer have to sign for than were assured.' })
export class LackingSignatories {
  @Field(() => Suspension, { description: 'A binding suspension that keeps the assurance.' })
  suspension!: SuspensionFact

  @Field(() => [Organisation], { description: 'Recipients that are not among its signatories.' })
  lacking!: Organisation[]
}

@ObjectType({ description: 'How far binding suspensions hold what an assurance is about.' })
export class AssuranceCoverage {
  @Field(() => Int, { description: 'How many open practices lie within its scope.' })
  within!: number

  @Field(() => Int, {
    description: 'How many of them no binding suspension holds, though nothing lets them go.',
  })
  unheldCount!: number

  readonly gaps!: readonly PracticeFact[]

  @Field(() => Int, { description: 'How many of them a dispensation excepts.' })
  dispensedCount!: number

  readonly excepted!: readonly PracticeFact[]

  @Field(() => Int, {
    description:
      'How many of them are let go as was promised: its own conditions are met there, or the ' +
      'suspensions made for it spare or release them.',
  })
  letGoCount!: number

  @Field(() => [Dispensation], { description: 'The dispensations in force for some of them.' })
  dispensations!: readonly DispensationFact[]

  @Field(() => [LackingSignatories], {
    description: 'Suspensions that hold practices within its scope, and lack a recipient.',
  })
  lackingSignatories!: LackingSignatories[]
}

const pageOfSeen = (context: Context, practices: readonly PracticeFact[], page: PageArgs) => {
  const actor = mustBeKnown(context)
  const nowMs = context.clock.nowMs()
  const seen = practices.filter((each) => maySee(actor, context.registerNow, each, nowMs))
  const byCode = ({ odsCode }: PracticeFact) => odsCode
  return pageOf(seen, { by: byCode, key: byCode, direction: 'ASC' }, page)
}

const sortedById = <Fact extends { readonly id: string }>(facts: readonly Fact[]): Fact[] =>
  facts.toSorted((a, b) => numberOf(a.id) - numberOf(b.id))

@Resolver(() => AssuranceCoverage)
export class AssuranceCoverageResolver {
  @FieldResolver(() => PracticeConnection, {
    description: 'Those counted as unheld, as far as the caller may see practices.',
  })
  unheld(
    @Root() { gaps }: AssuranceCoverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return pageOfSeen(context, gaps, page)
  }

  @FieldResolver(() => PracticeConnection, {
    description: 'Those that a dispensation excepts, as far as the caller may see practices.',
  })
  dispensed(
    @Root() { excepted }: AssuranceCoverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return pageOfSeen(context, excepted, page)
  }
}

@Resolver(() => Assurance)
export class AssuranceSuspensionsResolver {
  @FieldResolver(() => [Suspension], { description: 'The suspensions made for it.' })
  suspensions(@Root() root: Assurance, @Ctx() { register }: Context) {
    return sortedById(madeFor(register, root))
  }

  @FieldResolver(() => [Dispensation], {
    description: 'Exceptions asked for from the suspensions made for it, decided or not.',
  })
  dispensations(@Root() root: Assurance, @Ctx() { register }: Context) {
    const made = new Set(madeFor(register, root).map(({ id }) => id))
    return sortedById(
      [...register.all('dispensation')].filter(({ suspension }) => made.has(suspension)),
    )
  }

  @FieldResolver(() => AssuranceCoverage, {
    description: 'How far binding suspensions hold what it is about, at a moment.',
  })
  coverage(
    @Root() root: Assurance,
    @Args(() => AtArgs) { at }: AtArgs,
    @Ctx() context: Context,
  ): AssuranceCoverage {
    const ruler = rulerFor(context, root)
    const told = coverageAt(ruler, root, momentAsked(context, at))
    const lackingSignatories = told.lacking.map(({ suspension, organisations }) => ({
      suspension,
      lacking: organisations.map((code) => mustFind(context.register, 'organisation', code)),
    }))
    return {
      within: told.within,
      unheldCount: told.unheld.length,
      gaps: told.unheld,
      dispensedCount: told.dispensed.length,
      excepted: told.dispensed,
      letGoCount: told.letGo,
      dispensations: told.dispensations,
      lackingSignatories,
    }
  }
}

@Resolver(() => Suspension)
export class SuspensionAssuranceResolver {
  @FieldResolver(() => Assurance, {
    nullable: true,
    description: 'The assurance it keeps; null where there is none for the caller to read.',
  })
  assurance(@Root() { assurance }: Suspension, @Ctx() context: Context) {
    return readable(context, assurance)
  }
}
