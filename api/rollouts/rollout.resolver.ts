import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, registerEnumType, Resolver,
  Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import type { Moment } from '../kernel/moment.js'
import { Classification } from '../kernel/vocabulary.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import type { RolloutFact } from '../register/facts.js'
import { numberOf } from '../access/numbered.js'
import { pathAt } from '../rules/path.js'
import { classificationAt, RolloutState, rolloutStateAt } from '../rules/rollout-state.js'
import { endRollout } from './end-rollout.command.js'
import { fundRollout, FundRolloutInput } from './fund-rollout.command.js'
import { planRollout, PlanRolloutInput } from './plan-rollout.command.js'
import { reclassifyRollout, ReclassifyRolloutInput } from './reclassify-rollout.command.js'
import { Rollout } from './rollout.entity.js'
import { startRollout, RolloutVersionInput } from './start-rollout.command.js'

registerEnumType(RolloutState, {
  name: 'RolloutState',
  description: 'Where a rollout stands.',
  valuesConfig: {
    PLANNED: { description: 'It has not started.' },
    RUNNING: { description: 'It has started and has not ended.' },
    ENDED: { description: 'It is over, or was called off.' },
  },
})

const RolloutConnection = connectionOf(Rollout, 'Rollout')
const RolloutChange = changeOf(Rollout, 'Rollout')
const orders = ordersOf<RolloutFact>('Rollout', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  REGION: { description: 'Code of the region.', by: ({ region }) => region },
  STARTED_AT: {
    description: 'When it started; those that have not come first.',
    by: ({ startedAt }) => startedAt ?? '',
  },
})

@InputType({ description: 'Which rollouts are wanted.' })
class RolloutFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they lie in then.' })
  region?: string | null

  @Field(() => Classification, { nullable: true, description: 'Their classification then.' })
  classification?: Classification | null

  @Field(() => RolloutState, { nullable: true, description: 'Where they stand then.' })
  state?: RolloutState | null
}

const isWanted = (
  { register }: Context,
  rollout: RolloutFact,
  filter: RolloutFilter | null,
  atMs: number,
): boolean =>
  (!filter?.programme || rollout.programme === filter.programme) &&
  (!filter?.region || pathAt(register, rollout.region, atMs).regions.includes(filter.region)) &&
  (!filter?.classification || classificationAt(rollout, atMs) === filter.classification) &&
  (!filter?.state || rolloutStateAt(rollout, atMs) === filter.state)

@Resolver(() => Rollout)
export class RolloutResolver {
  @Query(() => Rollout, { nullable: true, description: 'A rollout by its id.' })
  rollout(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ) {
    return register.get('rollout', id)
  }

  @Query(() => RolloutConnection, { description: 'The rollouts.' })
  rollouts(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => RolloutFilter) filter: RolloutFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('rollout')].filter((rollout) =>
      isWanted(context, rollout, filter, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: Rollout, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => Region, { description: 'Its region.' })
  region(@Root() { region }: Rollout, @Ctx() { register }: Context) {
    return mustFind(register, 'region', region)
  }

  @FieldResolver(() => [ID], {
    nullable: true,
    description: 'Codes of the practices it covers; null for all of its region.',
  })
  practiceCodes(@Root() { practices }: Rollout) {
    return practices
  }

  @FieldResolver(() => RolloutState, { description: 'Where it stands at a moment.' })
  state(@Root() root: Rollout, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return rolloutStateAt(root, momentAsked(context, at))
  }

  @FieldResolver(() => Classification, { description: 'The wave it belonged to at a moment.' })
  classificationAt(
    @Root() root: Rollout,
    @Args(() => AtArgs) { at }: AtArgs,
    @Ctx() context: Context,
  ) {
    return classificationAt(root, momentAsked(context, at))
  }
}

/** The commands about them. */
export const rolloutMutations = [
  mutationOf(RolloutChange, planRollout, PlanRolloutInput),
  mutationOf(RolloutChange, startRollout, RolloutVersionInput),
  mutationOf(RolloutChange, endRollout, RolloutVersionInput),
  mutationOf(RolloutChange, reclassifyRollout, ReclassifyRolloutInput),
  mutationOf(RolloutChange, fundRollout, FundRolloutInput),
]
