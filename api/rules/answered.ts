import { answerTo, type Answer } from './answer.js'
import type { Circumstances } from './course.js'
import type { Place } from './place.js'
import { placeOfQuestion, type Asked, type Question } from './question.js'
import { situationOf } from './situation-of.js'

/** What is answered to practices in some circumstances at a place, at any moment. */
export const answerAt = (place: Place, circumstances: Circumstances, asked: Asked): Answer =>
  answerTo(situationOf(place, circumstances, asked))

type ByCircumstances = Map<Circumstances, Answer>

/** The answers of one place, to each question by moment. */
type Known = Map<number, ByCircumstances>[]

const knownAt = new WeakMap<Place, Known>()

const knownOf = (place: Place): Known => {
  const known = knownAt.get(place) ?? []
  knownAt.set(place, known)
  return known
}

const byCircumstances = (place: Place, question: Question, atMs: number): ByCircumstances => {
  const ofPlace = knownOf(place)
  const byMoment = (ofPlace[placeOfQuestion(question)] ??= new Map<number, ByCircumstances>())
  const known = byMoment.get(atMs) ?? new Map<Circumstances, Answer>()
  byMoment.set(atMs, known)
  return known
}

/**
 * The same from a recorded date on, of which there are not many: worked out once for all practices
 * there in the same circumstances.
 */
export const answerOn = (
  place: Place,
  circumstances: Circumstances,
  question: Question,
  atMs: number,
): Answer => {
  const { activity, classification } = question
  const workOut = () => answerAt(place, circumstances, { activity, classification, atMs })
  // What one practice has to itself is not asked about for another.
  if (place.practice !== null) return workOut()
  const known = byCircumstances(place, question, atMs)
  const answer = known.get(circumstances) ?? workOut()
  known.set(circumstances, answer)
  return answer
}
