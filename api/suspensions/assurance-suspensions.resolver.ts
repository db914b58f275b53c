import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { AtArgs } from '../access/at-args.js'
import { mustFind } from '../access/change.js'
import { pageOf, PageArgs } from '../access/connection.js'
import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { numberOf } from '../access/numbered.js'
import { maySee } from '../access/row-scope.js'
import { Assurance } from '../assurances/assurance.entity.js'
import { coverageAt } from '../assurances/coverage.js'
import { suspensionsFor } from '../assurances/kept.js'
import { readable } from '../assurances/may-read.js'
import { rulerFor } from '../assurances/ruler-for.js'
import { Organisation } from '../regions/organisation.entity.js'
import { PracticeConnection } from '../regions/practice.resolver.js'
import type { PracticeFact, SuspensionFact } from '../register/facts.js'
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

  @Field(() => Int, { description: 'How many of them no binding suspension holds.' })
  unheldCount!: number

  readonly gaps!: readonly PracticeFact[]

  @Field(() => [LackingSignatories], {
    description: 'Suspensions that hold practices within its scope, and lack a recipient.',
  })
  lackingSignatories!: LackingSignatories[]
}

@Resolver(() => AssuranceCoverage)
export class AssuranceCoverageResolver {
  @FieldResolver(() => PracticeConnection, {
    description: 'Those that no binding suspension holds, as far as the caller may see practices.',
  })
  unheld(
    @Root() { gaps }: AssuranceCoverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    const actor = mustBeKnown(context)
    const nowMs = context.clock.nowMs()
    const seen = gaps.filter((practice) => maySee(actor, context.registerNow, practice, nowMs))
    const byCode = ({ odsCode }: PracticeFact) => odsCode
    return pageOf(seen, { by: byCode, key: byCode, direction: 'ASC' }, page)
  }
}

@Resolver(() => Assurance)
export class AssuranceSuspensionsResolver {
  @FieldResolver(() => [Suspension], { description: 'The suspensions made for it.' })
  suspensions(@Root() root: Assurance, @Ctx() { register }: Context) {
    return suspensionsFor(register, root).sort((a, b) => numberOf(a.id) - numberOf(b.id))
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
    const { within, gaps, lacking } = coverageAt(ruler, root, momentAsked(context, at))
    const lackingSignatories = lacking.map(({ suspension, organisations }) => ({
      suspension,
      lacking: organisations.map((code) => mustFind(context.register, 'organisation', code)),
    }))
    return { within, unheldCount: gaps.length, gaps, lackingSignatories }
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
