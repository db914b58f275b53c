import type { CommandName } from '../providers/viewer.js'

/** How a state stands: as wished, against it, waiting, or neither. */
type Tone = 'good' | 'bad' | 'wait' | 'plain'

/** "EARLY_ADOPTER" as people read it: "Early adopter". */
export const sayCode = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "reclassifyRollout" as people read it: "Reclassify rollout". */
export const sayCommand = (command: CommandName | (string & {})): string => {
  const words = command.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A state's word and how it stands, for a tag. */
export interface Said {
  readonly word: string
  readonly tone: Tone
}

type States<Code extends string> = Readonly<Record<Code, readonly [word: string, tone: Tone]>>

const table = <Code extends string>(rows: States<Code>) =>
  (code: Code): Said => ({ word: rows[code][0], tone: rows[code][1] })

/** The words alone, to choose from. */
const wordsOf = (rows: States<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rows).map(([code, [word]]) => [code, word]))

export const sayOutcome = table({ PERMIT: ['Permitted', 'good'], REFUSE: ['Refused', 'bad'] })

const ROLLOUT = {
  PLANNED: ['Planned', 'wait'], RUNNING: ['Running', 'good'], ENDED: ['Ended', 'plain'],
} as const

export const sayRolloutState = table(ROLLOUT)
export const ROLLOUT_STATES = wordsOf(ROLLOUT)

export const sayProposalState = table({
  AWAITING: ['Waiting', 'wait'],
  APPLIED: ['Signed off', 'good'],
  DECLINED: ['Declined', 'bad'],
  LAPSED: ['Lapsed', 'plain'],
  VOID: ['Void: the effect changed', 'bad'],
  WITHDRAWN: ['Withdrawn', 'plain'],
})

const SAID = {
  GIVEN: ['Given', 'plain'],
  REAFFIRMED: ['Reaffirmed', 'plain'],
  SUPERSEDED: ['Superseded', 'plain'],
  WITHDRAWN: ['Withdrawn', 'plain'],
} as const

export const saySaid = table(SAID)
export const SAID_STATES = wordsOf(SAID)

const KEPT = {
  KEPT: ['Kept', 'good'],
  NOT_ENFORCED: ['Not enforced', 'bad'],
  BREACHED: ['Breached', 'bad'],
  MET: ['Met', 'good'],
} as const

export const sayKept = table(KEPT)
export const KEPT_STATES = wordsOf(KEPT)

/** What may be chosen of the schema's enums, in people's words. */
export const CLASSIFICATIONS = {
  EARLY_ADOPTER: 'Early adopter',
  FAST_FOLLOWER: 'Fast follower',
  ACCELERATED: 'Accelerated',
  STANDARD: 'Standard',
} as const

export const ACTIVITIES = {
  UPLOAD: 'Upload records',
  VIEW: 'View records',
  INFORM: 'Mail patients',
  START: 'Start a rollout',
} as const

export const REGION_KINDS = {
  COUNTRY: 'Country', SHA: 'SHA', PCT: 'PCT', OTHER: 'Other body',
} as const

const CONSULTATION = {
  OPEN: ['Open', 'good'],
  CLOSED: ['Closed, without an outcome yet', 'wait'],
  CONCLUDED: ['Concluded', 'plain'],
} as const

const NOT_OPENED: Said = { word: 'Not opened yet', tone: 'plain' }

/** Where a consultation stands; null before it is opened. */
export const sayConsultationState = (state: keyof typeof CONSULTATION | null): Said =>
  state ? table(CONSULTATION)(state) : NOT_OPENED

export const CONSULTATION_STATES = wordsOf(CONSULTATION)

export const AUDIENCES = { PATIENTS: 'Patients', PRACTICES: 'Practices' } as const

/** What a practice, or its PCT for it, states. */
export const MATTERS = {
  INFORMED: 'Patients have been informed',
  ABLE_TO_OPT_OUT: 'Patients are able to opt out',
} as const

export const PARTIES = { PRACTICE: 'The practice', PCT: 'Its PCT' } as const
