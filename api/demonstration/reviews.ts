import { setProgramme } from '../regions/set-programme.command.js'
import { imposeSuspension } from '../suspensions/impose-suspension.command.js'
import { liftSuspension } from '../suspensions/lift-suspension.command.js'
import { SCR } from './early-adopters.js'
import { ADMINISTRATOR, clause, liaisonOf, on, step, type Step } from './step.js'
import { DOCTORS } from './suspension.js'

const ALONE = { signatories: [], conditions: [], releases: false, spareLive: false }

/** From June to December 2010. Of June, November and December no more than the month is known. */
export const reviews = (): Step[] => [
  step(ADMINISTRATOR, on('2010-06-22'), imposeSuspension, () => ({
    ...ALONE,
    programme: 'SCR',
    scope: [clause(['INFORM'])],
    strength: 'BINDING' as const,
    reason:
      'The minister has ordered a review: no new information programme begins. Uploading goes ' +
      'on where patients are informed.',
  })),
  step(ADMINISTRATOR, on('2010-10-11'), setProgramme, () => ({
    code: SCR.code,
    version: 1,
    obligations: [
      ...SCR.obligations,
      { code: 'CORE_ONLY', text: 'Upload medications, allergies and adverse reactions, no more.' },
      {
        code: 'FORM_IN_EVERY_PACK',
        text: 'Put an opt-out form and a prepaid envelope into every pack for patients.',
      },
    ],
    reason: 'What the two reviews recommend, of content and of information.',
  })),
  step(ADMINISTRATOR, on('2010-11-15'), liftSuspension, () => ({
    id: 'S-4',
    version: 1,
    reason: 'Both reviews have reported: the information programmes begin again.',
  })),
  step(liaisonOf(DOCTORS), on('2010-12-06'), imposeSuspension, () => ({
    ...ALONE,
    programme: 'SCR',
    scope: [clause(['UPLOAD'])],
    strength: 'ADVISORY' as const,
    reason: 'Hold further uploads until the recommendations of the reviews are agreed.',
  })),
]
