import {
  Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import {
  connectionOf, ListArgs, matches, ordersOf, pageOf, type Order,
} from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { globalIdFor } from '../access/node.js'
import type { PurdahFact } from '../register/facts.js'
import { isUnder } from '../rules/purdah.js'
import { Purdah } from './purdah.entity.js'
import { setPurdah, SetPurdahInput } from './set-purdah.command.js'

const PurdahConnection = connectionOf(Purdah, 'Purdah')
const PurdahChange = changeOf(Purdah, 'Purdah')
const orders = ordersOf<PurdahFact>('Purdah', ({ code }) => code, {
  FROM: { description: 'When it begins.', by: ({ from }) => from },
  CODE: { description: 'Code.', by: ({ code }) => code },
})

@InputType({ description: 'Which pre-election periods are wanted.' })
class PurdahFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether they are in force then.' })
  inForce?: boolean | null

  @Field(() => String, { nullable: true, description: 'Part of the code or the name.' })
  search?: string | null
}

@Resolver(() => Purdah)
export class PurdahResolver {
  @Query(() => PurdahConnection, { description: 'The calendar of pre-election periods.' })
  purdahs(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => PurdahFilter) filter: PurdahFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('purdah')].filter(
      (purdah) =>
        (filter?.inForce ?? isUnder(purdah, atMs)) === isUnder(purdah, atMs) &&
        matches(filter?.search, purdah.code, purdah.name),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is in force at a moment.' })
  inForce(@Root() root: Purdah, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return isUnder(root, momentAsked(context, at))
  }
}

/** Their id among all things. */
export const PurdahId = globalIdFor(Purdah, ({ code }) => code)

/** The commands about them. */
export const purdahMutations = [
  mutationOf(PurdahChange, setPurdah, SetPurdahInput),
]
