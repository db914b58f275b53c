import type { Activity } from '../kernel/vocabulary.js'
import type { ConditionFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import { placeOn, type Case } from './case.js'
import { proofOf, soughtBy, type Proofs, type Sought } from './proof.js'
import type { Ruler } from './ruler.js'
import { takesIn } from './scope.js'
import { subjectOf } from './situation-of.js'

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

/** What may prove conditions at a practice at a moment. */
const proofsAt = ({ view, odsCode, course }: Case, atMs: number): Proofs => {
  const { path, lastReceived } = course.at(atMs)
  return { evidence: view.evidenceOn(path, odsCode), lastReceived }
}

const statesOf = (one: Case, suspension: SuspensionFact, atMs: number): ConditionState[] => {
  const proofs = proofsAt(one, atMs)
  return soughtBy(suspension).map((sought) => {
    const evidence = proofOf(sought, proofs, atMs)
    return { condition: sought.condition, met: evidence.length > 0, evidence }
  })
}

/** A condition, with all that it may be met by: any of them suffices. */
export interface Wanted {
  readonly condition: ConditionFact
  readonly ways: readonly Sought[]
}

/** Those of some conditions that a practice does not meet at a moment. */
export const unmetAt = (
  ruler: Ruler,
  wanted: readonly Wanted[],
  { odsCode }: PracticeFact,
  atMs: number,
): Wanted[] => {
  const one = ruler.caseOf(odsCode)
  const proofs = one && proofsAt(one, atMs)
  const isMet = (way: Sought) => proofs !== undefined && proofOf(way, proofs, atMs).length > 0
  return wanted.filter(({ ways }) => !ways.some(isMet))
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
  const circumstances = one.course.at(atMs)
  const place = placeOn(one, circumstances.path)
  const isTakenIn = (activity: Activity): boolean => {
    const subject = subjectOf(place, circumstances, { activity, classification: null, atMs })
    return takesIn(suspension, { ...subject, odsCode: one.odsCode })
  }
  const activities = new Set(suspension.scope.flatMap((clause) => clause.activities))
  return circumstances.open && [...activities].some(isTakenIn)
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
