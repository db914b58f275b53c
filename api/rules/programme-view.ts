import { startOfDayMs, toMs, type Day } from '../kernel/moment.js'
import type {
  MailingFact, ProgrammeFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import type { Register } from '../register/register.js'
import { ascending, type Interval } from './intervals.js'
import type { Path } from './path.js'
import { timedTerms, type TimedTerms } from './programme-terms.js'
import { inOrder, Reach, type Ordered } from './reach.js'
import { timesOf, type RolloutTimes } from './rollout-state.js'

/** A rollout with its moments read. */
interface TimedRollout extends Ordered, RolloutTimes {
  readonly rollout: RolloutFact
}

/** A rollout as one path sees it: its level there, nearest lowest; 0 where it names practices. */
export interface PlacedRollout extends TimedRollout {
  readonly level: number
}

/** A day on which a mailing was last received. */
export interface PlacedMailing extends Ordered {
  readonly receivedOn: Day
  readonly receivedMs: number
}

/** When a suspension is in force: from the order until it is lifted. */
export interface PlacedSuspension extends Ordered, Interval {
  readonly suspension: SuspensionFact
}

/** What a programme's facts say of practices on a path: each kind in order of id. */
export interface Place {
  readonly rollouts: readonly PlacedRollout[]
  readonly suspensions: readonly PlacedSuspension[]
  /** Every date recorded for them, ascending. */
  readonly datesMs: readonly number[]
}

const NAMED_LEVEL = 0

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const ofProgramme = <T extends { id: string; programme: string }>(
  facts: Iterable<T>,
  programme: string,
): T[] => [...facts].filter((fact) => fact.programme === programme).sort(byId)

const reachOfRollouts = (rollouts: readonly RolloutFact[]): Reach<TimedRollout> => {
  const reach = new Reach<TimedRollout>()
  for (const [order, rollout] of rollouts.entries()) {
    const { region, practices } = rollout
    reach.add({ order, rollout, ...timesOf(rollout) }, { regions: [region], practices })
  }
  return reach
}

const reachOfMailings = (mailings: readonly MailingFact[]): Reach<PlacedMailing> => {
  const reach = new Reach<PlacedMailing>()
  for (const [order, { lastReceivedOn, voidedAt, region, practices }] of mailings.entries()) {
    // What is only planned, or was recorded in error, reached nobody.
    if (lastReceivedOn === null || voidedAt !== null) continue
    const receivedMs = startOfDayMs(lastReceivedOn)
    reach.add({ order, receivedOn: lastReceivedOn, receivedMs }, { regions: [region], practices })
  }
  return reach
}

const reachOfSuspensions = (suspensions: readonly SuspensionFact[]): Reach<PlacedSuspension> => {
  const reach = new Reach<PlacedSuspension>()
  for (const [order, suspension] of suspensions.entries()) {
    const { from, endedAt, scope } = suspension
    const untilMs = endedAt === null ? Number.POSITIVE_INFINITY : toMs(endedAt)
    const placed = { order, suspension, fromMs: toMs(from), toMs: untilMs }
    // One that ended before it began is never in force.
    if (placed.fromMs < untilMs) for (const clause of scope) reach.add(placed, clause)
  }
  return reach
}

const datesOf = ({ rollout, startedMs, endedMs, classified }: TimedRollout): number[] => [
  startedMs,
  endedMs,
  ...classified.map(({ untilMs }) => untilMs),
  ...(rollout.plannedOn === null ? [] : [startOfDayMs(rollout.plannedOn)]),
]

const placeWith = (
  rollouts: readonly PlacedRollout[],
  suspensions: readonly PlacedSuspension[],
): Place => {
  const terms = suspensions.flatMap(({ fromMs, toMs: untilMs }) => [fromMs, untilMs])
  return { rollouts, suspensions, datesMs: ascending([...rollouts.flatMap(datesOf), ...terms]) }
}

/**
 * One programme's facts of one register, made ready for rulings, and found by whom they concern.
 */
export class ProgrammeView {
  readonly terms: readonly TimedTerms[]
  readonly mailings: Reach<PlacedMailing>
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
    this.mailings = reachOfMailings(ofProgramme(register.all('mailing'), code))
    this.rollouts = reachOfRollouts(ofProgramme(register.all('rollout'), code))
    this.suspensions = reachOfSuspensions(ofProgramme(register.all('suspension'), code))
  }

  /** What can concern a practice on a path: what concerns all there, and what names it. */
  placeOf(path: Path, odsCode: string): Place {
    const shared = this.sharedPlace(path)
    const rollouts = this.rollouts
      .naming(odsCode)
      .filter(({ rollout }) => path.regions.includes(rollout.region))
    const suspensions = this.suspensions.naming(odsCode)
    if (rollouts.length + suspensions.length === 0) return shared
    return placeWith(
      inOrder([...shared.rollouts, ...rollouts.map((each) => ({ ...each, level: NAMED_LEVEL }))]),
      inOrder([...shared.suspensions, ...suspensions]),
    )
  }

  private sharedPlace(path: Path): Place {
    let place = this.places.get(path)
    if (!place) {
      const rollouts = this.rollouts
        .on(path)
        .map((each) => ({ ...each, level: 1 + path.regions.indexOf(each.rollout.region) }))
      place = placeWith(rollouts, this.suspensions.on(path))
      this.places.set(path, place)
    }
    return place
  }
}
