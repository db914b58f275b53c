import type { SuspensionFact } from '../register/facts.js'
import { datesOfEvidence, type Evidence } from './evidence.js'
import { ascending, type Interval } from './intervals.js'
import type { TimedTerms } from './programme-terms.js'
import type { Sought } from './proof.js'
import type { Ordered } from './reach.js'
import type { Covering } from './rollout-index.js'

/** When a suspension is in force: from the order until it ends. */
export interface PlacedSuspension extends Ordered, Interval {
  readonly suspension: SuspensionFact
  /** Its conditions. */
  readonly sought: readonly Sought[]
  /** Codes of the practices that it spares. */
  readonly spared: ReadonlySet<string>
}

/** What a programme's facts say on a path, each kind in order of id. */
export interface Said {
  /** Code of the practice that some of it names; null where it names none, and all share it. */
  readonly practice: string | null
  readonly terms: readonly TimedTerms[]
  readonly covering: Covering
  readonly suspensions: readonly PlacedSuspension[]
  /** What bears on those suspensions there. */
  readonly evidence: Evidence
}

/** The same, made ready: with a practice's circumstances, it is all that a ruling looks at. */
export interface Place extends Said {
  /** How many days of notice the programme asks for, and the conditions of those suspensions. */
  readonly noticeDays: readonly number[]
  /** Every date recorded for any of it, ascending. */
  readonly datesMs: readonly number[]
}

const datesOf = ({ terms, covering, suspensions, evidence }: Said): number[] =>
  ascending([
    ...terms.map(({ fromMs }) => fromMs),
    ...covering.datesMs,
    ...suspensions.flatMap(({ fromMs, toMs }) => [fromMs, toMs]),
    ...datesOfEvidence(evidence),
  ])

const noticeDaysOf = ({ terms, suspensions }: Said): number[] => {
  const conditions = suspensions.flatMap(({ suspension }) => suspension.conditions)
  const days = conditions.flatMap((condition) => condition.days ?? [])
  return [...new Set([...terms.map((each) => each.terms.noticeDaysMin), ...days])]
}

/** Evidence is looked at where a suspension is, and days of notice once each. */
export const placeOf = (said: Said): Place => ({
  practice: said.practice,
  terms: said.terms,
  covering: said.covering,
  suspensions: said.suspensions,
  evidence: said.evidence,
  noticeDays: noticeDaysOf(said),
  datesMs: datesOf(said),
})
