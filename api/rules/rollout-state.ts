import type { RolloutFact } from '../register/facts.js'
import { invariant } from '../kernel/invariant.js'
import { toMs, type Moment } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'

/** Where a rollout stands at a moment. One that ended without a start counts as ended. */
export const RolloutState = { PLANNED: 'PLANNED', RUNNING: 'RUNNING', ENDED: 'ENDED' } as const
export type RolloutState = keyof typeof RolloutState

/** The moments of a rollout, read once: what has not come is at infinity. */
export interface RolloutTimes {
  readonly startedMs: number
  readonly endedMs: number
  /** What it was classified as until when, in order of time; last, what it is without end. */
  readonly classified: readonly { classification: Classification; untilMs: number }[]
}

const msOf = (moment: Moment | null): number =>
  moment === null ? Number.POSITIVE_INFINITY : toMs(moment)

export const timesOf = (rollout: RolloutFact): RolloutTimes => ({
  startedMs: msOf(rollout.startedAt),
  endedMs: msOf(rollout.endedAt),
  classified: [
    ...rollout.earlierClassifications.map(({ classification, until }) => ({
      classification,
      untilMs: toMs(until),
    })),
    { classification: rollout.classification, untilMs: Number.POSITIVE_INFINITY },
  ],
})

export const stateAt = ({ startedMs, endedMs }: RolloutTimes, atMs: number): RolloutState => {
  if (endedMs <= atMs) return 'ENDED'
  return startedMs <= atMs ? 'RUNNING' : 'PLANNED'
}

export const classifiedAt = ({ classified }: RolloutTimes, atMs: number): Classification => {
  const found = classified.find(({ untilMs }) => atMs < untilMs)
  invariant(found, 'a rollout without a classification')
  return found.classification
}

export const rolloutStateAt = (rollout: RolloutFact, atMs: number): RolloutState =>
  stateAt(timesOf(rollout), atMs)

/** A rollout that is only planned counts as running for what comes before its start. */
export const runsFor = (state: RolloutState, activity: Activity): boolean =>
  state === 'RUNNING' ||
  (state === 'PLANNED' && (activity === 'INFORM' || activity === 'START'))

export const classificationAt = (rollout: RolloutFact, atMs: number): Classification =>
  classifiedAt(timesOf(rollout), atMs)
