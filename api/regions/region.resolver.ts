import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { globalIdFor } from '../access/node.js'
import type { Moment } from '../kernel/moment.js'
import { RegionKind } from '../kernel/vocabulary.js'
import type { RegionFact } from '../register/facts.js'
import { pathAt } from '../rules/path.js'
import { RegionTerm } from './region-term.js'
import { recordRegion, RecordRegionInput } from './record-region.command.js'
import { Region } from './region.entity.js'
import { Tile, tileOf } from './tile.js'

const RegionConnection = connectionOf(Region, 'Region')
const RegionChange = changeOf(Region, 'Region')
const orders = ordersOf<RegionFact>('Region', ({ code }) => code, {
  CODE: { description: 'Code.', by: ({ code }) => code },
  NAME: { description: 'Name.', by: ({ name }) => name },
})

@InputType({ description: 'Which regions are wanted.' })
class RegionFilter {
  @Field(() => RegionKind, { nullable: true, description: 'What kind of body.' })
  kind?: RegionKind | null

  @Field(() => ID, { nullable: true, description: 'Code of the parent at that moment.' })
  parent?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they lie in at that moment.' })
  within?: string | null

  @Field(() => String, { nullable: true, description: 'Part of the code or the name.' })
  search?: string | null
}

const isWanted = (
  { register }: Context,
  { code, name, kind }: RegionFact,
  filter: RegionFilter | null,
  atMs: number,
): boolean => {
  const [, ...above] = pathAt(register, code, atMs).regions
  return (
    (!filter?.kind || kind === filter.kind) &&
    (!filter?.parent || above[0] === filter.parent) &&
    (!filter?.within || above.includes(filter.within)) &&
    matches(filter?.search, code, name)
  )
}

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'A region by its code.' })
  region(
    @KeyArg('code') code: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ) {
    return register.get('region', code)
  }

  @Query(() => RegionConnection, { description: 'The regions.' })
  regions(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => RegionFilter) filter: RegionFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('region')].filter((region) =>
      isWanted(context, region, filter, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => [Region], { description: 'The regions above it, the nearest first.' })
  ancestors(@Root() { code }: Region, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    const [, ...above] = pathAt(context.register, code, momentAsked(context, at)).regions
    return above.map((each) => mustFind(context.register, 'region', each))
  }

  @FieldResolver(() => Tile, {
    nullable: true,
    description:
      'Its square on a map of its parent, for whoever draws one. Squares come with Holdfast’s ' +
      'reference bodies and are in no ledger: null for any other body, and for the country.',
  })
  tile(@Root() { code }: Region): Tile | null {
    return tileOf(code)
  }
}

@Resolver(() => RegionTerm)
export class RegionTermResolver {
  @FieldResolver(() => Region, { description: 'The region.' })
  region(@Root() { region }: RegionTerm, @Ctx() { register }: Context) {
    return mustFind(register, 'region', region)
  }
}

/** Their id among all things. */
export const RegionId = globalIdFor(Region, ({ code }) => code)

/** The commands about them. */
export const regionMutations = [
  mutationOf(RegionChange, recordRegion, RecordRegionInput),
]
