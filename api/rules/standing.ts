import type { ConditionFact, DispensationFact, SuspensionFact } from '../register/facts.js'
import type { Circumstances } from './course.js'
import { contains } from './intervals.js'
import type { Place, PlacedSuspension } from './place.js'
import { unmetOf, type Proofs } from './proof.js'
import { takesIn, type ScopeSubject } from './scope.js'
import type { Situation, StandingSuspension } from './situation.js'

/** Without a condition there is nothing that could release. */
const releases = ({ suspension }: PlacedSuspension, unmet: readonly ConditionFact[]): boolean =>
  suspension.releases && suspension.conditions.length > 0 && unmet.length === 0

const NO_DISPENSATIONS: readonly DispensationFact[] = []

const dispensationsFrom = (
  { suspension }: PlacedSuspension,
  { evidence: { dispensations } }: Proofs,
  atMs: number,
): readonly DispensationFact[] => {
  if (dispensations.length === 0) return NO_DISPENSATIONS
  return dispensations
    .filter((timed) => timed.fact.suspension === suspension.id && contains(timed, atMs))
    .map(({ fact }) => fact)
}

type Standing = Pick<Situation, 'suspensions' | 'released' | 'dispensations'>

const NOTHING_STANDS: Standing = { suspensions: [], released: [], dispensations: [] }

/** Whether the scope of one takes in those at a place, none of whom it spares. */
const isOver = ({ suspension, spared }: PlacedSuspension, subject: ScopeSubject): boolean =>
  takesIn(suspension, subject) && !(subject.odsCode !== null && spared.has(subject.odsCode))

/**
 * What stands at a place over practices in some circumstances, at a moment: in force, its scope
 * takes them in, it neither spares nor releases them, and no dispensation covers them.
 */
export const standingOver = (
  { suspensions: placed, evidence }: Place,
  { lastReceived }: Circumstances,
  subject: ScopeSubject,
  atMs: number,
): Standing => {
  const inForce = placed.filter((each) => contains(each, atMs) && isOver(each, subject))
  if (inForce.length === 0) return NOTHING_STANDS
  const proofs = { evidence, lastReceived }
  const suspensions: StandingSuspension[] = []
  const released: SuspensionFact[] = []
  const dispensations: DispensationFact[] = []
  for (const placed of inForce) {
    const unmet = unmetOf(placed.sought, proofs, atMs)
    if (releases(placed, unmet)) {
      released.push(placed.suspension)
      continue
    }
    const excepting = dispensationsFrom(placed, proofs, atMs)
    dispensations.push(...excepting)
    if (excepting.length === 0) suspensions.push({ suspension: placed.suspension, unmet })
  }
  return { suspensions, released, dispensations }
}
