import type { Classification } from '../kernel/vocabulary.js'
import type { Answer } from './answer.js'
import { answerAt, answerOn } from './answered.js'
import { datesFrom, placeOn, placesFrom, type Case } from './case.js'
import { lastAtMost } from './intervals.js'
import type { Place } from './place.js'
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

const NO_CLASSIFICATIONS: readonly Classification[] = []

const classificationsOf = (places: readonly Place[]): readonly Classification[] => {
  const lists = places.map(({ covering }) => covering.classifications)
  const [first, ...others] = lists.filter(({ length }) => length > 0)
  // Nearly everywhere there is one place with rollouts at most: its list will do.
  return others.length > 0 ? [...new Set(lists.flat())] : (first ?? NO_CLASSIFICATIONS)
}

/** The timeline of a practice from a moment on, over all recorded dates. */
export const timelineOf = (one: Case, sinceMs: number): Timeline => {
  const places = placesFrom(one, sinceMs)
  return {
    one,
    cuts: datesFrom(one, sinceMs, places),
    classifications: classificationsOf(places),
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

const workOutFrom = (timeline: Timeline, question: Question, cut: number): Answer => {
  const { one, cuts } = timeline
  const atMs = cuts[cut] ?? Number.NaN
  const circumstances = one.course.at(atMs)
  return answerOn(placeOn(one, circumstances.path), circumstances, question, atMs)
}

/** What holds from a cut of a timeline on, until the next. */
export const answerFrom = (timeline: Timeline, question: Question, cut: number): Answer => {
  const { answers } = lineOf(timeline, question)
  return (answers[cut] ??= workOutFrom(timeline, question, cut))
}

/** What a timeline says of the moment asked about. */
export const findAt = (timeline: Timeline, asked: Asked): Found => {
  const { one, cuts } = timeline
  const cut = lastAtMost(cuts, asked.atMs)
  // Before the timeline begins, what is worked out for a moment promises nothing beyond it.
  if (cut < 0) {
    const circumstances = one.course.at(asked.atMs)
    const place = placeOn(one, circumstances.path)
    return { answer: answerAt(place, circumstances, asked), nextMs: asked.atMs }
  }
  return {
    answer: answerFrom(timeline, asked, cut),
    nextMs: cuts[cut + 1] ?? Number.POSITIVE_INFINITY,
  }
}
