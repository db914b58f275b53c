import { startOfDayMs, toMs, type Day } from '../kernel/moment.js'
import type {
  MailingFact, ProgrammeFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Path } from './path.js'

/** A rollout as one path sees it: its level there, nearest lowest; 0 where it names practices. */
export interface PlacedRollout {
  readonly rollout: RolloutFact
  readonly level: number
  /** The practices it names, or null for all. */
  readonly named: ReadonlySet<string> | null
}

/** A day on which a mailing was last received, and whose patients it reached. */
export interface PlacedMailing {
  readonly receivedOn: Day
  readonly receivedMs: number
  readonly region: string
  readonly named: ReadonlySet<string> | null
}

/** When a suspension is in force: from the order until it is lifted. */
export interface PlacedSuspension {
  readonly suspension: SuspensionFact
  readonly fromMs: number
  readonly toMs: number
}

/** What a programme's facts say of the practices of one path. */
export interface Place {
  readonly rollouts: readonly PlacedRollout[]
  readonly suspensions: readonly PlacedSuspension[]
}

const NAMED_LEVEL = 0

const asSet = (codes: readonly string[] | null): ReadonlySet<string> | null =>
  codes && new Set(codes)

const placeMailing = (mailing: MailingFact): PlacedMailing => ({
  receivedOn: mailing.lastReceivedOn,
  receivedMs: startOfDayMs(mailing.lastReceivedOn),
  region: mailing.region,
  named: asSet(mailing.practices),
})

const placeSuspension = (suspension: SuspensionFact): PlacedSuspension => ({
  suspension,
  fromMs: toMs(suspension.from),
  toMs: suspension.liftedAt === null ? Number.POSITIVE_INFINITY : toMs(suspension.liftedAt),
})

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const ofProgramme = <T extends { id: string; programme: string }>(
  facts: Iterable<T>,
  programme: string,
): T[] => [...facts].filter((fact) => fact.programme === programme).sort(byId)

const mayReach = (suspension: SuspensionFact, path: Path): boolean =>
  suspension.scope.some(
    ({ regions }) => regions === null || regions.some((code) => path.regions.includes(code)),
  )

/**
 * One programme's facts of one register, made ready for rulings: rollouts, suspensions and
 * mailings in order of id, and for each path the ones that can concern it.
 */
export class ProgrammeView {
  readonly mailings: readonly PlacedMailing[]
  private readonly rollouts: readonly { rollout: RolloutFact; named: ReadonlySet<string> | null }[]
  private readonly suspensions: readonly PlacedSuspension[]
  private readonly places = new Map<Path, Place>()

  constructor(
    readonly register: Register,
    readonly programme: ProgrammeFact,
  ) {
    const { code } = programme
    this.mailings = ofProgramme(register.all('mailing'), code).map(placeMailing)
    this.suspensions = ofProgramme(register.all('suspension'), code)
      .map(placeSuspension)
      .filter(({ fromMs, toMs: untilMs }) => fromMs < untilMs)
    this.rollouts = ofProgramme(register.all('rollout'), code).map((rollout) => ({
      rollout,
      named: asSet(rollout.practices),
    }))
  }

  /** What can concern the practices of a path. */
  placeOf(path: Path): Place {
    let place = this.places.get(path)
    if (!place) {
      place = {
        rollouts: this.rolloutsAbove(path),
        suspensions: this.suspensions.filter(({ suspension }) => mayReach(suspension, path)),
      }
      this.places.set(path, place)
    }
    return place
  }

  private rolloutsAbove(path: Path): PlacedRollout[] {
    return this.rollouts.flatMap(({ rollout, named }) => {
      const steps = path.regions.indexOf(rollout.region)
      if (steps < 0) return []
      return [{ rollout, named, level: named ? NAMED_LEVEL : NAMED_LEVEL + 1 + steps }]
    })
  }
}
