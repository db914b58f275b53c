import { supersedeAssurance } from '../assurances/supersede-assurance.command.js'
import { recordReportedUploads } from '../breaches/record-reported-uploads.command.js'
import { recordAgreement } from '../consultations/record-agreement.command.js'
import type { Day } from '../kernel/moment.js'
import { Matter, Party } from '../kernel/vocabulary.js'
import { setPurdah } from '../regions/set-purdah.command.js'
import { decideDispensation } from '../suspensions/decide-dispensation.command.js'
import { replaceSuspension } from '../suspensions/replace-suspension.command.js'
import { requestDispensation } from '../suspensions/request-dispensation.command.js'
import { practicesOf, supplierServing } from './practices.js'
import {
  ADMINISTRATOR, at, clause, leadOf, on, practiceItself, step, supplierOf, type Step,
} from './step.js'
import { DOCTORS, PURDAH } from './suspension.js'

const STATED: Day = '2010-05-04'

const dispensation = (): Step[] => [
  step(leadOf('Q35'), at('2010-04-22', '14:00'), requestDispensation, () => ({
    suspension: 'S-1',
    regions: ['Q35'],
    until: on('2010-07-15'),
    reason: 'PCTs of the East of England had uploads planned, and their patients were written to.',
  })),
  step(ADMINISTRATOR, at(STATED, '09:00'), decideDispensation, () => ({
    id: 'D-1',
    version: 1,
    granted: false,
    reason: 'A statement agreed with the profession today is to hold for every region alike.',
  })),
]

/** Practice and PCT, each that patients are informed and that they can opt out. */
const FOUR_AGREEMENTS = Object.values(Party).flatMap((party) =>
  Object.values(Matter).map((matter) => ({ kind: 'AGREEMENT' as const, party, matter })),
)

const statement = (): Step[] => [
  step(ADMINISTRATOR, at(STATED, '09:50'), supersedeAssurance, () => ({
    id: 'A-1',
    reaffirms: false,
    programme: 'SCR',
    text:
      '[Uploading] should only take place in any practice once the practice and the PCT agree ' +
      'that patients have been adequately informed about the process and properly enabled to ' +
      'opt out.',
    wording: 'VERBATIM' as const,
    givenBy: [{ organisation: 'DH', office: 'NHS Employers, for the department' }],
    givenTo: [{ organisation: DOCTORS }],
    givenOn: STATED,
    channel: 'Joint statement',
    ministerialStatement: false,
    public: true,
    scope: [clause(['UPLOAD'])],
    conditions: FOUR_AGREEMENTS,
    reason: 'The joint statement of the doctors and NHS Employers.',
  })),
  step(ADMINISTRATOR, on(STATED), replaceSuspension, () => ({
    id: 'S-1',
    version: 1,
    scope: [clause(['UPLOAD'])],
    strength: 'BINDING' as const,
    assurance: 'A-3',
    signatories: [],
    conditions: FOUR_AGREEMENTS,
    releases: true,
    spareLive: true,
    reason:
      'Records are created in a practice only once it and its PCT agree that patients are ' +
      'adequately informed and properly enabled to opt out.',
  })),
]

const endOfPurdah = (): Step =>
  step(ADMINISTRATOR, at('2010-05-11', '20:00'), setPurdah, () => ({
    ...PURDAH,
    to: at('2010-05-11', '20:00'),
    version: 1,
    reason: 'There is a new government.',
  }))

const FIRST_AFTER = { pct: '5QA', practices: 2, agreed: '2010-05-17', uploaded: '2010-05-18' }

const agreements = (odsCode: string, minute: number): Step[] =>
  [practiceItself(odsCode), leadOf(FIRST_AFTER.pct)].flatMap((actor) =>
    Object.values(Matter).map((matter) =>
      step(actor, on(FIRST_AFTER.agreed, minute), recordAgreement, () => ({
        programme: 'SCR',
        practice: odsCode,
        matter,
        reason: 'Patients were written to in January.',
      })),
    ),
  )

const firstAfter = (): Step[] =>
  practicesOf(FIRST_AFTER.pct, FIRST_AFTER.practices).flatMap((odsCode, index) => [
    ...agreements(odsCode, index),
    step(
      supplierOf(supplierServing(odsCode)),
      on(FIRST_AFTER.uploaded, index),
      recordReportedUploads,
      () => {
        const at = on(FIRST_AFTER.uploaded, index)
        const upload = { practice: odsCode, at, report: null, permittedAt: at }
        return { programme: 'SCR', uploads: [upload], reason: 'The first upload of the practice.' }
      },
    ),
  ])

/** From 22 April to 18 May 2010: a dispensation refused, the joint statement, first uploads. */
export const jointStatement = (): Step[] => [
  ...dispensation(),
  ...statement(),
  endOfPurdah(),
  ...firstAfter(),
]
