import { sayDay, startOfDayMs, toMoment } from '../kernel/moment.js'
import { runsFor } from './rollout-state.js'
import { sayClassification } from './say.js'
import { reason, type Reason, type Rule } from './rule.js'
import type { StandingRollout } from './situation.js'

const notStarted = ({ rollout, classification }: StandingRollout, atMs: number): Reason => {
  const plannedMs = rollout.plannedOn === null ? null : startOfDayMs(rollout.plannedOn)
  const message = `The ${sayClassification(classification)} rollout ${rollout.id} has not started.`
  // A planned day that has passed promises nothing: only a start does.
  if (plannedMs === null || plannedMs <= atMs) {
    const remedy = 'The rollout has to be started; no day is set for it.'
    return reason('ROLLOUT_NOT_STARTED', message, { remedy, rollout })
  }
  const remedy = `The rollout has to be started; that is planned for ${sayDay(plannedMs)}.`
  return reason('ROLLOUT_NOT_STARTED', message, {
    remedy,
    rollout,
    permittedFrom: toMoment(plannedMs),
  })
}

const ended = ({ rollout, classification }: StandingRollout): Reason =>
  reason(
    'ROLLOUT_ENDED',
    `The ${sayClassification(classification)} rollout ${rollout.id} has ended.`,
    { remedy: 'Another rollout that covers the practice has to be planned and started.', rollout },
  )

/** Every governing rollout runs; for INFORM and START a planned one will do. */
export const rolloutRuns: Rule = ({ governing, activity, atMs }) => {
  const standing = governing.filter(({ state }) => !runsFor(state, activity))
  return [
    ...standing.filter(({ state }) => state === 'PLANNED').map((each) => notStarted(each, atMs)),
    ...standing.filter(({ state }) => state === 'ENDED').map(ended),
  ]
}
