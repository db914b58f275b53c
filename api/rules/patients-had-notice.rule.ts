import { addDays, sayDay, startOfDayMs, toMoment, type Day } from '../kernel/moment.js'
import { reason, type Rule } from './rule.js'

/** The moment from which patients mailed on a day have had so many days of notice. */
export const noticeEndsMs = (lastReceivedOn: Day, noticeDaysMin: number): number =>
  startOfDayMs(addDays(lastReceivedOn, noticeDaysMin))

/** Before an upload, patients have had the programme's notice since the last pack they received. */
export const patientsHadNotice: Rule = ({ activity, lastReceivedOn, terms, atMs }) => {
  if (activity !== 'UPLOAD') return []
  const { noticeDaysMin } = terms
  if (lastReceivedOn === null) {
    return [
      reason('NOTICE_TOO_SHORT', 'No mailing is recorded that reached the patients in time.', {
        remedy: `Patients have to be mailed, and then have ${noticeDaysMin} days.`,
      }),
    ]
  }
  const endsMs = noticeEndsMs(lastReceivedOn, noticeDaysMin)
  if (endsMs <= atMs) return []
  const received = sayDay(startOfDayMs(lastReceivedOn))
  return [
    reason(
      'NOTICE_TOO_SHORT',
      `Patients last received a mailing on ${received}; ${noticeDaysMin} days have not passed.`,
      { remedy: `The notice ends on ${sayDay(endsMs)}.`, permittedFrom: toMoment(endsMs) },
    ),
  ]
}
