import { Activity, Classification } from '../kernel/vocabulary.js'

/** What is asked about a practice, whenever. */
export interface Question {
  readonly activity: Activity
  /** The wave that the caller names; null where none is named. */
  readonly classification: Classification | null
}

/** A question about a moment. */
export interface Asked extends Question {
  readonly atMs: number
}

const ACTIVITIES = Object.keys(Activity)
const NAMES = [null, ...Object.keys(Classification)]

/** The place of a question among all there are, from 0. */
export const placeOfQuestion = ({ activity, classification }: Question): number =>
  ACTIVITIES.indexOf(activity) * NAMES.length + NAMES.indexOf(classification)
