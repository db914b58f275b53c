import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Resolver, Root,
} from 'type-graphql'
import { FilterArg } from '../access/args.js'
import { Effect, type RecordedBreaches } from '../access/change-outcome.js'
import { connectionOf, PageArgs, pageOf } from '../access/connection.js'
import type { Context } from '../access/context.js'
import { maySee } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import { BreachConnection, breachOrders } from '../breaches/breach.resolver.js'
import { breachesSeenBy } from '../breaches/seen-breaches.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { Activity, TurnKind } from '../kernel/vocabulary.js'
import { Practice } from '../regions/practice.entity.js'
import { Region } from '../regions/region.entity.js'
import type {
  BreachFact, PracticeFact, RegionFact, SuspensionFact, TurnFact,
} from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts } from '../rules/dossier.js'
import { Suspension } from '../suspensions/suspension.entity.js'

@ObjectType({ description: 'One practice that a change turns.', simpleResolvers: true })
class EffectTurn {
  @Field(() => Practice, { description: 'The practice.' })
  practice!: PracticeFact

  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => Activity, { description: 'The activity.' })
  activity!: Activity

  @Field(() => TurnKind, { description: 'How it turns.' })
  turn!: TurnKind

  @Field(() => Suspension, { nullable: true, description: 'The suspension that no longer holds.' })
  suspension!: SuspensionFact | null

  @Field(() => GraphQLMoment, { description: 'From when, first.' })
  from!: Moment
}

@ObjectType({
  description: 'How many practices of a region a change turns alike.',
  simpleResolvers: true,
})
class EffectCount {
  @Field(() => Region, { description: 'A region where they are then, at any level.' })
  region!: RegionFact

  @Field(() => Activity, { description: 'The activity.' })
  activity!: Activity

  @Field(() => TurnKind, { description: 'How they turn.' })
  turn!: TurnKind

  @Field(() => ID, { nullable: true, description: 'Id of the suspension that no longer holds.' })
  suspension!: string | null

  @Field(() => Boolean, { description: 'Whether they turn on a later day, and not at once.' })
  later!: boolean

  @Field(() => Int, { description: 'How many practices.' })
  practices!: number
}

@InputType({ description: 'Which turns are wanted.' })
class EffectTurnFilter {
  @Field(() => Activity, { nullable: true, description: 'The activity.' })
  activity?: Activity | null

  @Field(() => TurnKind, { nullable: true, description: 'How they turn.' })
  turn?: TurnKind | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they are in then.' })
  region?: string | null
}

const EffectTurnConnection = connectionOf(EffectTurn, 'EffectTurn')

const regionsOf = (register: Register, odsCode: string, from: Moment): readonly string[] => {
  const practice = register.get('practice', odsCode)
  if (!practice) return []
  return whereabouts(dossierOf(register, practice), toMs(from)).path.regions
}

const isWanted = (turn: TurnFact, filter: EffectTurnFilter | null): boolean =>
  (!filter?.activity || turn.activity === filter.activity) &&
  (!filter?.turn || turn.turn === filter.turn)

/** One turn of each practice that the caller may see, and that the register holds. */
const turnsTold = (
  { register, registerNow, actor, clock }: Context,
  turn: TurnFact,
  region: string | null | undefined,
): EffectTurn[] =>
  turn.practices.flatMap((odsCode) => {
    const practice = register.get('practice', odsCode)
    if (!practice || !actor || !maySee(actor, registerNow, practice, clock.nowMs())) return []
    if (region && !regionsOf(register, odsCode, turn.from).includes(region)) return []
    const { programme, activity, from } = turn
    const id = turn.suspension
    const suspension = (id && register.get('suspension', id)) || null
    return [{ practice, programme, activity, turn: turn.turn, suspension, from }]
  })

/** The turns, with a practice that turns alike at several times in the first of them alone. */
const firstTimes = (turns: readonly TurnFact[]): TurnFact[] => {
  const seen = new Set<string>()
  const isFirst = ({ programme, activity, turn, suspension }: TurnFact) => (odsCode: string) => {
    const key = [programme, activity, turn, suspension, odsCode].join(' ')
    return !seen.has(key) && seen.add(key)
  }
  return turns
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((turn) => ({ ...turn, practices: turn.practices.filter(isFirst(turn)) }))
}

/** How many practices turn so, for some activity, on a later day and not at once. */
const turnLater = (turns: readonly TurnFact[], kind: TurnKind, nowMs: number): number => {
  const alike = firstTimes(turns.filter(({ turn }) => turn === kind))
  const later = alike.filter(({ from }) => toMs(from) > nowMs)
  return new Set(later.flatMap(({ practices }) => practices)).size
}

/** The recorded breaches that the caller may see. */
const breachesTold = async (
  { breaches, register }: RecordedBreaches,
  { actor, database }: Context,
): Promise<readonly BreachFact[]> => {
  if (breaches.length === 0) return breaches
  return breaches.filter(await breachesSeenBy({ actor, database, registerNow: register }))
}

@Resolver(() => Effect)
export class EffectResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Entries of the ledger that it writes, or would write once signed, without those of ' +
      'breaches that the caller may not see; 0 where all was so already. Null of a proposal that ' +
      'is read again.',
  })
  async entries(
    @Root() { entries, recorded }: Effect,
    @Ctx() context: Context,
  ): Promise<number | null> {
    if (entries === null || recorded === null) return entries
    const told = await breachesTold(recorded, context)
    return entries - (recorded.breaches.length - told.length)
  }

  @FieldResolver(() => Int, {
    description: 'Of those permitted, how many turn for some activity only on a later day.',
  })
  permittedLater(@Root() { turns }: Effect, @Ctx() { clock }: Context): number {
    return turnLater(turns, 'PERMITTED', clock.nowMs())
  }

  @FieldResolver(() => Int, {
    description: 'Of those refused, how many turn for some activity only on a later day.',
  })
  refusedLater(@Root() { turns }: Effect, @Ctx() { clock }: Context): number {
    return turnLater(turns, 'REFUSED', clock.nowMs())
  }

  @FieldResolver(() => Int, {
    description: 'Of those no longer held, how many are let go of only on a later day.',
  })
  noLongerHeldLater(@Root() { turns }: Effect, @Ctx() { clock }: Context): number {
    return turnLater(turns, 'NO_LONGER_HELD', clock.nowMs())
  }

  @FieldResolver(() => EffectTurnConnection, {
    description: 'The practices themselves: those that the caller may see.',
  })
  practices(
    @Root() { turns }: Effect,
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg(() => EffectTurnFilter) filter: EffectTurnFilter | null,
    @Ctx() context: Context,
  ) {
    const wanted = firstTimes(turns)
      .filter((turn) => isWanted(turn, filter))
      .flatMap((turn) => turnsTold(context, turn, filter?.region))
    return pageOf(wanted, {
      by: ({ practice }) => practice.odsCode,
      key: (each) =>
        [each.programme, each.activity, each.turn, each.suspension?.id ?? ''].join(' '),
      direction: 'ASC',
    }, page)
  }

  @FieldResolver(() => BreachConnection, {
    nullable: true,
    description:
      'What it records as breaches, or would: those that the caller may see. In a preview their ' +
      'ids are not drawn for good. Null of a proposal that is read again.',
  })
  async breaches(
    @Root() { recorded }: Effect,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    if (recorded === null) return null
    return pageOf(await breachesTold(recorded, context), breachOrders.sorting(null), page)
  }

  @FieldResolver(() => [EffectCount], {
    description: 'How many turn, by region at every level, by activity, now and later.',
  })
  byRegion(@Root() { turns }: Effect, @Ctx() { register, clock }: Context): EffectCount[] {
    const counts = new Map<string, EffectCount>()
    for (const { practices, activity, turn, suspension, from } of firstTimes(turns)) {
      const later = toMs(from) > clock.nowMs()
      for (const code of practices.flatMap((each) => regionsOf(register, each, from))) {
        const region = register.get('region', code)
        const key = [code, activity, turn, suspension, later].join(' ')
        const known = counts.get(key)
        if (known) known.practices += 1
        else if (region) {
          counts.set(key, { region, activity, turn, suspension, later, practices: 1 })
        }
      }
    }
    return [...counts.values()]
  }
}
