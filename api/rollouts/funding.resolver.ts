import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { AtArgs } from '../access/at-args.js'
import { momentAsked, type Context } from '../access/context.js'
import { dayOf } from '../kernel/moment.js'
import { Funding } from './funding.js'
import { mayReadRegion } from './may-read-region.js'
import { Rollout } from './rollout.entity.js'

@Resolver(() => Rollout)
export class RolloutFundingResolver {
  @FieldResolver(() => Funding, {
    nullable: true,
    description: 'Its money; null where none is recorded, or it is not for this caller.',
  })
  funding(@Root() { region, funding }: Rollout, @Ctx() context: Context) {
    return mayReadRegion(context, region) ? funding : null
  }
}

@Resolver(() => Funding)
export class FundingResolver {
  @FieldResolver(() => Boolean, { description: 'Whether its last day is past at a moment.' })
  useByPassed(
    @Root() { useBy }: Funding,
    @Args(() => AtArgs) { at }: AtArgs,
    @Ctx() context: Context,
  ) {
    return dayOf(momentAsked(context, at)) > useBy
  }
}
