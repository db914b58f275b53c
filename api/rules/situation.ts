import type { Activity, Classification } from '../kernel/vocabulary.js'
import type {
  ConditionFact, DispensationFact, ProgrammeTermsFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import type { PlacedMailing } from './evidence.js'
import type { RolloutState } from './rollout-state.js'

/** A rollout as it stands at the moment asked about. */
export interface StandingRollout {
  readonly rollout: RolloutFact
  readonly state: RolloutState
  readonly classification: Classification
  /** Nearest lowest: naming the practice, its PCT, its SHA, the country. */
  readonly level: number
}

/** A suspension that stands over a practice, with what is still unmet there. */
export interface StandingSuspension {
  readonly suspension: SuspensionFact
  readonly unmet: readonly ConditionFact[]
}

/** Everything the rules look at: one activity, one moment, and what is so of a practice there. */
export interface Situation {
  readonly activity: Activity
  readonly atMs: number
  readonly terms: ProgrammeTermsFact
  /** Open, and in a region. */
  readonly open: boolean
  readonly nextOpenMs: number | null
  /** All of these must permit. */
  readonly governing: readonly StandingRollout[]
  /** The classification the caller named, where no rollout of that classification covers it. */
  readonly classificationMissing: Classification | null
  /** Suspensions that stand over the practice, binding and advisory. */
  readonly suspensions: readonly StandingSuspension[]
  /** Suspensions whose conditions are all met there, and that hold again once one is not. */
  readonly released: readonly SuspensionFact[]
  /** What excepts it from others. */
  readonly dispensations: readonly DispensationFact[]
  /** The mailing that counts which its patients last received, or null. */
  readonly lastMailing: PlacedMailing | null
}
