import { Args, Ctx, Field, InputType, Query, Resolver } from 'type-graphql'
import type { SelectQueryBuilder } from 'typeorm'
import { FilterArg, OrderArg } from '../access/args.js'
import {
  connectionOf, decodeCursor, Direction, encodeCursor, ordersOf, PageArgs, pageOf, type Order,
} from '../access/connection.js'
import { mustBeOneOf, type Context } from '../access/context.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Actor } from '../kernel/actor.js'
import { dayOf, toMs, type Moment } from '../kernel/moment.js'
import { holdsSoundText } from '../kernel/text.js'
import { AnonymousRefusal, RefusedAttempt } from './refused-attempt.entity.js'

/** What others were refused, and what they had asked for, is for those who oversee all. */
const READERS: readonly Actor['role'][] = ['PROGRAMME_ADMIN', 'AUDITOR']

const RefusedAttemptConnection = connectionOf(RefusedAttempt, 'RefusedAttempt')
const attemptOrders = ordersOf<RefusedAttempt>('RefusedAttempt', ({ id }) => id, {
  ID: { description: 'Number: the order in which they were refused.', by: ({ id }) => id },
})
const AnonymousRefusalConnection = connectionOf(AnonymousRefusal, 'AnonymousRefusal')
const countOrders = ordersOf<AnonymousRefusal>('AnonymousRefusal', ({ command }) => command, {
  DAY: { description: 'The day.', by: ({ day }) => day },
})

@InputType({ description: 'Which refused attempts are wanted.' })
class RefusedAttemptFilter {
  @Field(() => String, { nullable: true, description: 'The command that was refused.' })
  command?: string | null

  @Field(() => String, { nullable: true, description: 'The code of the refusal.' })
  code?: string | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'The earliest moment.' })
  since?: Moment | null
}

@InputType({ description: 'Which counts of refusals are wanted.' })
class AnonymousRefusalFilter {
  @Field(() => String, { nullable: true, description: 'The command that was refused.' })
  command?: string | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'A moment of the earliest day.' })
  since?: Moment | null
}

type Attempts = SelectQueryBuilder<RefusedAttempt>

const filtered = (query: Attempts, { command, code, since }: RefusedAttemptFilter): Attempts => {
  if (!holdsSoundText([command, code])) return query.andWhere('false')
  if (command) query.andWhere({ command })
  if (code) query.andWhere({ code })
  return since ? query.andWhere('attempt.at >= :since', { since }) : query
}

const INTEGER_MAX = 2_147_483_647

const afterCursor = (query: Attempts, after: string | null | undefined, order: Direction) => {
  if (!after) return query
  const id = Number(decodeCursor(after)[0])
  if (!Number.isInteger(id) || Math.abs(id) > INTEGER_MAX) return query
  return query.andWhere(`attempt.id ${order === 'ASC' ? '>' : '<'} :id`, { id })
}

/** What was refused. No governed facts: nothing of it is in the ledger. */
@Resolver()
export class RefusedAttemptResolver {
  @Query(() => RefusedAttemptConnection, {
    description: 'What was asked for and refused; the newest first unless asked otherwise.',
  })
  async refusedAttempts(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @FilterArg(() => RefusedAttemptFilter) filter: RefusedAttemptFilter | null,
    @OrderArg(() => attemptOrders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, READERS)
    const direction = orderBy?.direction ?? Direction.DESC
    const attempts = (): Attempts => {
      const all = context.database.getRepository(RefusedAttempt).createQueryBuilder('attempt')
      return filtered(all, filter ?? {})
    }
    const totalCount = await attempts().getCount()
    const rows = await afterCursor(attempts(), after, direction)
      .orderBy('attempt.id', direction)
      .take(first + 1)
      .getMany()
    const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor([node.id]), node }))
    const pageInfo = {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }
    return { edges, totalCount, pageInfo }
  }

  @Query(() => AnonymousRefusalConnection, {
    description: 'How many attempts without a token were refused, by day and command.',
  })
  async anonymousRefusals(
    @Args(() => PageArgs) page: PageArgs,
    @FilterArg(() => AnonymousRefusalFilter) filter: AnonymousRefusalFilter | null,
    @OrderArg(() => countOrders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    mustBeOneOf(context, READERS)
    const since = filter?.since && dayOf(toMs(filter.since))
    const counts = await context.database.getRepository(AnonymousRefusal).find()
    const wanted = counts.filter(
      ({ day, command }) =>
        (!filter?.command || command === filter.command) && (!since || day >= since),
    )
    const sorting = countOrders.sorting(orderBy ?? { field: 'DAY', direction: Direction.DESC })
    return pageOf(wanted, sorting, page)
  }
}
