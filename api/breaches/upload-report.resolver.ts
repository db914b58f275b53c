import {
  Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root,
} from 'type-graphql'
import type { SelectQueryBuilder } from 'typeorm'
import { FilterArg, OrderArg } from '../access/args.js'
import { mustFind } from '../access/change.js'
import {
  connectionOf, decodeCursor, Direction, encodeCursor, ordersOf, PageArgs, type Order,
} from '../access/connection.js'
import { mustBeOneOf, type Context } from '../access/context.js'
import { practiceShownTo } from '../access/row-scope.js'
import { GraphQLMoment } from '../access/scalars.js'
import type { Actor } from '../kernel/actor.js'
import { toMoment, type Moment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import { holdsSoundText } from '../kernel/text.js'
import { Practice } from '../regions/practice.entity.js'
import { Programme } from '../regions/programme.entity.js'
import { UploadReport } from './upload-report.entity.js'

const UploadReportConnection = connectionOf(UploadReport, 'UploadReport')
const orders = ordersOf<UploadReport>('UploadReport', ({ id }) => id, {
  UPLOADED_AT: { description: 'When it was made.', by: ({ uploadedAt }) => uploadedAt },
})

@InputType({ description: 'Which reports are wanted.' })
class UploadReportFilter {
  @Field(() => ID, { nullable: true, description: 'Code of their programme.' })
  programme?: string | null

  @Field(() => ID, { nullable: true, description: 'Code of their practice.' })
  practice?: string | null

  @Field(() => GraphQLMoment, { nullable: true, description: 'The earliest moment.' })
  since?: Moment | null
}

type Reports = SelectQueryBuilder<UploadReport>

const ofSupplier = (query: Reports, { supplier, programmes }: Actor): Reports => {
  if (programmes) query.andWhere('report.programme = ANY(:programmes)', { programmes })
  return query.andWhere({ supplier })
}

const seenBy = (query: Reports, actor: Actor): Reports => {
  const { role, organisation } = actor
  if (role === 'PARTNER') return ofSupplier(query, actor)
  if (role === 'PRACTICE') return query.andWhere({ practice: organisation })
  return query
}

const filtered = (query: Reports, filter: UploadReportFilter): Reports => {
  const { programme, practice, since } = filter
  if (!holdsSoundText([programme, practice])) return query.andWhere('false')
  if (programme) query.andWhere({ programme })
  if (practice) query.andWhere({ practice })
  if (since) query.andWhere('report."uploadedAt" >= :since', { since })
  return query
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Whether a cursor's text is a moment as this list writes them, and one that there is. */
const isMoment = (text: string): boolean =>
  MOMENT.test(text) && !Number.isNaN(Date.parse(text)) && toMoment(Date.parse(text)) === text

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const afterCursor = (query: Reports, after: string | null | undefined, order: Direction) => {
  if (!after) return query
  const [uploadedAt = '', id = ''] = decodeCursor(after)
  if (!isMoment(String(uploadedAt)) || !UUID.test(String(id))) {
    throw invalid('after', '`after` is not a cursor of this list.')
  }
  const later = order === 'ASC' ? '>' : '<'
  const place = '(report."uploadedAt", report.id)'
  return query.andWhere(`${place} ${later} (:uploadedAt, :id::uuid)`, { uploadedAt, id })
}

@Resolver(() => UploadReport)
export class UploadReportResolver {
  @Query(() => UploadReportConnection, {
    description: 'What was reported, as far as the caller may see it; the newest first.',
  })
  async uploadReports(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @FilterArg(() => UploadReportFilter) filter: UploadReportFilter | null,
    @OrderArg(() => orders.Input) orderBy: Order | null,
    @Ctx() context: Context,
  ) {
    const actor = mustBeOneOf(context, ['PARTNER', 'PRACTICE', 'PROGRAMME_ADMIN', 'AUDITOR'])
    const direction = orderBy?.direction ?? Direction.DESC
    const reports = (): Reports => {
      const all = context.database.getRepository(UploadReport).createQueryBuilder('report')
      return filtered(seenBy(all, actor), filter ?? {})
    }
    const totalCount = await reports().getCount()
    const rows = await afterCursor(reports(), after, direction)
      .orderBy({ 'report.uploadedAt': direction, 'report.id': direction })
      .take(first + 1)
      .getMany()
    const edges = rows
      .slice(0, first)
      .map((node) => ({ cursor: encodeCursor([node.uploadedAt, node.id]), node }))
    const pageInfo = {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }
    return { edges, totalCount, pageInfo }
  }

  @FieldResolver(() => Programme, { description: 'Its programme.' })
  programme(@Root() { programme }: UploadReport, @Ctx() { register }: Context) {
    return mustFind(register, 'programme', programme)
  }

  @FieldResolver(() => ID, { description: 'ODS code of its practice, as it was reported.' })
  practiceCode(@Root() { practice }: UploadReport) {
    return practice
  }

  @FieldResolver(() => Practice, {
    nullable: true,
    description: 'Its practice; null where it is no longer for this caller.',
  })
  practice(@Root() { practice }: UploadReport, @Ctx() context: Context) {
    return practiceShownTo(context, practice)
  }
}
