import { GraphQLJSON } from 'graphql-scalars'
import {
  Arg, Args, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver,
} from 'type-graphql'
import { FilterArg, KnownAtArg, OrderArg } from '../access/args.js'
import type { SelectQueryBuilder } from 'typeorm'
import {
  connectionOf, decodeCursor, Direction, encodeCursor, ListArgs, ordersOf, type Order,
} from '../access/connection.js'
import { mustBeOneOf, type Context } from '../access/context.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Reader } from '../assurances/may-read.js'
import type { Moment } from '../kernel/moment.js'
import { holdsSoundText } from '../kernel/text.js'
import { rootOf, type EntryBody } from '../ledger/entry-hash.js'
import { LedgerEntryRow } from '../ledger/ledger-entry.entity.js'
import { bodyFor, onlyReadable } from './readable-entries.js'

@ObjectType({ description: 'What an entry tells: a row before and after.', simpleResolvers: true })
class LedgerEntryBody implements EntryBody {
  @Field(() => String, { description: 'The table of the row.' })
  table!: string

  @Field(() => ID, { description: 'The key of the row.' })
  key!: string

  @Field(() => GraphQLJSON, { nullable: true, description: 'The row before; null for a new one.' })
  before!: unknown

  @Field(() => GraphQLJSON, { description: 'The row after.' })
  after!: unknown

  @Field(() => String, { description: 'Why the change was made.' })
  reason!: string
}

@ObjectType({ description: 'One entry of the ledger.', simpleResolvers: true })
export class LedgerEntry {
  @Field(() => Int, { description: 'Its number, from 1, without gaps.' })
  sequence!: number

  @Field(() => GraphQLMoment, { description: 'When the change was made.' })
  at!: Moment

  @Field(() => ID, { description: 'One id for all entries of a change.' })
  change!: string

  @Field(() => String, { description: 'Who vouched for who made it.' })
  issuer!: string

  @Field(() => String, { description: 'Who made it.' })
  subject!: string

  @Field(() => ID, { description: 'The organisation they spoke for.' })
  organisation!: string

  @Field(() => String, { description: 'The command that made it.' })
  kind!: string

  @Field(() => String, { description: 'Salted SHA-256 of the body.' })
  bodyHash!: string

  @Field(() => String, { description: 'Root of the tree up to and with this entry.' })
  root!: string

  @Field(() => LedgerEntryBody, { nullable: true, description: 'What it tells; null if redacted.' })
  body!: LedgerEntryBody | null
}

@ObjectType({ description: 'Where the ledger ends.', simpleResolvers: true })
class LedgerHead {
  @Field(() => Int, { description: 'The number of the last entry.' })
  sequence!: number

  @Field(() => GraphQLMoment, { description: 'The time of the last entry.' })
  at!: Moment

  @Field(() => String, { description: 'Root of the tree of all entries. Keep it to verify with.' })
  root!: string
}

@InputType({ description: 'Which entries are wanted.' })
class LedgerEntryFilter {
  @Field(() => ID, { nullable: true, description: 'The change that wrote them.' })
  change?: string | null

  @Field(() => String, { nullable: true, description: 'The command that wrote them.' })
  kind?: string | null

  @Field(() => String, { nullable: true, description: 'The table they tell of.' })
  table?: string | null

  @Field(() => ID, { nullable: true, description: 'The key of the row they tell of.' })
  key?: string | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'Those of this moment and later.' })
  since?: Moment | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'Those before this moment.' })
  until?: Moment | null

  @Field(() => Int, { nullable: true, description: 'Those of this number and higher ones.' })
  fromSequence?: number | null

  @Field(() => Int, { nullable: true, description: 'Those of this number and lower ones.' })
  toSequence?: number | null
}

const LedgerEntryConnection = connectionOf(LedgerEntry, 'LedgerEntry')
const orders = ordersOf<LedgerEntry>('LedgerEntry', ({ sequence }) => sequence, {
  SEQUENCE: { description: 'Number.', by: ({ sequence }) => sequence },
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const INTEGER_MAX = 2_147_483_647
const NO_CHANGE = '00000000-0000-0000-0000-000000000000'

/** Those of a range of numbers, if one is wanted. Nought is a number too, and no entry's. */
const numbered = (
  query: SelectQueryBuilder<LedgerEntryRow>,
  { fromSequence: from = null, toSequence: to = null }: LedgerEntryFilter,
): SelectQueryBuilder<LedgerEntryRow> => {
  if (from !== null) query.andWhere('entry.sequence >= :from', { from })
  if (to !== null) query.andWhere('entry.sequence <= :to', { to })
  return query
}

const filtered = (
  query: SelectQueryBuilder<LedgerEntryRow>,
  filter: LedgerEntryFilter,
): SelectQueryBuilder<LedgerEntryRow> => {
  const { change, kind, table, key, since, until } = filter
  if (!holdsSoundText([kind, table, key])) return query.andWhere('false')
  if (change) query.andWhere({ change: UUID.test(change) ? change : NO_CHANGE })
  if (kind) query.andWhere({ kind })
  if (table) query.andWhere(`entry.body::jsonb ->> 'table' = :table`, { table })
  if (key) query.andWhere(`entry.body::jsonb ->> 'key' = :key`, { key })
  if (since) query.andWhere('entry.at >= :since', { since })
  if (until) query.andWhere('entry.at < :until', { until })
  return numbered(query, filter)
}

const afterCursor = (
  query: SelectQueryBuilder<LedgerEntryRow>,
  after: string | null | undefined,
  order: Direction,
): SelectQueryBuilder<LedgerEntryRow> => {
  if (!after) return query
  const sequence = Number(decodeCursor(after)[0])
  if (!Number.isInteger(sequence) || Math.abs(sequence) > INTEGER_MAX) return query
  return query.andWhere(`entry.sequence ${order === 'ASC' ? '>' : '<'} :sequence`, { sequence })
}

/** Who asks, if the ledger is for them at all. */
const readerOf = (context: Context): Reader => ({
  actor: mustBeOneOf(context, ['PROGRAMME_ADMIN', 'AUDITOR', 'LIAISON']),
  register: context.register,
})

/** The entries that somebody may read, as known at a moment. */
const entriesFor = (
  reader: Reader,
  { database }: Context,
  knownAt: Moment | null | undefined,
): SelectQueryBuilder<LedgerEntryRow> => {
  const all = database.manager.createQueryBuilder(LedgerEntryRow, 'entry')
  const query = onlyReadable(all, reader)
  return knownAt ? query.andWhere('entry.at <= :knownAt', { knownAt }) : query
}

const shownTo = (reader: Reader, row: LedgerEntryRow): LedgerEntry => ({
  ...row,
  body: bodyFor(reader, row),
})

@Resolver()
export class LedgerEntryResolver {
  @Query(() => LedgerHead, { description: 'Where the ledger ends, as this process knows it.' })
  ledgerHead(
    @KnownAtArg() _knownAt: Moment | null,
    @Ctx() { register }: Context,
  ): LedgerHead {
    const { sequence, at, tree } = register.head
    return { sequence, at, root: rootOf(tree) }
  }

  @Query(() => LedgerEntry, {
    nullable: true,
    description:
      'An entry of the ledger by its number; null where there is none, or it is not for this ' +
      'caller, who is shown what the list of entries shows them.',
  })
  async ledgerEntry(
    @Arg('sequence', () => Int, { description: 'Its number.' }) sequence: number,
    @KnownAtArg() knownAt: Moment | null,
    @Ctx() context: Context,
  ): Promise<LedgerEntry | null> {
    const reader = readerOf(context)
    const row = await entriesFor(reader, context, knownAt).andWhere({ sequence }).getOne()
    return row && shownTo(reader, row)
  }

  @Query(() => LedgerEntryConnection, {
    description:
      'The ledger, entry by entry; the newest first unless asked otherwise. A liaison officer is ' +
      'shown what liaison may read elsewhere: no entry of an assurance that is not for them, no ' +
      'link to one, and of breaches those of assurances they may read. Numbers missing between ' +
      'entries are those of entries not shown.',
  })
  async ledgerEntries(
    @Args(() => ListArgs) { first, after, at, knownAt }: ListArgs,
    @FilterArg(() => LedgerEntryFilter) filter: LedgerEntryFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const reader = readerOf(context)
    const direction = orderBy?.direction ?? Direction.DESC
    const entries = () => {
      const query = filtered(entriesFor(reader, context, knownAt), filter ?? {})
      return at ? query.andWhere('entry.at <= :at', { at }) : query
    }
    const totalCount = await entries().getCount()
    const rows = await afterCursor(entries(), after, direction)
      .orderBy('entry.sequence', direction)
      .take(first + 1)
      .getMany()
    const edges = rows.slice(0, first).map((row) => ({
      cursor: encodeCursor([row.sequence]),
      node: shownTo(reader, row),
    }))
    const pageInfo = {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }
    return { edges, totalCount, pageInfo }
  }
}
