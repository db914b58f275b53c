import type { RolloutFact } from '../register/facts.js'
import { toMs } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'

/** Where a rollout stands at a moment. One that ended without a start counts as ended. */
export const RolloutState = { PLANNED: 'PLANNED', RUNNING: 'RUNNING', ENDED: 'ENDED' } as const
export type RolloutState = keyof typeof RolloutState

export const rolloutStateAt = (rollout: RolloutFact, atMs: number): RolloutState => {
  if (rollout.endedAt !== null && toMs(rollout.endedAt) <= atMs) return 'ENDED'
  if (rollout.startedAt !== null && toMs(rollout.startedAt) <= atMs) return 'RUNNING'
  return 'PLANNED'
}

/** A rollout that is only planned counts as running for what comes before its start. */
export const runsFor = (state: RolloutState, activity: Activity): boolean =>
  state === 'RUNNING' ||
  (state === 'PLANNED' && (activity === 'INFORM' || activity === 'START'))

export const classificationAt = (rollout: RolloutFact, atMs: number): Classification =>
  rollout.earlierClassifications.find(({ until }) => atMs < toMs(until))?.classification ??
  rollout.classification
