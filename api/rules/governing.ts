import { remembered } from '../kernel/remembered.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'
import type { RolloutFact } from '../register/facts.js'
import { placeOfQuestion, type Asked, type Question } from './question.js'
import type { Ordered } from './reach.js'
import { classifiedAt, runsFor, stateAt, type RolloutTimes } from './rollout-state.js'
import type { Situation, StandingRollout } from './situation.js'

/** A rollout with its moments read. */
export interface TimedRollout extends Ordered, RolloutTimes {
  readonly rollout: RolloutFact
}

/** A rollout as one path sees it: its level there, nearest lowest; 0 where it names practices. */
export interface PlacedRollout extends TimedRollout {
  readonly level: number
}

/** What governs at a moment, as far as one question goes. */
export interface Governs extends Pick<Situation, 'governing' | 'classificationMissing'> {
  /** Of the rollouts that govern. */
  readonly classifications: readonly Classification[]
}

/** The rollouts that cover a practice, as they stand at a moment. */
const standingRollouts = (
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
const governingRollouts = (
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

const MOMENTS_MAX = 500

/** What governs on a path, worked out once for all practices there that are asked about alike. */
export const governedBy = (
  placed: readonly PlacedRollout[],
): ((asked: Asked) => Governs) => {
  const governsAt = ({ activity, classification }: Question) =>
    remembered(MOMENTS_MAX, (atMs: number): Governs => {
      const covering = standingRollouts(placed, atMs)
      const governs = governingRollouts(covering, activity, classification)
      const classifications = governs.governing.map((each) => each.classification)
      return { ...governs, classifications }
    })
  const byQuestion: ((atMs: number) => Governs)[] = []
  return (asked) => (byQuestion[placeOfQuestion(asked)] ??= governsAt(asked))(asked.atMs)
}
