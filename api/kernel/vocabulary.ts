/** The closed vocabularies of the programme. Each value means the same in code, schema and rows. */

/** The wave of a rollout. */
export const Classification = {
  EARLY_ADOPTER: 'EARLY_ADOPTER',
  FAST_FOLLOWER: 'FAST_FOLLOWER',
  ACCELERATED: 'ACCELERATED',
  STANDARD: 'STANDARD',
} as const
export type Classification = keyof typeof Classification

/** What may be held: mail patients, create records, use records, begin a rollout. */
export const Activity = {
  INFORM: 'INFORM',
  UPLOAD: 'UPLOAD',
  VIEW: 'VIEW',
  START: 'START',
} as const
export type Activity = keyof typeof Activity

/** A binding suspension refuses; an advisory one is only shown. */
export const Strength = { BINDING: 'BINDING', ADVISORY: 'ADVISORY' } as const
export type Strength = keyof typeof Strength

/** How a suspension ended: its conditions met, another in its place, or imposed in error. */
export const Ending = { LIFTED: 'LIFTED', REPLACED: 'REPLACED', ANNULLED: 'ANNULLED' } as const
export type Ending = keyof typeof Ending

/** Who is asked by a consultation. */
export const Audience = { PRACTICES: 'PRACTICES', PATIENTS: 'PATIENTS' } as const
export type Audience = keyof typeof Audience

/** Who may agree for a practice: itself, or the PCT it belongs to. */
export const Party = { PRACTICE: 'PRACTICE', PCT: 'PCT' } as const
export type Party = keyof typeof Party

/** What is agreed: that patients are informed, or that they are able to opt out. */
export const Matter = { INFORMED: 'INFORMED', ABLE_TO_OPT_OUT: 'ABLE_TO_OPT_OUT' } as const
export type Matter = keyof typeof Matter

/** What a condition asks for. */
export const ConditionKind = {
  CONSULTATION_OPENED: 'CONSULTATION_OPENED',
  CONSULTATION_CONCLUDED: 'CONSULTATION_CONCLUDED',
  NOTICE: 'NOTICE',
  AGREEMENT: 'AGREEMENT',
  SIGN_OFF: 'SIGN_OFF',
} as const
export type ConditionKind = keyof typeof ConditionKind

/** Whether an assurance is in its givers' own words, or as somebody reported them. */
export const Wording = { VERBATIM: 'VERBATIM', AS_REPORTED: 'AS_REPORTED' } as const
export type Wording = keyof typeof Wording

/** What a breach was: an upload, a mailing, a consultation, or a statement under purdah. */
export const BreachKind = {
  UPLOAD: 'UPLOAD',
  MAILING: 'MAILING',
  CONSULTATION: 'CONSULTATION',
  PURDAH: 'PURDAH',
} as const
export type BreachKind = keyof typeof BreachKind

/** The kinds of region. Kinds are open: later bodies follow. OTHER is a parent nobody described. */
export const RegionKind = {
  COUNTRY: 'COUNTRY',
  SHA: 'SHA',
  PCT: 'PCT',
  OTHER: 'OTHER',
} as const
export type RegionKind = keyof typeof RegionKind

export const Outcome = { PERMIT: 'PERMIT', REFUSE: 'REFUSE' } as const
export type Outcome = keyof typeof Outcome

/** LIVE: asked about now, and so a permission. HYPOTHETICAL: asked about a named moment. */
export const Basis = { LIVE: 'LIVE', HYPOTHETICAL: 'HYPOTHETICAL' } as const
export type Basis = keyof typeof Basis

/** Why a ruling refuses, in the order in which reasons are listed. */
export const ReasonCode = {
  REGISTER_STALE: 'REGISTER_STALE',
  PRACTICE_UNKNOWN: 'PRACTICE_UNKNOWN',
  PRACTICE_NOT_OPEN: 'PRACTICE_NOT_OPEN',
  NO_ROLLOUT: 'NO_ROLLOUT',
  ROLLOUT_NOT_STARTED: 'ROLLOUT_NOT_STARTED',
  ROLLOUT_ENDED: 'ROLLOUT_ENDED',
  SUSPENDED: 'SUSPENDED',
  NOTICE_TOO_SHORT: 'NOTICE_TOO_SHORT',
} as const
export type ReasonCode = keyof typeof ReasonCode

/** What a token may make of its bearer. */
export const Role = {
  PARTNER: 'PARTNER',
  PRACTICE: 'PRACTICE',
  REGIONAL_LEAD: 'REGIONAL_LEAD',
  LIAISON: 'LIAISON',
  PROGRAMME_ADMIN: 'PROGRAMME_ADMIN',
  AUDITOR: 'AUDITOR',
} as const
export type Role = keyof typeof Role

export const ChangeStatus = {
  APPLIED: 'APPLIED',
  AWAITING_SIGNATURES: 'AWAITING_SIGNATURES',
  PREVIEW: 'PREVIEW',
} as const
export type ChangeStatus = keyof typeof ChangeStatus

/** What became of a proposal. One that nobody ended in time has lapsed. */
export const ProposalState = {
  AWAITING: 'AWAITING',
  APPLIED: 'APPLIED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  VOID: 'VOID',
  LAPSED: 'LAPSED',
} as const
export type ProposalState = keyof typeof ProposalState

/** How a change turns a practice, for an activity, from a moment on. */
export const TurnKind = {
  PERMITTED: 'PERMITTED',
  REFUSED: 'REFUSED',
  NO_LONGER_HELD: 'NO_LONGER_HELD',
  HELD_BY_NONE: 'HELD_BY_NONE',
  HELD_ALONE: 'HELD_ALONE',
  CONDITION_MET: 'CONDITION_MET',
} as const
export type TurnKind = keyof typeof TurnKind

/** What clients are told of, as it happens. */
export const EventKind = {
  RULINGS_CHANGED: 'RULINGS_CHANGED',
  SUSPENSION_IMPOSED: 'SUSPENSION_IMPOSED',
  SUSPENSION_ENDED: 'SUSPENSION_ENDED',
  PROPOSAL_AWAITS_SIGNATURE: 'PROPOSAL_AWAITS_SIGNATURE',
  PROPOSAL_LAPSES_SOON: 'PROPOSAL_LAPSES_SOON',
  BREACH_RECORDED: 'BREACH_RECORDED',
} as const
export type EventKind = keyof typeof EventKind

/** What became of telling somebody something. */
export const DeliveryState = {
  WAITING: 'WAITING',
  DELIVERED: 'DELIVERED',
  DEAD: 'DEAD',
} as const
export type DeliveryState = keyof typeof DeliveryState

/** The codes of bodies and practices. DEMO codes are made up and belong to demonstrations alone. */
export const PRACTICE_CODE = /^[A-HJ-NPWY][0-9]{5}$/
export const SUPPLIER_CODE = /^[A-Z0-9][A-Z0-9_-]{0,31}$/
export const DEMONSTRATION_PRACTICE_CODE = /^DEMO[0-9]{4}$/
