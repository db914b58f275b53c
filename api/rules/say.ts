import { sayMoment, toMs } from '../kernel/moment.js'
import type { Activity, Audience, Classification, Matter, Party } from '../kernel/vocabulary.js'
import type { ConditionFact, Table } from '../register/facts.js'

const WAVES: Record<Classification, string> = {
  EARLY_ADOPTER: 'early adopter',
  FAST_FOLLOWER: 'fast follower',
  ACCELERATED: 'accelerated',
  STANDARD: 'standard',
}

const DOINGS: Record<Activity, string> = {
  INFORM: 'Mailing patients',
  UPLOAD: 'Uploading records',
  VIEW: 'Viewing records',
  START: 'Starting a rollout',
}

const ASKED: Record<Audience, string> = { PRACTICES: 'practices', PATIENTS: 'patients' }
const PARTIES: Record<Party, string> = { PRACTICE: 'the practice itself', PCT: 'its PCT' }
const MATTERS: Record<Matter, string> = {
  INFORMED: 'are informed',
  ABLE_TO_OPT_OUT: 'are able to opt out',
}

const TABLES: Record<Table, string> = {
  installation: 'installation',
  configuration: 'configuration',
  organisation: 'organisation',
  region: 'region',
  practice: 'practice',
  programme: 'programme',
  rollout: 'rollout',
  mailing: 'mailing',
  suspension: 'suspension',
  live: 'live practice',
  purdah: 'purdah period',
  consultation: 'consultation',
  agreement: 'agreement',
  signoff: 'sign-off',
  dispensation: 'dispensation',
  assurance: 'assurance',
  breach: 'breach',
  proposal: 'proposal',
}

/** A governed thing in words: "suspension S-1". */
export const sayThing = (table: Table, key: string): string => `${TABLES[table]} ${key}`

/** A condition in words, as what is wanted: what, by whom, and since when it counts. */
export const sayCondition = (condition: ConditionFact): string => {
  const { kind, audience, days, party, matter, organisation } = condition
  const since = sayMoment(toMs(condition.since))
  switch (kind) {
    case 'CONSULTATION_OPENED':
      return `a consultation of ${audience && ASKED[audience]} there, opened since ${since}`
    case 'CONSULTATION_CONCLUDED':
      return `a consultation of ${audience && ASKED[audience]} there, concluded since ${since}`
    case 'NOTICE':
      return `${days} days of notice since the last mailing, received by its patients since ${since}`
    case 'AGREEMENT':
      return (
        `the agreement of ${party && PARTIES[party]}, given since ${since}, ` +
        `that patients ${matter && MATTERS[matter]}`
      )
    case 'SIGN_OFF':
      return `the sign-off of ${organisation}, given since ${since}`
  }
}

/** A classification in words, as it stands before “rollout”. */
export const sayClassification = (classification: Classification): string => WAVES[classification]

/** Who plans and starts rollouts and has patients mailed, at the beginning of a sentence. */
export const ROLLS_OUT = 'A lead of its region, or the department,'

/** An activity in words, at the beginning of a sentence. */
export const sayActivity = (activity: Activity): string => DOINGS[activity]
