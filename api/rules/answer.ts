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

const NO_OBLIGATIONS: readonly ObligationFact[] = []

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
    obligations: reasons.length === 0 ? situation.terms.obligations : NO_OBLIGATIONS,
    rollouts: situation.governing.map(({ rollout }) => rollout),
    validitySecondsMax: situation.terms.validitySecondsMax,
  }
}

/** Answers by what they are made of, part by part: each part is one object wherever it occurs. */
interface Branch {
  readonly further: Map<unknown, Branch>
  answer: Answer | null
}

const ANSWERS_MAX = 50_000
const newBranch = (): Branch => ({ further: new Map(), answer: null })

/**
 * Keeps one object for answers that are alike, so that they are compared by identity. Bounded: what
 * is forgotten is merely another object from then on.
 */
export class Answers {
  private root = newBranch()
  private size = 0

  /** The answer that is kept for it. */
  one(answer: Answer): Answer {
    const branch = this.branchOf(answer)
    if (branch.answer) return branch.answer
    if (this.size >= ANSWERS_MAX) {
      this.root = newBranch()
      this.size = 0
    }
    this.size += 1
    branch.answer = answer
    return answer
  }

  private branchOf(answer: Answer): Branch {
    let branch = this.root
    // What parts the lists are the lists' own names: no fact is one of them.
    const step = (part: unknown): void => {
      let next = branch.further.get(part)
      if (!next) branch.further.set(part, (next = newBranch()))
      branch = next
    }
    for (const each of answer.reasons) step(each)
    step('advisories')
    for (const each of answer.advisories) step(each)
    step('released')
    for (const each of answer.released) step(each)
    step('dispensations')
    for (const each of answer.dispensations) step(each)
    step('rollouts')
    for (const each of answer.rollouts) step(each)
    step(answer.obligations)
    step(answer.validitySecondsMax)
    return branch
  }
}
