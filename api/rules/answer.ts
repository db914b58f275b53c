import type { Outcome } from '../kernel/vocabulary.js'
import type {
  DispensationFact, ObligationFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import { Interned } from './interned.js'
import { notSuspended } from './not-suspended.rule.js'
import { patientsHadNotice } from './patients-had-notice.rule.js'
import { practiceIsOpen } from './practice-is-open.rule.js'
import { rolloutCovers } from './rollout-covers.rule.js'
import { rolloutRuns } from './rollout-runs.rule.js'
import type { Reason, Rule } from './rule.js'
import type { Situation } from './situation.js'

/** All rules run, in the order in which their reasons are listed. */
export const RULES: readonly Rule[] = [
  practiceIsOpen,
  rolloutCovers,
  rolloutRuns,
  notSuspended,
  patientsHadNotice,
]

/** What the rules say of a situation. Nothing in it depends on who asked. */
export interface Answer {
  readonly outcome: Outcome
  /** Every reason to refuse; empty for a permit. */
  readonly reasons: readonly Reason[]
  /** Advisory suspensions: shown, never refusing. */
  readonly advisories: readonly SuspensionFact[]
  /** Suspensions that release it, as long as their conditions are met. */
  readonly released: readonly SuspensionFact[]
  /** What excepts it from suspensions that would stand over it. */
  readonly dispensations: readonly DispensationFact[]
  /** What a permit obliges to; empty for a refusal. */
  readonly obligations: readonly ObligationFact[]
  /** The rollouts that governed. */
  readonly rollouts: readonly RolloutFact[]
  /** The longest this answer may be relied on, in seconds. */
  readonly validitySecondsMax: number
}

const NO_OBLIGATIONS: readonly ObligationFact[] = []

const decide = (situation: Situation): Answer => {
  const reasons: Reason[] = []
  for (const rule of RULES) reasons.push(...rule(situation))
  return {
    outcome: reasons.length === 0 ? 'PERMIT' : 'REFUSE',
    reasons,
    advisories: situation.suspensions
      .filter(({ suspension }) => suspension.strength === 'ADVISORY')
      .map(({ suspension }) => suspension),
    released: situation.released,
    dispensations: situation.dispensations,
    obligations: reasons.length === 0 ? situation.terms.obligations : NO_OBLIGATIONS,
    rollouts: situation.governing.map(({ rollout }) => rollout),
    validitySecondsMax: situation.terms.validitySecondsMax,
  }
}

/** What an answer is made of: each part is one object wherever it occurs. */
const partsOf = (answer: Answer): readonly unknown[] => [
  // What parts the lists are the lists' own names: no fact is one of them.
  ...answer.reasons,
  'advisories',
  ...answer.advisories,
  'released',
  ...answer.released,
  'dispensations',
  ...answer.dispensations,
  'rollouts',
  ...answer.rollouts,
  answer.obligations,
  answer.validitySecondsMax,
]

const ANSWERS_MAX = 50_000
const answers = new Interned<Answer>(ANSWERS_MAX)

/** What the rules say, one object for all answers that are alike, of all registers. */
export const answerTo = (situation: Situation): Answer => {
  const answer = decide(situation)
  return answers.one(answer, partsOf(answer))
}
