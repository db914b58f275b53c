import type { Day, Moment } from '../kernel/moment.js'
import type {
  Activity,
  Classification,
  RegionKind,
  Strength,
} from '../kernel/vocabulary.js'

/**
 * The governed facts, as plain JSON: what a row holds, what a ledger entry tells, what the register
 * keeps. Facts are replaced whole and never removed. `from` belongs to an interval and `to` does
 * not; null `from` is since ever, null `to` is without end. `version` counts the writes of a row.
 */

/** The one row that says what this register is. */
export interface InstallationFact {
  readonly id: 'HOLDFAST'
  readonly demonstration: boolean
  /** Real time of the first start; the demonstration's clock counts from it. */
  readonly firstStartedAt: Moment
  readonly version: number
}

/** A body that gives, receives, advises or signs. */
export interface OrganisationFact {
  readonly code: string
  readonly name: string
  readonly version: number
}

/** A dated tie to a region: a parent, or a membership. */
export interface RegionTermFact {
  readonly region: string
  readonly from: Day | null
  readonly to: Day | null
}

/** A body in the tree COUNTRY, SHA, PCT. */
export interface RegionFact {
  readonly code: string
  readonly name: string
  readonly kind: RegionKind
  /** Dated, not overlapping, in order of time; empty for the country and for OTHER. */
  readonly parents: readonly RegionTermFact[]
  readonly version: number
}

export interface SupplierTermFact {
  readonly supplier: string
  readonly from: Day | null
  readonly to: Day | null
}

export interface PracticeFact {
  readonly odsCode: string
  readonly name: string
  readonly openFrom: Day | null
  /** The first day it is closed. */
  readonly openTo: Day | null
  /** Dated, not overlapping, in order of time. */
  readonly memberships: readonly RegionTermFact[]
  /** Dated, not overlapping, in order of time. */
  readonly suppliers: readonly SupplierTermFact[]
  readonly version: number
}

export interface ObligationFact {
  readonly code: string
  readonly text: string
}

/** Settings of a programme, from a moment until the next terms. The first hold ever before. */
export interface ProgrammeTermsFact {
  readonly from: Moment
  readonly noticeDaysMin: number
  /** The longest a permission stays valid, in seconds. */
  readonly validitySecondsMax: number
  readonly obligations: readonly ObligationFact[]
}

export interface ProgrammeFact {
  readonly code: string
  readonly name: string
  /** At least one, in order of time; added to, never overwritten. */
  readonly terms: readonly ProgrammeTermsFact[]
  readonly version: number
}

export interface EarlierClassificationFact {
  readonly classification: Classification
  readonly until: Moment
}

/** One region's part in one wave of a programme. */
export interface RolloutFact {
  readonly id: string
  readonly programme: string
  readonly region: string
  readonly classification: Classification
  /** What it was classified as before, in order of time. */
  readonly earlierClassifications: readonly EarlierClassificationFact[]
  /** Codes of the practices it covers, or null for all of its region. */
  readonly practices: readonly string[] | null
  /** The day it is planned to start; a plan starts nothing. */
  readonly plannedOn: Day | null
  readonly startedAt: Moment | null
  readonly endedAt: Moment | null
  readonly version: number
}

/** Packs received by the patients of a region's practices of that day, or of named practices. */
export interface MailingFact {
  readonly id: string
  readonly programme: string
  readonly region: string
  /** Codes of the practices whose patients were mailed, or null for all of the region. */
  readonly practices: readonly string[] | null
  readonly packs: number
  /** The day the last pack was received. */
  readonly lastReceivedOn: Day
  readonly withOptOutForm: boolean
  readonly version: number
}

/** One clause of a scope: what is null is not narrowed. */
export interface ScopeClauseFact {
  readonly activities: readonly Activity[]
  readonly classifications: readonly Classification[] | null
  readonly regions: readonly string[] | null
  readonly practices: readonly string[] | null
  readonly suppliers: readonly string[] | null
}

/** An order that holds activities of a programme within its scope, from a moment. */
export interface SuspensionFact {
  readonly id: string
  readonly programme: string
  readonly strength: Strength
  /** Any clause suffices. */
  readonly scope: readonly ScopeClauseFact[]
  readonly from: Moment
  /** Null while it has not been lifted. */
  readonly liftedAt: Moment | null
  /** Organisations whose signature a loosening needs. Only ever added to. */
  readonly signatories: readonly string[]
  readonly imposedBy: string
  readonly reason: string
  readonly version: number
}

/** A practice is live in a programme from its first reported upload. Written once. */
export interface LiveFact {
  /** `programme/practice` */
  readonly id: string
  readonly programme: string
  readonly practice: string
  readonly liveFrom: Moment
  readonly version: number
}

/** Every governed table and the fact a row of it is. */
export interface Facts {
  installation: InstallationFact
  organisation: OrganisationFact
  region: RegionFact
  practice: PracticeFact
  programme: ProgrammeFact
  rollout: RolloutFact
  mailing: MailingFact
  suspension: SuspensionFact
  live: LiveFact
}
export type Table = keyof Facts

/** The column that names a row of each table. Complete by type. */
export const KEY = {
  installation: 'id',
  organisation: 'code',
  region: 'code',
  practice: 'odsCode',
  programme: 'code',
  rollout: 'id',
  mailing: 'id',
  suspension: 'id',
  live: 'id',
} as const satisfies { [T in Table]: keyof Facts[T] }

export const TABLES = Object.keys(KEY) as readonly Table[]

export const keyOf = <T extends Table>(table: T, fact: Facts[T]): string =>
  (fact as unknown as Record<string, string>)[KEY[table]] ?? ''
