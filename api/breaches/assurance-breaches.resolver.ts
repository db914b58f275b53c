import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { PageAtArgs, pageOf, type Order } from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { Assurance } from '../assurances/assurance.entity.js'
import { breachesOf } from '../assurances/kept.js'
import { rulerFor } from '../assurances/ruler-for.js'
import { BreachConnection, breachOrders } from './breach.resolver.js'
import { breachesSeenBy } from './seen-breaches.js'

/** What was done against an assurance. */
@Resolver(() => Assurance)
export class AssuranceBreachesResolver {
  @FieldResolver(() => Int, {
    description: 'How many breaches of it there were by a moment, whoever may see them.',
  })
  breachCount(
    @Root() root: Assurance,
    @Args(() => AtArgs) { at }: AtArgs,
    @Ctx() context: Context,
  ) {
    return breachesOf(rulerFor(context, root), root, momentAsked(context, at)).length
  }

  @FieldResolver(() => BreachConnection, {
    description: 'The breaches of it by a moment, as far as the caller may see them.',
  })
  async breaches(
    @Root() root: Assurance,
    @Args(() => PageAtArgs) page: PageAtArgs,
    @OrderArg(() => breachOrders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const sees = await breachesSeenBy(context)
    const all = breachesOf(rulerFor(context, root), root, momentAsked(context, page.at))
    return pageOf(all.filter(sees), breachOrders.sorting(orderBy), page)
  }
}
