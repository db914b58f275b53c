import type { AssuranceFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import type { Ruler } from '../rules/ruler.js'
import { coveredBy } from '../rules/within-scope.js'
import { isGap } from './kept.js'

/** A suspension, and the recipients of an assurance whose signature it does not need. */
export interface Lacking {
  readonly suspension: SuspensionFact
  readonly organisations: readonly string[]
}

/** How far binding suspensions hold what an assurance is about. */
export interface Coverage {
  /** How many open practices lie within its scope. */
  readonly within: number
  /** Those of them that no binding suspension holds for an activity of the scope. */
  readonly gaps: readonly PracticeFact[]
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
  const holding = new Set(covered.flatMap(({ holders }) => holders.flat()))
  return {
    within: covered.length,
    gaps: covered
      .filter((each) => isGap(ruler, assurance, each, atMs))
      .map(({ practice }) => practice),
    lacking: lackingOf(assurance, holding),
  }
}
