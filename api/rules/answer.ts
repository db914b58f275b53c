import type { Outcome } from '../kernel/vocabulary.js'
import type {
  DispensationFact, ObligationFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
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

export const decide = (situation: Situation): Answer => {
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
    obligations: reasons.length === 0 ? situation.terms.obligations : [],
    rollouts: situation.governing.map(({ rollout }) => rollout),
    validitySecondsMax: situation.terms.validitySecondsMax,
  }
}

const idsOf = (facts: readonly { id: string }[]): string => facts.map(({ id }) => id).join(' ')

const reasonKey = ({ code, permittedFrom, suspension, unmet, rollout, message }: Reason): string =>
  `${code} ${permittedFrom} ${suspension?.id} ${idsOf(unmet)} ${rollout?.id} ${message}`

/** Two answers with the same key are the same answer, in any register. */
export const answerKey = (answer: Answer): string =>
  [
    answer.reasons.map(reasonKey).join('\n'),
    idsOf(answer.advisories),
    idsOf(answer.released),
    idsOf(answer.dispensations),
    answer.obligations.map(({ code, text }) => `${code} ${text}`).join('\n'),
    idsOf(answer.rollouts),
    answer.validitySecondsMax,
  ].join('\n\n')
