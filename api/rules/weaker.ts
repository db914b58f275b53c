import { sayMoment, toMs } from '../kernel/moment.js'
import type { ObligationFact, ProgrammeFact, PurdahFact } from '../register/facts.js'
import { termsAt } from './programme-terms.js'

const sayObligation = ({ code, text }: ObligationFact): string => `${code} ${text}`

/** How the terms of one moment are weaker after a change, each in a sentence. */
const weakerAt = (before: ProgrammeFact, after: ProgrammeFact, atMs: number): string[] => {
  const old = termsAt(before, atMs)
  const now = termsAt(after, atMs)
  const { code } = before
  const kept = new Set(now.obligations.map(sayObligation))
  const gone = old.obligations.filter((each) => !kept.has(sayObligation(each)))
  const weaker = gone.map((each) => `${code} no longer obliges to ${each.code} as it was put.`)
  if (now.noticeDaysMin < old.noticeDaysMin) {
    weaker.push(`${code} asks for ${now.noticeDaysMin} days of notice, not ${old.noticeDaysMin}.`)
  }
  if (now.validitySecondsMax > old.validitySecondsMax) {
    weaker.push(
      `A permission in ${code} may be ${now.validitySecondsMax} seconds old, ` +
        `not ${old.validitySecondsMax}.`,
    )
  }
  return weaker
}

/** How a programme's terms are weaker after a change, at any moment from one on. */
export const weakerTerms = (
  before: ProgrammeFact | undefined,
  after: ProgrammeFact,
  sinceMs: number,
): string[] => {
  if (!before) return []
  const moments = [...before.terms, ...after.terms].map(({ from }) => toMs(from))
  const asked = [sinceMs, ...moments.filter((ms) => ms > sinceMs)]
  return [...new Set(asked.flatMap((atMs) => weakerAt(before, after, atMs)))]
}

const endOf = (to: string | null): number => (to === null ? Number.POSITIVE_INFINITY : toMs(to))

/** Whether a purdah period loses a moment that it had, past or to come. */
export const weakerPurdah = (before: PurdahFact | undefined, after: PurdahFact): string[] => {
  if (!before) return []
  const begins = toMs(after.from) > toMs(before.from)
  const ends = endOf(after.to) < endOf(before.to)
  if (!begins && !ends) return []
  const to = after.to === null ? 'without an end' : `to ${sayMoment(toMs(after.to))}`
  return [`Purdah ${before.code} is shorter: from ${sayMoment(toMs(after.from))} ${to}.`]
}
