import type { PracticeFact } from '../register/facts.js'
import type { Course } from './course.js'
import { dossierOf } from './dossier.js'
import { insertOnce, lastAtMost } from './intervals.js'
import { liveSinceMs } from './live-since.js'
import { noticeEndsMs } from './patients-had-notice.rule.js'
import type { Path } from './path.js'
import type { Place } from './place.js'
import type { ProgrammeView } from './programme-view.js'

/** One practice in one programme: all that its situations at any moment are made from. */
export interface Case {
  readonly view: ProgrammeView
  readonly odsCode: string
  readonly course: Course
  /** Its own places, where anything names it; null where no place is its own. */
  readonly own: Map<Path, Place> | null
}

export const caseOf = (view: ProgrammeView, practice: PracticeFact): Case => {
  const { odsCode } = practice
  const live = view.register.get('live', `${view.programme.code}/${odsCode}`)
  const course = view.courses.of(dossierOf(view.register, practice), liveSinceMs(live))
  return { view, odsCode, course, own: view.names(odsCode) ? new Map<Path, Place>() : null }
}

const after = (datesMs: readonly number[], sinceMs: number): readonly number[] =>
  datesMs.slice(lastAtMost(datesMs, sinceMs) + 1)

/** What can concern a practice while it is on a path. */
export const placeOn = ({ view, odsCode, own }: Case, path: Path): Place => {
  if (!own) return view.sharedPlace(path)
  const place = own.get(path) ?? view.ownPlace(path, odsCode)
  own.set(path, place)
  return place
}

/** The places where a practice is from a moment on: a path that it has left by then is none. */
export const placesFrom = (one: Case, sinceMs: number): readonly Place[] => {
  const { course } = one
  const places = [placeOn(one, course.at(sinceMs).path)]
  for (const atMs of after(course.datesMs, sinceMs)) {
    const place = placeOn(one, course.at(atMs).path)
    if (!places.includes(place)) places.push(place)
  }
  return places
}

/** Adds when notice ends of what a practice's patients received, for so many days asked for. */
const addNoticeEnds = (
  dates: number[],
  { receipts }: Course,
  { noticeDays }: Place,
  sinceMs: number,
): void => {
  for (const days of noticeDays) {
    for (const { receivedOn } of receipts) {
      const endsMs = noticeEndsMs(receivedOn, days)
      if (endsMs > sinceMs) insertOnce(dates, endsMs)
    }
  }
}

/**
 * A moment, and every date after it recorded for the practice or for what covers it from then on,
 * ascending.
 */
export const datesFrom = (
  { course }: Case,
  sinceMs: number,
  places: readonly Place[],
): number[] => {
  const dates = [sinceMs]
  for (const ms of after(course.datesMs, sinceMs)) insertOnce(dates, ms)
  for (const place of places) {
    for (const ms of after(place.datesMs, sinceMs)) insertOnce(dates, ms)
    addNoticeEnds(dates, course, place, sinceMs)
  }
  // A copy is no longer than it has to be: these are kept for every practice.
  return dates.slice()
}
