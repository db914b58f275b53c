import {
  addDays, DAY_MS, dayOf, sayDate, sayDay, startOfDayMs, toMs, type Day,
} from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { ConsultationFact } from '../register/facts.js'

/** Twelve weeks: the Code of Practice on Consultation, 2008. */
export const CONSULTATION_DAYS_MIN = 84

/** Where a consultation stands at a moment. */
export const ConsultationState = {
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  CONCLUDED: 'CONCLUDED',
} as const
export type ConsultationState = keyof typeof ConsultationState

const closesMs = ({ closesOn }: ConsultationFact): number => startOfDayMs(closesOn)

/** Where a consultation stands at a moment; null before it opened. */
export const stateAt = (
  consultation: ConsultationFact,
  atMs: number,
): ConsultationState | null => {
  const { openedAt, concludedAt } = consultation
  if (atMs < toMs(openedAt)) return null
  if (concludedAt !== null && toMs(concludedAt) <= atMs) return 'CONCLUDED'
  return closesMs(consultation) <= atMs ? 'CLOSED' : 'OPEN'
}

/** How many days there are to answer, the day it opens among them. */
export const daysAsked = ({ openedAt, closesOn }: ConsultationFact): number =>
  (Date.parse(closesOn) - Date.parse(dayOf(toMs(openedAt)))) / DAY_MS

const sayClosing = (consultation: ConsultationFact): string => sayDay(closesMs(consultation))

/** Refuses to close before it was possible to answer. */
export const refuseEarlyClosing = (closesOn: Day, after: Day): void => {
  if (closesOn > after) return
  throw invalid(
    'closesOn',
    `The first day nobody may answer has to be later than ${sayDate(after)}.`,
  )
}

/** Refuses a consultation that is shorter than is usual, unless that was cleared. */
export const refuseTooShort = (
  today: Day,
  { closesOn, deviation }: Pick<ConsultationFact, 'closesOn' | 'deviation'>,
): void => {
  const earliest = addDays(today, CONSULTATION_DAYS_MIN)
  if (closesOn >= earliest || deviation) return
  throw new Refusal(
    'TOO_SHORT',
    `A consultation lasts ${CONSULTATION_DAYS_MIN} days: opened today, it closes on ` +
      `${sayDate(earliest)} or later. A shorter one needs the reference of a clearance, and a reason to publish.`,
    { daysMin: CONSULTATION_DAYS_MIN, earliestClosesOn: earliest },
  )
}

/** Whether it was opened as any may be: with nobody's leave, and told of as it was opened. */
export const isOrdinary = ({
  deviation, exemption, recordedAt,
}: Pick<ConsultationFact, 'deviation' | 'exemption' | 'recordedAt'>): boolean =>
  deviation === null && exemption === null && recordedAt === null

/** Refuses to touch a consultation that has its outcome. */
export const refuseConcluded = ({ id, concludedAt, closesOn }: ConsultationFact): void => {
  if (concludedAt === null) return
  throw new Refusal(
    'ALREADY_CONCLUDED',
    `Consultation ${id} closed on ${sayDate(closesOn)} and was concluded on ` +
      `${sayDay(toMs(concludedAt))}.`,
  )
}

/** Refuses to prolong what has closed: that would be a new consultation. */
export const refuseClosed = (consultation: ConsultationFact, atMs: number): void => {
  if (stateAt(consultation, atMs) === 'OPEN') return
  throw new Refusal(
    'ALREADY_CLOSED',
    `Consultation ${consultation.id} closed on ${sayClosing(consultation)}. Open another.`,
  )
}

/** Refuses an outcome while people may still answer. */
export const refuseStillOpen = (consultation: ConsultationFact, atMs: number): void => {
  if (closesMs(consultation) <= atMs) return
  throw new Refusal(
    'STILL_OPEN',
    `Consultation ${consultation.id} is open until ${sayClosing(consultation)}, and can be ` +
      'concluded from that day on.',
    { closesOn: consultation.closesOn },
  )
}

/** A count of responses only grows. */
export const refuseFewer = ({ id, responses }: ConsultationFact, counted: number): void => {
  if (counted > responses) return
  if (counted < responses) {
    throw invalid('responses', `${responses} are recorded already: their number only grows.`)
  }
  throw new Refusal('UNCHANGED', `Consultation ${id} has ${responses} responses already.`)
}
