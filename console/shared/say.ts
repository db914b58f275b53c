import type { CommandName } from '../providers/viewer.js'

/** How a state stands: as wished, against it, waiting, or neither. */
export type Tone = 'good' | 'bad' | 'wait' | 'plain'

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

const table = <Code extends string>(rows: Record<Code, readonly [string, Tone]>) =>
  (code: Code): Said => ({ word: rows[code][0], tone: rows[code][1] })

export const sayOutcome = table({ PERMIT: ['Permitted', 'good'], REFUSE: ['Refused', 'bad'] })

export const sayRolloutState = table({
  PLANNED: ['Planned', 'wait'], RUNNING: ['Running', 'good'], ENDED: ['Ended', 'plain'],
})

export const sayProposalState = table({
  AWAITING: ['Waiting', 'wait'],
  APPLIED: ['Signed off', 'good'],
  DECLINED: ['Declined', 'bad'],
  LAPSED: ['Lapsed', 'plain'],
  VOID: ['Void: the effect changed', 'bad'],
  WITHDRAWN: ['Withdrawn', 'plain'],
})

export const saySaid = table({
  GIVEN: ['Given', 'plain'],
  REAFFIRMED: ['Reaffirmed', 'plain'],
  SUPERSEDED: ['Superseded', 'plain'],
  WITHDRAWN: ['Withdrawn', 'plain'],
})

export const sayKept = table({
  KEPT: ['Kept', 'good'],
  NOT_ENFORCED: ['Not enforced', 'bad'],
  BREACHED: ['Breached', 'bad'],
  MET: ['Met', 'good'],
})

/** What may be chosen of the schema's enums, in people's words. */
export const CLASSIFICATIONS = {
  EARLY_ADOPTER: 'Early adopter',
  FAST_FOLLOWER: 'Fast follower',
  ACCELERATED: 'Accelerated',
  STANDARD: 'Standard',
} as const

export const ROLLOUT_STATES = { PLANNED: 'Planned', RUNNING: 'Running', ENDED: 'Ended' } as const

export const ACTIVITIES = {
  UPLOAD: 'Upload records',
  VIEW: 'View records',
  INFORM: 'Mail patients',
  START: 'Start a rollout',
} as const

export const REGION_KINDS = {
  COUNTRY: 'Country', SHA: 'SHA', PCT: 'PCT', OTHER: 'Other body',
} as const

export const sayConsultationState = table({
  OPEN: ['Open', 'good'],
  CLOSED: ['Closed, without an outcome yet', 'wait'],
  CONCLUDED: ['Concluded', 'plain'],
})

export const CONSULTATION_STATES = {
  OPEN: 'Open', CLOSED: 'Closed, without an outcome yet', CONCLUDED: 'Concluded',
} as const

export const AUDIENCES = { PATIENTS: 'Patients', PRACTICES: 'Practices' } as const

/** What a practice, or its PCT for it, states. */
export const MATTERS = {
  INFORMED: 'Patients have been informed',
  ABLE_TO_OPT_OUT: 'Patients are able to opt out',
} as const

export const PARTIES = { PRACTICE: 'The practice', PCT: 'Its PCT' } as const
