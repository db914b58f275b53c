import { addDays, sayDay, startOfDayMs, toMoment, type Day } from '../kernel/moment.js'
import { remembered } from '../kernel/remembered.js'
import { NO_REASONS, reason, type Reason, type Rule } from './rule.js'

/** So many days of notice after a day: when it ends, and the reason to refuse until then. */
interface Notice {
  readonly endsMs: number
  readonly reason: Reason
}

const workOut = (lastReceivedOn: Day, noticeDaysMin: number): Notice => {
  const endsMs = startOfDayMs(addDays(lastReceivedOn, noticeDaysMin))
  const received = sayDay(startOfDayMs(lastReceivedOn))
  return {
    endsMs,
    reason: reason(
      'NOTICE_TOO_SHORT',
      `Patients last received a mailing on ${received}; ${noticeDaysMin} days have not passed.`,
      { remedy: `The notice ends on ${sayDay(endsMs)}.`, permittedFrom: toMoment(endsMs) },
    ),
  }
}

/** Worded once for all the practices of a mailing. */
const noticesOf = remembered(10_000, (lastReceivedOn: Day) =>
  remembered(100, (noticeDaysMin: number) => workOut(lastReceivedOn, noticeDaysMin)),
)

const noticeOf = (lastReceivedOn: Day, noticeDaysMin: number): Notice =>
  noticesOf(lastReceivedOn)(noticeDaysMin)

/** The moment from which patients mailed on a day have had so many days of notice. */
export const noticeEndsMs = (lastReceivedOn: Day, noticeDaysMin: number): number =>
  noticeOf(lastReceivedOn, noticeDaysMin).endsMs

const neverMailed = remembered(100, (noticeDaysMin: number) =>
  reason('NOTICE_TOO_SHORT', 'No mailing is recorded that reached the patients in time.', {
    remedy: `Patients have to be mailed, and then have ${noticeDaysMin} days.`,
  }),
)

/** Before an upload, patients have had the programme's notice since the last pack they received. */
export const patientsHadNotice: Rule = ({ activity, lastReceivedOn, terms, atMs }) => {
  if (activity !== 'UPLOAD') return NO_REASONS
  const { noticeDaysMin } = terms
  if (lastReceivedOn === null) return [neverMailed(noticeDaysMin)]
  const notice = noticeOf(lastReceivedOn, noticeDaysMin)
  return notice.endsMs <= atMs ? NO_REASONS : [notice.reason]
}
