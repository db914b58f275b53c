import type { Actor } from '../kernel/actor.js'
import type { Day, Moment } from '../kernel/moment.js'
import type { CommandName } from '../kernel/mutations.js'
import type {
  Activity,
  Audience,
  BreachKind,
  Classification,
  ConditionKind,
  Ending,
  Matter,
  Party,
  ProposalState,
  RegionKind,
  Strength,
  TurnKind,
  Wording,
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
  /** The moment at which the demonstration's clock then stood; null with the real clock. */
  readonly clockBeganAt: Moment | null
  readonly version: number
}

/** Whose tokens count, as the last start found it configured. */
export interface ConfigurationFact {
  readonly id: 'HOLDFAST'
  /** SHA-256 of the configuration in canonical JSON, in lower-case hexadecimal. */
  readonly hash: string
  /** The issuers it names. */
  readonly issuers: readonly string[]
  /** The systems it names, by client id. */
  readonly systems: readonly string[]
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
  readonly funding: FundingFact | null
  readonly version: number
}

/** Money for a rollout, to be used by a day. */
export interface FundingFact {
  readonly payer: string
  readonly pence: number
  readonly useBy: Day
}

/** Packs received by the patients of a region's practices of that day, or of named practices. */
export interface MailingFact {
  readonly id: string
  readonly programme: string
  readonly region: string
  /** Codes of the practices whose patients were mailed, or null for all of the region. */
  readonly practices: readonly string[] | null
  readonly packs: number
  /** The day it is planned for, or null where it was recorded without a plan. */
  readonly plannedFor: Day | null
  /** The day the last pack was received; null while it is only planned. */
  readonly lastReceivedOn: Day | null
  readonly withOptOutForm: boolean
  /** The permission to mail under purdah. */
  readonly exemption: string | null
  /** Id of the breach that it was, which counts for no notice; null where it was none. */
  readonly breach: string | null
  /** Null unless it was recorded in error. */
  readonly voidedAt: Moment | null
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

/**
 * What must be so before a suspension ends, or releases a practice. What a kind does not ask for is
 * null: `audience` of a consultation, `days` of notice, `party` and `matter` of an agreement,
 * `organisation` of a sign-off. Only evidence of the programme and the place counts, and only if it
 * tells of `since` or later.
 */
export interface ConditionFact {
  /** Its place among the conditions, from 1: c1, c2. */
  readonly id: string
  readonly kind: ConditionKind
  readonly audience: Audience | null
  readonly days: number | null
  readonly party: Party | null
  readonly matter: Matter | null
  readonly organisation: string | null
  readonly since: Moment
}

/** An order that holds activities of a programme within its scope, from a moment. */
export interface SuspensionFact {
  readonly id: string
  readonly programme: string
  readonly strength: Strength
  /** Any clause suffices. */
  readonly scope: readonly ScopeClauseFact[]
  readonly from: Moment
  /** Null while it has not ended. */
  readonly endedAt: Moment | null
  readonly ending: Ending | null
  /** Why it ended, as published. */
  readonly endingReason: string | null
  /** Id of the suspension in its place, where it was replaced. */
  readonly replacedBy: string | null
  /** Id of the assurance it keeps. */
  readonly assurance: string | null
  readonly conditions: readonly ConditionFact[]
  /** Whether it also releases practice by practice, as the conditions are met there. */
  readonly releases: boolean
  /** Codes of the practices that were live when it was imposed, and that it spares. */
  readonly spared: readonly string[]
  /** Organisations whose signature a loosening needs. Only ever added to. */
  readonly signatories: readonly string[]
  readonly imposedBy: string
  readonly reason: string
  readonly version: number
}

/** A pre-election period: a row in a calendar, never computed. */
export interface PurdahFact {
  /** Such as GENERAL-2010. */
  readonly code: string
  readonly name: string
  readonly from: Moment
  /** Null while its end is not known. */
  readonly to: Moment | null
  readonly version: number
}

/** A document kept elsewhere: its name, and the SHA-256 of its bytes in lower-case hexadecimal. */
export interface DocumentFact {
  readonly name: string
  readonly sha256: string
}

/** Practices or patients are asked. */
export interface ConsultationFact {
  readonly id: string
  readonly programme: string
  readonly title: string
  readonly audience: Audience
  /** At least one. */
  readonly regions: readonly string[]
  readonly openedAt: Moment
  /** When it was told of, where it was opened without Holdfast; null where it was opened here. */
  readonly recordedAt: Moment | null
  /** The first day on which nobody may answer any more. */
  readonly closesOn: Day
  /** Who cleared a shorter time, and the reason as published. */
  readonly deviation: { readonly reference: string; readonly reason: string } | null
  /** The permission to open it under purdah. */
  readonly exemption: string | null
  readonly responses: number
  readonly concludedAt: Moment | null
  readonly outcome: string | null
  readonly evidence: DocumentFact | null
  readonly version: number
}

/** A practice, or the PCT it then belongs to, states something for that practice. */
export interface AgreementFact {
  readonly id: string
  readonly programme: string
  readonly practice: string
  readonly party: Party
  /** Code of the PCT that agreed; null where the practice did. */
  readonly region: string | null
  readonly matter: Matter
  readonly givenAt: Moment
  readonly withdrawnAt: Moment | null
  readonly version: number
}

/** An organisation signs that a condition of a suspension is met, somewhere or everywhere. */
export interface SignOffFact {
  readonly id: string
  readonly suspension: string
  readonly condition: string
  readonly organisation: string
  /** Codes, with all below them; null where it is not narrowed by regions. */
  readonly regions: readonly string[] | null
  readonly practices: readonly string[] | null
  readonly givenAt: Moment
  readonly withdrawnAt: Moment | null
  readonly version: number
}

/** An exception from one suspension: asked for, decided, and always ending. */
export interface DispensationFact {
  readonly id: string
  readonly suspension: string
  /** Codes, with all below them; null where it is not narrowed by regions. */
  readonly regions: readonly string[] | null
  readonly practices: readonly string[] | null
  readonly requestedBy: string
  readonly requestedAt: Moment
  /** Until when it is asked for. */
  readonly until: Moment
  readonly reason: string
  readonly decidedAt: Moment | null
  readonly granted: boolean | null
  /** When it holds; null while it is not granted. */
  readonly from: Moment | null
  readonly to: Moment | null
  readonly version: number
}

/** Somebody who gave or received an assurance. */
export interface SpeakerFact {
  /** Code of the organisation. */
  readonly organisation: string
  readonly person: string | null
  readonly office: string | null
}

/** What was promised. In its words, never overwritten. */
export interface AssuranceFact {
  readonly id: string
  readonly programme: string
  readonly text: string
  readonly wording: Wording
  /** Who reported the words, where they are not the givers' own. */
  readonly reportedBy: string | null
  readonly givenBy: readonly SpeakerFact[]
  readonly givenTo: readonly SpeakerFact[]
  readonly givenOn: Day
  readonly channel: string
  /** Whether it was a statement of a minister, which purdah forbids. */
  readonly ministerialStatement: boolean
  readonly document: DocumentFact | null
  readonly public: boolean
  readonly scope: readonly ScopeClauseFact[]
  readonly conditions: readonly ConditionFact[]
  /** Id of the assurance it takes the place of. */
  readonly supersedes: string | null
  /** Whether it says the same again; false where it corrects. Null where it supersedes none. */
  readonly reaffirms: boolean | null
  readonly withdrawnAt: Moment | null
  readonly recordedBy: string
  readonly version: number
}

/** An upload, mailing, consultation or statement that the register of that moment refused. */
export interface BreachFact {
  readonly id: string
  readonly kind: BreachKind
  readonly programme: string | null
  readonly practice: string | null
  readonly region: string | null
  /** When it happened. */
  readonly at: Moment
  /** What happened: id of the report, the mailing, the consultation or the assurance. */
  readonly of: string
  readonly reasons: readonly string[]
  readonly suspensions: readonly string[]
  /** Whether whoever did it held a permission that was still valid. */
  readonly permitted: boolean
  readonly version: number
}

/** Practices that a change turns alike, for one time. One may turn so at several times. */
export interface TurnFact {
  readonly programme: string
  readonly activity: Activity
  readonly turn: TurnKind
  /** Id of the suspension that no longer holds them. */
  readonly suspension: string | null
  readonly from: Moment
  /** Null where it turns for good. */
  readonly until: Moment | null
  readonly practices: readonly string[]
}

/** Whose signatures a change needs. */
export interface SignaturesFact {
  /** A second administrator. */
  readonly administrator: boolean
  /** Codes of organisations. */
  readonly organisations: readonly string[]
}

export interface SignatureFact {
  readonly issuer: string
  readonly subject: string
  readonly organisation: string
  readonly role: Actor['role']
  readonly at: Moment
}

/** A row, as something was based on it. */
export interface BasisFact {
  /** Such as practice/P84001. */
  readonly row: string
  readonly version: number
}

/** A command that waits for signatures: what it is, what it would turn, and who has signed. */
export interface ProposalFact {
  readonly id: string
  readonly command: CommandName
  readonly input: object
  /** The rows that it would write over, as they were; null where that was not yet kept. */
  readonly basis: readonly BasisFact[] | null
  readonly proposer: Actor
  readonly proposedAt: Moment
  readonly turns: readonly TurnFact[]
  /** Terms that it would weaken, each in a sentence. */
  readonly weakens: readonly string[]
  readonly needs: SignaturesFact
  readonly signatures: readonly SignatureFact[]
  /** Never LAPSED: that is a matter of time. */
  readonly state: ProposalState
  readonly endedAt: Moment | null
  /** Why it ended, where it was not applied. */
  readonly ending: string | null
  /** What it changed, once applied: `table/key`. */
  readonly changed: readonly string[]
  readonly version: number
}

/**
 * A practice is live in a programme from its first reported upload. Written once; where that was a
 * breach, its first upload that was permitted is added.
 */
export interface LiveFact {
  /** `programme/practice` */
  readonly id: string
  readonly programme: string
  readonly practice: string
  readonly liveFrom: Moment
  /** Id of the breach that its first upload was; null where it was permitted. */
  readonly breach: string | null
  /** After a breach, its first upload that was permitted; null until then, and where none was. */
  readonly permittedFrom: Moment | null
  readonly version: number
}

/** Every governed table and the fact a row of it is. */
export interface Facts {
  installation: InstallationFact
  configuration: ConfigurationFact
  organisation: OrganisationFact
  region: RegionFact
  practice: PracticeFact
  programme: ProgrammeFact
  rollout: RolloutFact
  mailing: MailingFact
  suspension: SuspensionFact
  live: LiveFact
  purdah: PurdahFact
  consultation: ConsultationFact
  agreement: AgreementFact
  signoff: SignOffFact
  dispensation: DispensationFact
  assurance: AssuranceFact
  breach: BreachFact
  proposal: ProposalFact
}
export type Table = keyof Facts

/** The column that names a row of each table. Complete by type. */
export const KEY = {
  installation: 'id',
  configuration: 'id',
  organisation: 'code',
  region: 'code',
  practice: 'odsCode',
  programme: 'code',
  rollout: 'id',
  mailing: 'id',
  suspension: 'id',
  live: 'id',
  purdah: 'code',
  consultation: 'id',
  agreement: 'id',
  signoff: 'id',
  dispensation: 'id',
  assurance: 'id',
  breach: 'id',
  proposal: 'id',
} as const satisfies { [T in Table]: keyof Facts[T] }

export const TABLES = Object.keys(KEY) as readonly Table[]

export const keyOf = <T extends Table>(table: T, fact: Facts[T]): string =>
  (fact as unknown as Record<string, string>)[KEY[table]] ?? ''
