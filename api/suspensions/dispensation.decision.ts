import { DAY_MS, sayMoment, toMoment, toMs, type Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { DispensationFact } from '../register/facts.js'

const DAYS_MAX = 90

/** The end of a dispensation: to come, and at most 90 days off. */
export const decideEnd = (nowMs: number, until: Moment): Moment => {
  const latestMs = nowMs + DAYS_MAX * DAY_MS
  if (toMs(until) > nowMs && toMs(until) <= latestMs) return until
  throw invalid(
    'until',
    `A dispensation ends at a moment to come, at most ${DAYS_MAX} days off: ` +
      `by ${sayMoment(latestMs)}.`,
  )
}

type Decision = Pick<DispensationFact, 'decidedAt' | 'granted' | 'from' | 'to'>

/** Refuses a second decision. */
export const refuseDecided = ({ id, granted }: DispensationFact): void => {
  if (granted === null) return
  const decision = granted ? 'granted' : 'refused'
  throw new Refusal('ALREADY_DECIDED', `Dispensation ${id} was ${decision}; ask for another.`)
}

/** Granted from now on, never longer than it was asked for; or refused. */
export const decideOn = (
  asked: DispensationFact,
  { granted, until }: { granted: boolean; until?: Moment | null | undefined },
  nowMs: number,
): Decision => {
  refuseDecided(asked)
  const now = toMoment(nowMs)
  if (!granted) return { decidedAt: now, granted, from: null, to: null }
  const to = decideEnd(nowMs, until ?? asked.until)
  if (to <= asked.until) return { decidedAt: now, granted, from: now, to }
  throw invalid('until', `It was asked for until ${sayMoment(toMs(asked.until))}, no longer.`)
}

/** An earlier end, which has not passed either. */
export const decideEarlierEnd = (
  { id, granted, to }: DispensationFact,
  now: Moment,
  until: Moment,
): Moment => {
  if (!granted || to === null) {
    throw invalid('id', `Dispensation ${id} was not granted: there is nothing to end.`)
  }
  const end = sayMoment(toMs(to))
  if (to <= now) throw new Refusal('ALREADY_ENDED', `Dispensation ${id} ended on ${end}.`)
  if (until >= now && until < to) return until
  throw invalid('to', `It only ever ends earlier: now or later, and before ${end}.`)
}
