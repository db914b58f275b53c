import { boundariesOf, type Asked, type Case } from './case.js'
import type { Answer } from './answer.js'
import { lastAtMost } from './intervals.js'

/** Where on a timeline an answer was found. */
export interface Found {
  readonly answer: Answer
  /** The next date recorded for the practice or for what covers it; infinity if there is none. */
  readonly nextMs: number
}

/** A practice's answers to one question: from each cut to the next, one constant answer. */
export interface Timeline {
  readonly one: Case
  /** Ascending. The first is the moment the timeline begins; the last interval has no end. */
  readonly cuts: readonly number[]
  /** What holds from each cut on, worked out when it is first asked for. */
  readonly found: (Found | undefined)[]
}

/** The moments at which an answer about a practice may turn, over all dates from a moment on. */
export const cutsOf = (one: Case, sinceMs: number): readonly number[] => [
  sinceMs,
  ...boundariesOf(one, sinceMs),
]

export const timelineOn = (one: Case, cuts: readonly number[]): Timeline => ({
  one,
  cuts,
  found: Array<Found | undefined>(cuts.length).fill(undefined),
})

/** What a timeline says of the moment asked about. */
export const findAt = (
  { one, cuts, found }: Timeline,
  asked: Asked,
  workOut: (one: Case, asked: Asked) => Answer,
): Found => {
  const index = lastAtMost(cuts, asked.atMs)
  const fromMs = cuts[index]
  // Before the timeline begins, what is worked out for a moment promises nothing beyond it.
  if (fromMs === undefined) return { answer: workOut(one, asked), nextMs: asked.atMs }
  return (found[index] ??= {
    answer: workOut(one, { ...asked, atMs: fromMs }),
    nextMs: cuts[index + 1] ?? Number.POSITIVE_INFINITY,
  })
}
