import { boundariesOf, situationOf, type Asked, type Case } from './case.js'
import { decide, type Answer } from './answer.js'
import { lastAtMost } from './intervals.js'

/** From each cut to the next, one constant answer. */
export interface Timeline {
  /** Ascending. The first is the moment the timeline begins; the last interval has no end. */
  readonly cuts: readonly number[]
  readonly answers: readonly Answer[]
}

/** Where on a timeline an answer was found. */
export interface Found {
  readonly answer: Answer
  /** The next date recorded for the practice or for what covers it; infinity if there is none. */
  readonly nextMs: number
}

/** A practice's answers to one question from a moment on, over all recorded dates. */
export const timelineOf = (
  one: Case,
  asked: Omit<Asked, 'atMs'>,
  sinceMs: number,
  intern: (answer: Answer) => Answer,
): Timeline => {
  const cuts = [sinceMs, ...boundariesOf(one).filter((ms) => ms > sinceMs)]
  const answers = cuts.map((atMs) => intern(decide(situationOf(one, { ...asked, atMs }))))
  return { cuts, answers }
}

/** The answer at a moment, or undefined before the timeline begins. */
export const findAt = ({ cuts, answers }: Timeline, atMs: number): Found | undefined => {
  const index = lastAtMost(cuts, atMs)
  const answer = answers[index]
  return answer && { answer, nextMs: cuts[index + 1] ?? Number.POSITIVE_INFINITY }
}
