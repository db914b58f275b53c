import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { AtArgs } from '../access/at-args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import { momentAsked, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { numberOf } from '../access/numbered.js'
import { toMs, type Moment } from '../kernel/moment.js'
import type { DispensationFact } from '../register/facts.js'
import { decideDispensation, DecideDispensationInput } from './decide-dispensation.command.js'
import { Dispensation } from './dispensation.entity.js'
import { endDispensation, EndDispensationInput } from './end-dispensation.command.js'
import { requestDispensation, RequestDispensationInput } from './request-dispensation.command.js'
import { Suspension } from './suspension.entity.js'

const DispensationConnection = connectionOf(Dispensation, 'Dispensation')
const DispensationChange = changeOf(Dispensation, 'Dispensation')
const orders = ordersOf<DispensationFact>('Dispensation', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  REQUESTED_AT: { description: 'When it was asked for.', by: ({ requestedAt }) => requestedAt },
})

@InputType({ description: 'Which dispensations are wanted.' })
class DispensationFilter {
  @Field(() => ID, { nullable: true, description: 'Id of their suspension.' })
  suspension?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of the region that asked.' })
  requestedBy?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they are decided.' })
  decided?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they are in force then.' })
  inForce?: boolean | null
}

const isInForce = ({ from, to }: DispensationFact, atMs: number): boolean =>
  from !== null && toMs(from) <= atMs && (to === null || atMs < toMs(to))

const isAsAsked = (wanted: boolean | null | undefined, is: boolean): boolean =>
  wanted === null || wanted === undefined || wanted === is

const isWanted = (
  dispensation: DispensationFact,
  { suspension, requestedBy, decided, inForce }: DispensationFilter,
  atMs: number,
): boolean =>
  (!suspension || dispensation.suspension === suspension) &&
  (!requestedBy || dispensation.requestedBy === requestedBy) &&
  isAsAsked(decided, dispensation.decidedAt !== null) &&
  isAsAsked(inForce, isInForce(dispensation, atMs))

@Resolver(() => Dispensation)
export class DispensationResolver {
  @Query(() => Dispensation, { nullable: true, description: 'A dispensation by its id.' })
  dispensation(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ) {
    return register.get('dispensation', id)
  }

  @Query(() => DispensationConnection, { description: 'The dispensations, decided or not.' })
  dispensations(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => DispensationFilter) filter: DispensationFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('dispensation')].filter((each) =>
      isWanted(each, filter ?? {}, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Suspension, { description: 'The suspension it excepts from.' })
  suspension(@Root() { suspension }: Dispensation, @Ctx() { register }: Context) {
    return mustFind(register, 'suspension', suspension)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is in force at a moment.' })
  inForce(@Root() root: Dispensation, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return isInForce(root, momentAsked(context, at))
  }
}

/** The commands about them. */
export const dispensationMutations = [
  mutationOf(DispensationChange, requestDispensation, RequestDispensationInput),
  mutationOf(DispensationChange, decideDispensation, DecideDispensationInput),
  mutationOf(DispensationChange, endDispensation, EndDispensationInput),
]
