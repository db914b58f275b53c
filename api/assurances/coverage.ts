import type {
  AssuranceFact, DispensationFact, PracticeFact, SuspensionFact,
} from '../register/facts.js'
import { promisedAt, standsTo, type PromiseStanding } from '../rules/promise.js'
import type { Ruler } from '../rules/ruler.js'
import { coveredBy } from '../rules/within-scope.js'

/** A suspension, and the recipients of an assurance whose signature it does not need. */
export interface Lacking {
  readonly suspension: SuspensionFact
  readonly organisations: readonly string[]
}

/** How far binding suspensions hold what an assurance is about. */
export interface Coverage {
  /** How many open practices lie within its scope. */
  readonly within: number
  /** Those that no binding suspension holds for an activity of the scope, though nobody said so. */
  readonly unheld: readonly PracticeFact[]
  /** Those that a dispensation excepts. */
  readonly dispensed: readonly PracticeFact[]
  /** How many of them what was promised lets go. */
  readonly letGo: number
  /** The dispensations that except some of them. */
  readonly dispensations: readonly DispensationFact[]
  /** Suspensions that hold some of them, and that lack a recipient as signatory. */
  readonly lacking: readonly Lacking[]
}

const lackingOf = (
  { givenTo }: AssuranceFact,
  suspensions: Iterable<SuspensionFact>,
): Lacking[] => {
  const recipients = [...new Set(givenTo.map(({ organisation }) => organisation))]
  return Array.from(suspensions, (suspension) => ({
    suspension,
    organisations: recipients.filter((code) => !suspension.signatories.includes(code)),
  })).filter(({ organisations }) => organisations.length > 0)
}

/** How far binding suspensions hold what an assurance is about, at a moment. */
export const coverageAt = (ruler: Ruler, assurance: AssuranceFact, atMs: number): Coverage => {
  const covered = coveredBy(ruler, assurance, atMs)
  const promised = promisedAt(ruler, assurance, atMs)
  const stands = covered.map((each) => ({ ...each, standing: standsTo(promised, each) }))
  const practicesThat = (standing: PromiseStanding): PracticeFact[] =>
    stands.filter((each) => each.standing === standing).map(({ practice }) => practice)
  const activities = covered.flatMap((each) => each.activities)
  const made = new Set(promised.made.map(({ suspension }) => suspension.id))
  const excepting = activities.flatMap((each) => each.dispensations)
  return {
    within: covered.length,
    unheld: practicesThat('UNHELD'),
    dispensed: practicesThat('DISPENSED'),
    letGo: practicesThat('LET_GO').length,
    dispensations: [...new Set(excepting)].filter(({ suspension }) => made.has(suspension)),
    lacking: lackingOf(assurance, new Set(activities.flatMap(({ holders }) => holders))),
  }
}
