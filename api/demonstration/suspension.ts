import { recordAssurance } from '../assurances/record-assurance.command.js'
import { startOfDayMs, toMoment, type Day } from '../kernel/moment.js'
import { setPurdah } from '../regions/set-purdah.command.js'
import { imposeSuspension } from '../suspensions/impose-suspension.command.js'
import { ADMINISTRATOR, at, clause, liaisonOf, on, step, type Step } from './step.js'

export const DOCTORS = 'BMA/GPC'

/** The purdah of the general election of 2010, until its end is known and from then on. */
export const PURDAH = {
  code: 'GENERAL-2010',
  name: 'General election of 6 May 2010',
  from: toMoment(startOfDayMs('2010-04-06')),
}

const SUSPENDED: Day = '2010-04-16'
const ACCELERATED_UPLOADS = [clause(['UPLOAD'], ['ACCELERATED'])]

const publicSentence = (): Step =>
  step(ADMINISTRATOR, at(SUSPENDED, '09:50'), recordAssurance, () => ({
    programme: 'SCR',
    text:
      '[Record creation is suspended] in the regions identified for accelerated implementation ' +
      'of the SCR Patient Information Programme until appropriate professional and public ' +
      'awareness has been raised.',
    wording: 'VERBATIM' as const,
    givenBy: [{ organisation: 'DH' }],
    givenTo: [{ organisation: DOCTORS }],
    givenOn: SUSPENDED,
    channel: 'Statement',
    ministerialStatement: false,
    public: true,
    scope: ACCELERATED_UPLOADS,
    conditions: [],
    reason: 'What the department stated on the day.',
  }))

const suspension = (): Step =>
  step(ADMINISTRATOR, on(SUSPENDED), imposeSuspension, () => ({
    programme: 'SCR',
    scope: ACCELERATED_UPLOADS,
    strength: 'BINDING' as const,
    assurance: 'A-1',
    signatories: [],
    conditions: [],
    releases: false,
    spareLive: false,
    reason:
      'Records are not created in the areas of the accelerated rollout until professional ' +
      'and public awareness has been raised.',
  }))

const privateUndertaking = (): Step =>
  step(liaisonOf(DOCTORS), on(SUSPENDED, 20), recordAssurance, () => ({
    programme: 'SCR',
    text:
      'The GPC has “an assurance from the DH” that records are not created in the areas of the ' +
      'accelerated rollout. Ministers may not issue statements.',
    wording: 'AS_REPORTED' as const,
    reportedBy: DOCTORS,
    givenBy: [{ organisation: 'DH' }],
    givenTo: [{ organisation: DOCTORS }],
    givenOn: SUSPENDED,
    channel: 'Told by word of mouth',
    ministerialStatement: false,
    public: false,
    scope: ACCELERATED_UPLOADS,
    conditions: [],
    reason: 'What was told besides the public sentence, so that it is kept as well.',
  }))

// Entered after the suspension, and not on the day of the letter: suspensions are numbered in the
// order in which they are entered, and the department's of 16 April is known as S-1.
const letterOfMarch = (): Step =>
  step(liaisonOf(DOCTORS), on(SUSPENDED, 30), imposeSuspension, () => ({
    programme: 'SCR',
    scope: [clause(['UPLOAD', 'INFORM'], ['ACCELERATED'])],
    strength: 'ADVISORY' as const,
    signatories: [],
    conditions: [],
    releases: false,
    spareLive: false,
    reason:
      'Advised by the letter of 10 March 2010 to the minister, and still: suspend the ' +
      'acceleration, mail nobody where it has not begun, put the opt-out form into every pack, ' +
      'and wait for the evaluation.',
  }))

/** April 2010: purdah begins, the department assures and suspends, the doctors advise. */
export const suspensionOfApril = (): Step[] => [
  step(ADMINISTRATOR, on('2010-04-06'), setPurdah, () => ({
    ...PURDAH,
    reason: 'The election was called today. When there will be a government is not known.',
  })),
  publicSentence(),
  suspension(),
  privateUndertaking(),
  letterOfMarch(),
]
