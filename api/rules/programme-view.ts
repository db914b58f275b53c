import { startOfDayMs, toMs } from '../kernel/moment.js'
import type { ProgrammeFact, SuspensionFact } from '../register/facts.js'
import type { Classification } from '../kernel/vocabulary.js'
import type { Register } from '../register/register.js'
import {
  datesOfEvidence, evidenceOf, type Evidence, type EvidenceIndex, type PlacedMailing,
} from './evidence.js'
import { ascending, type Interval } from './intervals.js'
import { governedBy, type Governs, type PlacedRollout, type TimedRollout } from './governing.js'
import { keptFor } from './kept-for.js'
import type { Path } from './path.js'
import { timedTerms, type TimedTerms } from './programme-terms.js'
import { soughtBy, type Sought } from './proof.js'
import type { Asked } from './question.js'
import { inOrder, Reach, type Ordered } from './reach.js'
import { timesOf } from './rollout-state.js'

/** When a suspension is in force: from the order until it ends. */
export interface PlacedSuspension extends Ordered, Interval {
  readonly suspension: SuspensionFact
  /** Its conditions. */
  readonly sought: readonly Sought[]
  /** Codes of the practices that it spares. */
  readonly spared: ReadonlySet<string>
}

/** What a programme's facts say of practices on a path: each kind in order of id. */
export interface Place {
  readonly rollouts: readonly PlacedRollout[]
  readonly governs: (asked: Asked) => Governs
  readonly suspensions: readonly PlacedSuspension[]
  /** What bears on those suspensions there. */
  readonly evidence: Evidence
  /** How many days of notice their conditions ask for. */
  readonly noticeDays: readonly number[]
  /** Every classification that those rollouts ever have. */
  readonly classifications: readonly Classification[]
  /** Every date recorded for them, ascending. */
  readonly datesMs: readonly number[]
}

const NAMED_LEVEL = 0

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const ofProgramme = <T extends { id: string; programme: string }>(
  facts: Iterable<T>,
  programme: string,
): T[] => [...facts].filter((fact) => fact.programme === programme).sort(byId)

const reachOfRollouts = keptFor(['rollout'], (register, programme) => {
  const reach = new Reach<TimedRollout>()
  for (const [order, rollout] of ofProgramme(register.all('rollout'), programme).entries()) {
    const { region, practices } = rollout
    reach.add({ order, rollout, ...timesOf(rollout) }, { regions: [region], practices })
  }
  return reach
})

const reachOfMailings = keptFor(['mailing'], (register, programme) => {
  const reach = new Reach<PlacedMailing>()
  const mailings = ofProgramme(register.all('mailing'), programme)
  for (const [order, { id, lastReceivedOn, voidedAt, region, practices }] of mailings.entries()) {
    // What is only planned, or was recorded in error, reached nobody.
    if (lastReceivedOn === null || voidedAt !== null) continue
    const receivedMs = startOfDayMs(lastReceivedOn)
    const placed = { order, id, receivedOn: lastReceivedOn, receivedMs }
    reach.add(placed, { regions: [region], practices })
  }
  return reach
})

const reachOfSuspensions = keptFor(['suspension'], (register, programme) => {
  const reach = new Reach<PlacedSuspension>()
  const suspensions = ofProgramme(register.all('suspension'), programme)
  for (const [order, suspension] of suspensions.entries()) {
    const fromMs = toMs(suspension.from)
    const untilMs =
      suspension.endedAt === null ? Number.POSITIVE_INFINITY : toMs(suspension.endedAt)
    // One that ended before it began is never in force.
    if (fromMs >= untilMs) continue
    const spared = new Set(suspension.spared)
    const sought = soughtBy(suspension)
    const placed = { order, suspension, fromMs, toMs: untilMs, sought, spared }
    for (const clause of suspension.scope) reach.add(placed, clause)
  }
  return reach
})

const datesOf = ({ rollout, startedMs, endedMs, classified }: TimedRollout): number[] => [
  startedMs,
  endedMs,
  ...classified.map(({ untilMs }) => untilMs),
  ...(rollout.plannedOn === null ? [] : [startOfDayMs(rollout.plannedOn)]),
]

/** Evidence is looked at where a suspension is, and its days of notice once each. */
const placeWith = (
  rollouts: readonly PlacedRollout[],
  suspensions: readonly PlacedSuspension[],
  evidence: Evidence,
): Place => {
  const terms = suspensions.flatMap(({ fromMs, toMs: untilMs }) => [fromMs, untilMs])
  const dates = [...rollouts.flatMap(datesOf), ...terms, ...datesOfEvidence(evidence)]
  const conditions = suspensions.flatMap(({ suspension }) => suspension.conditions)
  const days = conditions.flatMap((condition) => condition.days ?? [])
  const noticeDays = [...new Set(days)]
  const classified = rollouts.flatMap((each) => each.classified)
  const classifications = [...new Set(classified.map(({ classification }) => classification))]
  const datesMs = ascending(dates)
  const governs = governedBy(rollouts)
  return { rollouts, governs, suspensions, evidence, noticeDays, classifications, datesMs }
}

/**
 * One programme's facts of one register, made ready for rulings, and found by whom they concern.
 */
export class ProgrammeView {
  readonly terms: readonly TimedTerms[]
  readonly mailings: Reach<PlacedMailing>
  private readonly evidence: EvidenceIndex
  private readonly rollouts: Reach<TimedRollout>
  private readonly suspensions: Reach<PlacedSuspension>
  /** What concerns all practices of a path alike. */
  private readonly places = new Map<Path, Place>()

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
  ) {
    const { code } = programme
    this.terms = timedTerms(programme)
    this.mailings = reachOfMailings(register, code)
    this.rollouts = reachOfRollouts(register, code)
    this.evidence = evidenceOf(register, code)
    this.suspensions = reachOfSuspensions(register, code)
  }

  /** What can concern a practice on a path: what concerns all there, and what names it. */
  placeOf(path: Path, odsCode: string): Place {
    const shared = this.sharedPlace(path)
    const named = this.rollouts.naming(odsCode)
    const suspensions = this.suspensions.naming(odsCode)
    const evidence = this.evidenceOn(path, odsCode)
    const namesIt = named.length + suspensions.length > 0 || evidence !== shared.evidence
    if (!namesIt) return shared
    const rollouts = named.filter(({ rollout }) => path.regions.includes(rollout.region))
    return placeWith(
      inOrder([...shared.rollouts, ...rollouts.map((each) => ({ ...each, level: NAMED_LEVEL }))]),
      inOrder([...shared.suspensions, ...suspensions]),
      evidence,
    )
  }

  /** What may prove conditions at a practice, while it is on a path. */
  evidenceOn(path: Path, odsCode: string): Evidence {
    const agreements = this.register.agreementsOf(odsCode)
    const its = agreements.length > 0 ? ofProgramme(agreements, this.programme.code) : agreements
    return this.evidence.of(odsCode, path, its)
  }

  private sharedPlace(path: Path): Place {
    let place = this.places.get(path)
    if (!place) {
      const rollouts = this.rollouts
        .on(path)
        .map((each) => ({ ...each, level: 1 + path.regions.indexOf(each.rollout.region) }))
      place = placeWith(rollouts, this.suspensions.on(path), this.evidence.on(path))
      this.places.set(path, place)
    }
    return place
  }
}
