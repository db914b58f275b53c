import {
  Ctx, Field, ID, Int, Mutation, ObjectType, registerEnumType, Resolver,
} from 'type-graphql'
import { InputArg } from '../access/args.js'
import { mustFind } from '../access/change.js'
import { mustBeKnown, type Context } from '../access/context.js'
import { mayNotGive } from '../access/may-not-give.js'
import { refuseOtherProgramme } from '../access/row-scope.js'
import { GraphQLDay } from '../access/scalars.js'
import { refuseUnsoundText } from '../access/sound-text.js'
import { toMoment, type Day } from '../kernel/moment.js'
import { COMMANDS, mayCommand } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { isUuid } from '../kernel/uuid.js'
import { followUp } from './follow-up.js'
import { answeredBefore, keepReports, type ReportAnswer } from './keep-reports.js'
import { rejectionOf } from './reject-report.decision.js'
import { ReportUploadsInput } from './report-uploads.input.js'

const ReportStatus = { RECORDED: 'RECORDED', REJECTED: 'REJECTED' } as const
registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: 'What became of one report.',
  valuesConfig: {
    RECORDED: { description: 'It is kept.' },
    REJECTED: { description: 'It is not kept; its code says why.' },
  },
})

@ObjectType({ description: 'What became of one report.', simpleResolvers: true })
class UploadReportAnswer implements ReportAnswer {
  @Field(() => ID, { description: 'Code of the practice, as it was reported.' })
  practice!: string

  @Field(() => GraphQLDay, { description: 'The night, as it was reported.' })
  night!: Day

  @Field(() => ReportStatus, { description: 'Whether it is kept.' })
  status!: ReportAnswer['status']

  @Field(() => ID, { nullable: true, description: 'Id of the report; null if rejected.' })
  id!: string | null

  @Field(() => String, { nullable: true, description: 'A stable code; null if kept.' })
  code!: string | null

  @Field(() => String, { nullable: true, description: 'Why it is not kept; null if kept.' })
  message!: string | null
}

@ObjectType({ description: 'What became of a request that reports.', simpleResolvers: true })
class ReportUploadsAnswer {
  @Field(() => [UploadReportAnswer], { description: 'One each, in the order reported.' })
  reports!: readonly ReportAnswer[]

  @Field(() => Int, { description: 'How many are kept.' })
  recorded!: number

  @Field(() => Int, { description: 'How many are not.' })
  rejected!: number

  @Field(() => Boolean, {
    description:
      'Whether the first uploads and breaches among all that the supplier reported are written ' +
      'down. If false, repeat the request: nothing is lost, and nothing is kept twice.',
  })
  followedUp!: boolean
}

const mustHaveRequestId = ({ requestId }: Context): string => {
  if (requestId !== null && isUuid(requestId)) return requestId.toLowerCase()
  throw new Refusal(
    'REQUEST_ID_REQUIRED',
    'Reports need an X-Request-ID header with a UUID of their own, so that they can be repeated.',
  )
}

const mustBeSupplier = (context: Context): string => {
  const actor = mustBeKnown(context)
  const { role, supplier } = actor
  if (mayCommand(role, 'reportUploads') && supplier !== null) return supplier
  throw mayNotGive(actor, 'reportUploads')
}

/** Keeps the reports, and answers each; or refuses the request as a whole. */
const keepRequest = async (
  context: Context,
  { programme, reports }: ReportUploadsInput,
): Promise<readonly ReportAnswer[]> => {
  const supplier = mustBeSupplier(context)
  refuseOtherProgramme(mustBeKnown(context), programme)
  const id = mustHaveRequestId(context)
  refuseUnsoundText({ programme, reports })
  const { registerNow, database, clock } = context
  mustFind(registerNow, 'programme', programme)
  const nowMs = clock.nowMs()
  const request = { supplier, id, programme, reports, receivedAt: toMoment(nowMs) }
  return (
    (await answeredBefore(database, request)) ??
    keepReports(database, request, (report) => rejectionOf(registerNow, supplier, report, nowMs))
  )
}

@Resolver()
export class ReportUploadsResolver {
  @Mutation(() => ReportUploadsAnswer, { description: COMMANDS.reportUploads.does })
  async reportUploads(
    @InputArg(() => ReportUploadsInput) input: ReportUploadsInput,
    @Ctx() context: Context,
  ): Promise<ReportUploadsAnswer> {
    const answers = await keepRequest(context, input).catch(async (error: unknown) => {
      if (error instanceof Refusal) await context.keepRefusal('reportUploads', input, error)
      throw error
    })
    const followedUp = await followUp(context, mustBeSupplier(context))
    const recorded = answers.filter(({ status }) => status === 'RECORDED').length
    return { reports: answers, recorded, rejected: answers.length - recorded, followedUp }
  }
}
