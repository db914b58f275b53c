import { startOfDayMs } from '../kernel/moment.js'
import type { Classification } from '../kernel/vocabulary.js'
import type { RolloutFact } from '../register/facts.js'
import { governedBy, type Governs, type PlacedRollout, type TimedRollout } from './governing.js'
import { keptFor } from './kept-for.js'
import type { Path } from './path.js'
import type { Asked } from './question.js'
import { inOrder, ofProgramme, Reach } from './reach.js'
import { timesOf } from './rollout-state.js'

/** The rollouts that may govern in one place: in order of id. */
export interface Covering {
  readonly governs: (asked: Asked) => Governs
  /** Every classification that they ever have. */
  readonly classifications: readonly Classification[]
  /** Every date recorded for them, in no particular order. */
  readonly datesMs: readonly number[]
}

const datesOf = ({ rollout, startedMs, endedMs, classified }: TimedRollout): number[] => [
  startedMs,
  endedMs,
  ...classified.map(({ untilMs }) => untilMs),
  ...(rollout.plannedOn === null ? [] : [startOfDayMs(rollout.plannedOn)]),
]

const coveringBy = (rollouts: readonly PlacedRollout[]): Covering => {
  const classified = rollouts.flatMap((each) => each.classified)
  return {
    governs: governedBy(rollouts),
    classifications: [...new Set(classified.map(({ classification }) => classification))],
    datesMs: rollouts.flatMap(datesOf),
  }
}

const NAMED_LEVEL = 0

/** A programme's rollouts, by whom they cover. */
export class RolloutIndex {
  private readonly reach = new Reach<TimedRollout>()
  private readonly shared = new WeakMap<Path, Covering>()
  private readonly own = new WeakMap<Path, Map<string, Covering>>()

  constructor(rollouts: readonly RolloutFact[]) {
    for (const [order, rollout] of rollouts.entries()) {
      const { region, practices } = rollout
      this.reach.add({ order, rollout, ...timesOf(rollout) }, { regions: [region], practices })
    }
  }

  /** Those that cover all practices of a path alike. */
  on(path: Path): Covering {
    const covering = this.shared.get(path) ?? coveringBy(this.placedOn(path))
    this.shared.set(path, covering)
    return covering
  }

  /** Whether any of them names a practice. */
  names(odsCode: string): boolean {
    return this.reach.naming(odsCode).length > 0
  }

  /** All that cover one practice on a path. */
  of(odsCode: string, path: Path): Covering {
    const named = this.reach
      .naming(odsCode)
      .filter(({ rollout }) => path.regions.includes(rollout.region))
    if (named.length === 0) return this.on(path)
    const onPath = this.own.get(path) ?? new Map<string, Covering>()
    this.own.set(path, onPath)
    const placed = named.map((each) => ({ ...each, level: NAMED_LEVEL }))
    const covering =
      onPath.get(odsCode) ?? coveringBy(inOrder([...this.placedOn(path), ...placed]))
    onPath.set(odsCode, covering)
    return covering
  }

  private placedOn(path: Path): PlacedRollout[] {
    return this.reach
      .on(path)
      .map((each) => ({ ...each, level: 1 + path.regions.indexOf(each.rollout.region) }))
  }
}

/** Kept until a rollout changes. */
export const rolloutsOf = keptFor(
  ['rollout'],
  (register, programme) => new RolloutIndex(ofProgramme(register.all('rollout'), programme)),
)
