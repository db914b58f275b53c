import type { Classification } from '../kernel/vocabulary.js'
import { Answers, decide, type Answer } from './answer.js'
import { boundariesOf, placesFrom, situationOf, type Case } from './case.js'
import { lastAtMost } from './intervals.js'
import type { Asked, Question } from './question.js'

/** Where on a timeline an answer was found. */
export interface Found {
  readonly answer: Answer
  /** The next date recorded for the practice or for what covers it; infinity if there is none. */
  readonly nextMs: number
}

/** A practice's answers: from each cut to the next, one constant answer to each question. */
export interface Timeline {
  readonly one: Case
  /** Ascending. The first is the moment the timeline begins; the last interval has no end. */
  readonly cuts: readonly number[]
  /** Every classification of the rollouts that may cover the practice from its beginning on. */
  readonly classifications: readonly Classification[]
  /** What was asked, with what holds from each cut on: worked out when it is first asked for. */
  asked: readonly Line[]
}

/** The answers to one question. */
export interface Line extends Question {
  readonly answers: (Answer | undefined)[]
}

/** Of all registers: what a change left alone has the same answer before it and after. */
const answers = new Answers()

const workOut = (one: Case, asked: Asked): Answer => answers.one(decide(situationOf(one, asked)))

/** The timeline of a practice from a moment on, over all recorded dates. */
export const timelineOf = (one: Case, sinceMs: number): Timeline => {
  const places = placesFrom(one, sinceMs)
  const [place, ...others] = places
  const first = place?.classifications ?? []
  const all = others.flatMap(({ classifications }) => classifications)
  return {
    one,
    cuts: [sinceMs, ...boundariesOf(one, sinceMs, places)],
    classifications: all.length > 0 ? [...new Set([...first, ...all])] : first,
    asked: [],
  }
}

const lineOf = (timeline: Timeline, { activity, classification }: Question): Line => {
  const { asked, cuts } = timeline
  for (const line of asked) {
    if (line.activity === activity && line.classification === classification) return line
  }
  const answers = Array<Answer | undefined>(cuts.length)
  const line = { activity, classification, answers }
  timeline.asked = asked.length === 0 ? [line] : [...asked, line]
  return line
}

const workOutFrom = (
  { one, cuts }: Timeline,
  { activity, classification }: Question,
  cut: number,
  known: Line['answers'],
): Answer => {
  const answer = workOut(one, { activity, classification, atMs: cuts[cut] ?? Number.NaN })
  known[cut] = answer
  return answer
}

/** What holds from a cut of a timeline on, until the next. */
export const answerFrom = (timeline: Timeline, question: Question, cut: number): Answer => {
  const { answers: known } = lineOf(timeline, question)
  return known[cut] ?? workOutFrom(timeline, question, cut, known)
}

/** What a timeline says of the moment asked about. */
export const findAt = (timeline: Timeline, asked: Asked): Found => {
  const { one, cuts } = timeline
  const cut = lastAtMost(cuts, asked.atMs)
  // Before the timeline begins, what is worked out for a moment promises nothing beyond it.
  if (cut < 0) return { answer: workOut(one, asked), nextMs: asked.atMs }
  return {
    answer: answerFrom(timeline, asked, cut),
    nextMs: cuts[cut + 1] ?? Number.POSITIVE_INFINITY,
  }
}
