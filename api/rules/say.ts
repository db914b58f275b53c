import type { Activity, Classification } from '../kernel/vocabulary.js'

const WAVES: Record<Classification, string> = {
  EARLY_ADOPTER: 'early adopter',
  FAST_FOLLOWER: 'fast follower',
  ACCELERATED: 'accelerated',
  STANDARD: 'standard',
}

const DOINGS: Record<Activity, string> = {
  INFORM: 'Mailing patients',
  UPLOAD: 'Uploading records',
  VIEW: 'Viewing records',
  START: 'Starting a rollout',
}

/** A classification in words, as it stands before “rollout”. */
export const sayClassification = (classification: Classification): string => WAVES[classification]

/** An activity in words, at the beginning of a sentence. */
export const sayActivity = (activity: Activity): string => DOINGS[activity]
