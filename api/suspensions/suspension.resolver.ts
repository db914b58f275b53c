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
import { Strength } from '../kernel/vocabulary.js'
import { Organisation } from '../regions/organisation.entity.js'
import { Programme } from '../regions/programme.entity.js'
import type { SuspensionFact } from '../register/facts.js'
import { annulSuspension, AnnulSuspensionInput } from './annul-suspension.command.js'
import { imposeSuspension, ImposeSuspensionInput } from './impose-suspension.command.js'
import { liftSuspension, LiftSuspensionInput } from './lift-suspension.command.js'
import { replaceSuspension, ReplaceSuspensionInput } from './replace-suspension.command.js'
import { Suspension } from './suspension.entity.js'

const SuspensionConnection = connectionOf(Suspension, 'Suspension')
const SuspensionChange = changeOf(Suspension, 'Suspension')
const orders = ordersOf<SuspensionFact>('Suspension', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  FROM: { description: 'From when it holds.', by: ({ from }) => from },
})

@InputType({ description: 'Which suspensions are wanted.' })
class SuspensionFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => Strength, { nullable: true, description: 'How strong they are.' })
  strength?: Strength | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they are in force then.' })
  inForce?: boolean | null
}

const isInForce = ({ from, endedAt }: SuspensionFact, atMs: number): boolean =>
  toMs(from) <= atMs && (endedAt === null || atMs < toMs(endedAt))

const isWanted = (
  suspension: SuspensionFact,
  { programme, strength, inForce }: SuspensionFilter,
  atMs: number,
): boolean =>
  (!programme || suspension.programme === programme) &&
  (!strength || suspension.strength === strength) &&
  (inForce === null || inForce === undefined || isInForce(suspension, atMs) === inForce)

@Resolver(() => Suspension)
export class SuspensionResolver {
  @Query(() => Suspension, { nullable: true, description: 'A suspension by its id.' })
  suspension(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ) {
    return register.get('suspension', id)
  }

  @Query(() => SuspensionConnection, { description: 'The suspensions.' })
  suspensions(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => SuspensionFilter) filter: SuspensionFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('suspension')].filter((suspension) =>
      isWanted(suspension, filter ?? {}, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'The programme it holds.' })
  programme(@Root() { programme }: Suspension, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is in force at a moment.' })
  inForce(@Root() root: Suspension, @Args(() => AtArgs) { at }: AtArgs, @Ctx() context: Context) {
    return isInForce(root, momentAsked(context, at))
  }

  @FieldResolver(() => [Organisation], { description: 'Whose signature a loosening needs.' })
  signatories(@Root() { signatories }: Suspension, @Ctx() { register }: Context) {
    return signatories.map((code) => mustFind(register, 'organisation', code))
  }

  @FieldResolver(() => Suspension, {
    nullable: true,
    description: 'What took its place; null where nothing did.',
  })
  replacedBy(@Root() { replacedBy }: Suspension, @Ctx() { register }: Context) {
    return replacedBy === null ? null : mustFind(register, 'suspension', replacedBy)
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Who imposed it; null where a practice took more time for itself.',
  })
  imposedBy(@Root() { imposedBy }: Suspension, @Ctx() { register }: Context) {
    return register.get('organisation', imposedBy)
  }
}

/** The commands about them. */
export const suspensionMutations = [
  mutationOf(SuspensionChange, imposeSuspension, ImposeSuspensionInput),
  mutationOf(SuspensionChange, liftSuspension, LiftSuspensionInput),
  mutationOf(SuspensionChange, replaceSuspension, ReplaceSuspensionInput),
  mutationOf(SuspensionChange, annulSuspension, AnnulSuspensionInput),
]
