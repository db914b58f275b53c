import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import { FilterArg, KeyArg, KnownAtArg, OrderArg } from '../access/args.js'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import { connectionOf, ListArgs, ordersOf, pageOf, type Order } from '../access/connection.js'
import { momentAsked, mustBeOneOf, type Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { numberOf } from '../access/numbered.js'
import type { Moment } from '../kernel/moment.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import type { MailingFact } from '../register/facts.js'
import { pathAt } from '../rules/path.js'
import { Mailing } from './mailing.entity.js'
import { PlanMailingInput, RecordMailingInput, VoidMailingInput } from './mailing.inputs.js'
import { mayReadRegion, REGION_READERS } from './may-read-region.js'
import { planMailing } from './plan-mailing.command.js'
import { recordMailing } from './record-mailing.command.js'
import { voidMailing } from './void-mailing.command.js'

const MailingConnection = connectionOf(Mailing, 'Mailing')
const MailingChange = changeOf(Mailing, 'Mailing')
const orders = ordersOf<MailingFact>('Mailing', ({ id }) => numberOf(id), {
  ID: { description: 'Id.', by: ({ id }) => numberOf(id) },
  REGION: { description: 'Code of the region.', by: ({ region }) => region },
  LAST_RECEIVED_ON: {
    description: 'The day the last pack was received; those only planned first.',
    by: ({ lastReceivedOn }) => lastReceivedOn ?? '',
  },
})

@InputType({ description: 'Which mailings are wanted.' })
class MailingFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of a region they lie in then.' })
  region?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they were received; false for those that are only planned.',
  })
  received?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they were found to be recorded in error.',
  })
  voided?: boolean | null
}

const isOrAny = (wanted: boolean | null | undefined, is: boolean): boolean =>
  (wanted ?? is) === is

const isWanted = (
  { register }: Context,
  { programme, region, lastReceivedOn, voidedAt }: MailingFact,
  filter: MailingFilter,
  atMs: number,
): boolean =>
  (!filter.programme || programme === filter.programme) &&
  (!filter.region || pathAt(register, region, atMs).regions.includes(filter.region)) &&
  isOrAny(filter.received, lastReceivedOn !== null) &&
  isOrAny(filter.voided, voidedAt !== null)

@Resolver(() => Mailing)
export class MailingResolver {
  @Query(() => Mailing, {
    nullable: true,
    description: 'A mailing by its id; null where it is unknown, or not for this caller.',
  })
  mailing(
    @KeyArg('id') id: string,
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, REGION_READERS)
    const mailing = context.register.get('mailing', id)
    return mailing && mayReadRegion(context, mailing.region) ? mailing : null
  }

  @Query(() => MailingConnection, { description: 'The mailings that the caller may see.' })
  mailings(
    @Args(() => ListArgs) page: ListArgs,
    @FilterArg(() => MailingFilter) filter: MailingFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, REGION_READERS)
    const atMs = momentAsked(context, page.at)
    const wanted = [...context.register.all('mailing')].filter(
      (mailing) =>
        mayReadRegion(context, mailing.region) && isWanted(context, mailing, filter ?? {}, atMs),
    )
    return pageOf(wanted, orders.sorting(orderBy), page)
  }

  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: Mailing, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => Region, { description: 'Its region.' })
  region(@Root() { region }: Mailing, @Ctx() { register }: Context) {
    return mustFind(register, 'region', region)
  }

  @FieldResolver(() => [ID], {
    nullable: true,
    description: 'Codes of the practices whose patients were mailed; null for all of the region.',
  })
  practiceCodes(@Root() { practices }: Mailing) {
    return practices
  }
}

/** The commands about them. */
export const mailingMutations = [
  mutationOf(MailingChange, planMailing, PlanMailingInput),
  mutationOf(MailingChange, recordMailing, RecordMailingInput),
  mutationOf(MailingChange, voidMailing, VoidMailingInput),
]
