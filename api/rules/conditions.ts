import type { Activity } from '../kernel/vocabulary.js'
import type { ConditionFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import { subjectOf, type Case } from './case.js'
import { isOpen, whereabouts } from './dossier.js'
import { proofOf, soughtBy } from './proof.js'
import type { Ruler } from './ruler.js'
import { takesIn } from './scope.js'

/** How a condition stands for one practice at a moment. */
export interface ConditionState {
  readonly condition: ConditionFact
  readonly met: boolean
  /** Ids of the facts by which it is met. */
  readonly evidence: readonly string[]
}

/** How a condition stands over many practices at a moment. */
export interface ConditionProgress {
  readonly condition: ConditionFact
  /** How many practices meet it. */
  readonly met: number
  /** How many do not. */
  readonly unmet: number
}

const statesOf = (one: Case, suspension: SuspensionFact, atMs: number): ConditionState[] => {
  const { view, dossier, receipts } = one
  const { path } = whereabouts(dossier, atMs)
  const proofs = { evidence: view.evidence.of(dossier.practice.odsCode, path), receipts }
  return soughtBy(suspension).map((sought) => {
    const evidence = proofOf(sought, proofs, atMs)
    return { condition: sought.condition, met: evidence.length > 0, evidence }
  })
}

/** How each condition of a suspension stands for a practice at a moment, wherever it reaches. */
export const conditionStates = (
  ruler: Ruler,
  suspension: SuspensionFact,
  { odsCode }: PracticeFact,
  atMs: number,
): ConditionState[] => {
  const one = ruler.caseOf(odsCode)
  return one ? statesOf(one, suspension, atMs) : []
}

const isInScope = (one: Case, suspension: SuspensionFact, atMs: number): boolean => {
  const { dossier } = one
  const isThere = whereabouts(dossier, atMs).belongs && isOpen(dossier, atMs)
  const activities = new Set(suspension.scope.flatMap((clause) => clause.activities))
  const isTakenIn = (activity: Activity) =>
    takesIn(suspension, subjectOf(one, { activity, classification: null, atMs }))
  return isThere && [...activities].some(isTakenIn)
}

/**
 * How each condition stands over those of some practices that are open and that the suspension's
 * scope takes in for any activity. Those it spares have nothing to wait for, and do not count.
 */
export const conditionProgress = (
  ruler: Ruler,
  suspension: SuspensionFact,
  among: Iterable<PracticeFact>,
  atMs: number,
): ConditionProgress[] => {
  const { conditions, spared } = suspension
  if (conditions.length === 0) return []
  const isSpared = new Set(spared)
  const states = [...among]
    .filter(({ odsCode }) => !isSpared.has(odsCode))
    .flatMap(({ odsCode }) => ruler.caseOf(odsCode) ?? [])
    .filter((one) => isInScope(one, suspension, atMs))
    .map((one) => statesOf(one, suspension, atMs))
  return conditions.map((condition, index) => {
    const met = states.filter((state) => state[index]?.met).length
    return { condition, met, unmet: states.length - met }
  })
}
