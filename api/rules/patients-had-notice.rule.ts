import { addDays, sayDay, startOfDayMs, toMoment, type Day } from '../kernel/moment.js'
import { remembered } from '../kernel/remembered.js'
import type { PlacedMailing } from './evidence.js'
import { ROLLS_OUT } from './say.js'
import { NO_REASONS, reason, wordedOnce, type Rule } from './rule.js'

const endsOf = remembered(10_000, (lastReceivedOn: Day) =>
  remembered(100, (noticeDaysMin: number) => startOfDayMs(addDays(lastReceivedOn, noticeDaysMin))),
)

/** The moment from which patients mailed on a day have had so many days of notice. */
export const noticeEndsMs = (lastReceivedOn: Day, noticeDaysMin: number): number =>
  endsOf(lastReceivedOn)(noticeDaysMin)

/** Worded once for all the practices of a mailing. */
const tooShort = wordedOnce(({ id, receivedOn }: PlacedMailing, noticeDaysMin: number) => {
  const endsMs = noticeEndsMs(receivedOn, noticeDaysMin)
  const received = sayDay(startOfDayMs(receivedOn))
  return reason(
    'NOTICE_TOO_SHORT',
    `Patients last received a mailing, ${id}, on ${received}; ` +
      `${noticeDaysMin} days have not passed.`,
    {
      remedy: `They will have passed when ${sayDay(endsMs)} begins.`,
      permittedFrom: toMoment(endsMs),
    },
  )
})

const neverMailed = remembered(100, (noticeDaysMin: number) =>
  reason('NOTICE_TOO_SHORT', 'No mailing is recorded that reached the patients in time.', {
    remedy: `${ROLLS_OUT} has to have them mailed; they then have ${noticeDaysMin} days.`,
  }),
)

/** Before an upload, patients have had the programme's notice since the last pack they received. */
export const patientsHadNotice: Rule = ({ activity, lastMailing, terms, atMs }) => {
  if (activity !== 'UPLOAD') return NO_REASONS
  const { noticeDaysMin } = terms
  if (lastMailing === null) return [neverMailed(noticeDaysMin)]
  const endsMs = noticeEndsMs(lastMailing.receivedOn, noticeDaysMin)
  return endsMs <= atMs ? NO_REASONS : [tooShort(lastMailing, noticeDaysMin)]
}
