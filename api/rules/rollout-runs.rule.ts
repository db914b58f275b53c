import { sayDay, startOfDayMs, toMoment } from '../kernel/moment.js'
import type { Classification } from '../kernel/vocabulary.js'
import type { RolloutFact } from '../register/facts.js'
import { runsFor } from './rollout-state.js'
import { ROLLS_OUT, sayClassification } from './say.js'
import { NO_REASONS, reason, wordedOnce, type Reason, type Rule } from './rule.js'
import type { StandingRollout } from './situation.js'

const sayNotStarted = ({ id }: RolloutFact, classification: Classification): string =>
  `The ${sayClassification(classification)} rollout ${id} has not started.`

const plannedWithoutDay = wordedOnce((rollout: RolloutFact, classification: Classification) =>
  reason('ROLLOUT_NOT_STARTED', sayNotStarted(rollout, classification), {
    remedy: `${ROLLS_OUT} has to start the rollout; no day is set for it.`,
    rollout,
  }),
)

const plannedDayPassed = wordedOnce((rollout: RolloutFact, classification: Classification) =>
  reason('ROLLOUT_NOT_STARTED', sayNotStarted(rollout, classification), {
    remedy:
      `${ROLLS_OUT} has to start the rollout; that was planned for ` +
      `${sayDay(plannedMsOf(rollout))}, which has passed.`,
    rollout,
  }),
)

const plannedForDay = wordedOnce((rollout: RolloutFact, classification: Classification) => {
  const plannedMs = plannedMsOf(rollout)
  return reason('ROLLOUT_NOT_STARTED', sayNotStarted(rollout, classification), {
    remedy: `${ROLLS_OUT} has to start the rollout; that is planned for ${sayDay(plannedMs)}.`,
    rollout,
    permittedFrom: toMoment(plannedMs),
  })
})

const plannedMsOf = ({ plannedOn }: RolloutFact): number =>
  plannedOn === null ? Number.NEGATIVE_INFINITY : startOfDayMs(plannedOn)

// A planned day that has passed promises nothing: only a start does.
const notStarted = ({ rollout, classification }: StandingRollout, atMs: number): Reason => {
  if (rollout.plannedOn === null) return plannedWithoutDay(rollout, classification)
  return plannedMsOf(rollout) <= atMs
    ? plannedDayPassed(rollout, classification)
    : plannedForDay(rollout, classification)
}

const ended = wordedOnce((rollout: RolloutFact, classification: Classification) =>
  reason(
    'ROLLOUT_ENDED',
    `The ${sayClassification(classification)} rollout ${rollout.id} has ended.`,
    {
      remedy: `${ROLLS_OUT} has to plan another rollout that covers the practice, and to start it.`,
      rollout,
    },
  ),
)

/** Every governing rollout runs; for INFORM and START a planned one will do. */
export const rolloutRuns: Rule = ({ governing, activity, atMs }) => {
  const standing = governing.filter(({ state }) => !runsFor(state, activity))
  if (standing.length === 0) return NO_REASONS
  return [
    ...standing.filter(({ state }) => state === 'PLANNED').map((each) => notStarted(each, atMs)),
    ...standing
      .filter(({ state }) => state === 'ENDED')
      .map(({ rollout, classification }) => ended(rollout, classification)),
  ]
}
