import type { Activity, Classification } from '../kernel/vocabulary.js'
import { classifiedAt, runsFor, stateAt } from './rollout-state.js'
import type { PlacedRollout } from './programme-view.js'
import type { Situation, StandingRollout } from './situation.js'

/** The rollouts that cover a practice, as they stand at a moment. */
export const standingRollouts = (
  placed: readonly PlacedRollout[],
  atMs: number,
): StandingRollout[] =>
  placed.map((each) => ({
    rollout: each.rollout,
    level: each.level,
    state: stateAt(each, atMs),
    classification: classifiedAt(each, atMs),
  }))

const nearest = (rollouts: readonly StandingRollout[]): readonly StandingRollout[] => {
  const level = Math.min(...rollouts.map((each) => each.level))
  return rollouts.filter((each) => each.level === level)
}

/** Those that run at the nearest level; if none runs, the nearest planned or ended ones. */
const governingOf = (covering: readonly StandingRollout[], activity: Activity) => {
  const running = covering.filter(({ state }) => runsFor(state, activity))
  return nearest(running.length > 0 ? running : covering)
}

/**
 * The rollouts that must all permit. A classification named by the caller picks among them; one
 * that is not among them is asked as well, never instead.
 */
export const governingRollouts = (
  covering: readonly StandingRollout[],
  activity: Activity,
  named: Classification | null,
): Pick<Situation, 'governing' | 'classificationMissing'> => {
  const governing = governingOf(covering, activity)
  if (named === null) return { governing, classificationMissing: null }
  const picked = governing.filter(({ classification }) => classification === named)
  if (picked.length > 0) return { governing: picked, classificationMissing: null }
  const ofThatName = covering.filter(({ classification }) => classification === named)
  if (ofThatName.length === 0) return { governing, classificationMissing: named }
  const asked = new Set([...governing, ...governingOf(ofThatName, activity)])
  return {
    governing: covering.filter((each) => asked.has(each)),
    classificationMissing: null,
  }
}
