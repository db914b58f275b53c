import type { Command, WithReason } from '../access/change.js'
import { recordFirstUploads } from '../breaches/record-first-uploads.command.js'
import { openRegister } from '../changes/open-register.command.js'
import { operator, type Actor } from '../kernel/actor.js'
import { toMoment, type Day, type Moment } from '../kernel/moment.js'
import type { Classification } from '../kernel/vocabulary.js'
import { createProgramme } from '../regions/create-programme.command.js'
import { importOrganisations } from '../regions/import-organisations.command.js'
import { recordReferenceBodies } from '../regions/record-reference-bodies.command.js'
import { planRollout } from '../rollouts/plan-rollout.command.js'
import { recordMailing } from '../rollouts/record-mailing.command.js'
import { startRollout } from '../rollouts/start-rollout.command.js'
import { imposeSuspension } from '../suspensions/impose-suspension.command.js'
import { DEMONSTRATION_OPENS, demonstrationPractices, practicesOf } from './practices.js'

/** One change of the demonstration: by whom, when, and what is given. */
export interface Step {
  readonly actor: Actor
  readonly at: Moment
  readonly command: Command<WithReason, unknown>
  readonly input: () => WithReason
}

const PLAYER = operator('demonstration')
const ADMINISTRATOR: Actor = {
  ...PLAYER,
  issuer: 'holdfast-demonstration',
  subject: 'a.administrator',
  role: 'PROGRAMME_ADMIN',
}

/** Signs what the first one proposes. */
export const SECOND_ADMINISTRATOR: Actor = { ...ADMINISTRATOR, subject: 'b.administrator' }

const leadOf = (region: string): Actor => ({
  ...ADMINISTRATOR,
  subject: `lead.${region.toLowerCase()}`,
  organisation: region,
  role: 'REGIONAL_LEAD',
  region,
})

const step = <Input extends WithReason>(
  actor: Actor,
  at: Moment,
  command: Command<Input, unknown>,
  input: () => Input,
): Step => ({ actor, at, command: command as unknown as Command<WithReason, unknown>, input })

/** Mid-morning of a day: what is done on one day keeps its order by the minute. */
const on = (day: Day, minute = 0): Moment =>
  `${day}T10:${String(minute).padStart(2, '0')}:00.000Z`

const SCR = {
  code: 'SCR',
  name: 'Summary Care Record',
  noticeDaysMin: 84,
  validitySecondsMax: 3600,
  obligations: [
    {
      code: 'PATIENT_DISSENT',
      text: 'Upload nothing of a patient whose record in the practice’s system says no.',
    },
    { code: 'CORE_ONLY', text: 'Upload medications, allergies and adverse reactions, no more.' },
    { code: 'REPORT', text: 'Report to Holdfast what was uploaded.' },
  ],
}

const opening = (): Step[] => [
  step(PLAYER, on('2007-03-01'), openRegister, () => ({
    demonstration: true,
    firstStartedAt: toMoment(Date.now()),
    reason: 'This register is a demonstration. Its practices are made up.',
  })),
  step(PLAYER, on('2007-03-01', 1), recordReferenceBodies, () => ({
    reason: 'The bodies every register begins with.',
  })),
  step(PLAYER, on('2007-03-01', 2), importOrganisations, () => ({
    practices: demonstrationPractices(),
    suppliersFrom: DEMONSTRATION_OPENS,
    reason: 'Made-up practices, as many in each PCT as there were.',
  })),
  step(ADMINISTRATOR, on('2007-03-01', 3), createProgramme, () => ({
    ...SCR,
    reason: 'The early adopter programme begins.',
  })),
]

/** Patients of a practice, about: what a mailing is counted by. */
const PACKS_A_PRACTICE = 5_000

/** The six early adopters of 2007 and 2008. South West Essex took part with some practices only. */
const EARLY_ADOPTERS = [
  { pct: '5HQ', count: 49, starts: '2007-03-05', mailed: '2007-05-14', live: '2007-09-10' },
  { pct: '5JX', count: 33, starts: '2007-06-18', mailed: '2007-08-20', live: '2007-12-10' },
  { pct: '5QM', count: 58, starts: '2008-01-14', mailed: '2008-03-03', live: '2008-07-07' },
  { pct: '5M1', count: 59, starts: '2008-01-21', mailed: '2008-03-10', live: '2008-07-14' },
  { pct: '5NY', count: 82, starts: '2008-02-04', mailed: '2008-03-17', live: '2008-07-21' },
  { pct: '5PY', count: 12, starts: '2008-06-02', mailed: '2008-07-28', live: '2008-12-01' },
]

const NAMES_ITS_PRACTICES = '5PY'

interface Begun {
  readonly id: string
  readonly region: string
  readonly classification: Classification
  readonly practices: string[] | null
  readonly planned: Day
  readonly starts: Day
  readonly reason: string
}

const planAndStart = (rollout: Begun, minute: number): Step[] => {
  const { id, region, classification, practices, planned, starts, reason } = rollout
  return [
    step(ADMINISTRATOR, on(planned, minute), planRollout, () => ({
      programme: 'SCR',
      region,
      classification,
      practices,
      plannedOn: starts,
      reason,
    })),
    step(ADMINISTRATOR, on(starts, minute), startRollout, () => ({ id, version: 1, reason })),
  ]
}

const mail = (
  region: string,
  practices: string[] | null,
  count: number,
  received: Day,
  minute: number,
): Step =>
  step(leadOf(region), on(received, minute), recordMailing, () => ({
    programme: 'SCR',
    region,
    practices,
    packs: count * PACKS_A_PRACTICE,
    lastReceivedOn: received,
    withOptOutForm: false,
    reason: 'Information packs for patients. The opt-out form was to be asked for.',
  }))

const earlyAdopter = (index: number): Step[] => {
  const adopter = EARLY_ADOPTERS[index]
  if (!adopter) return []
  const { pct, count, starts, mailed, live } = adopter
  const codes = practicesOf(pct, count)
  const practices = pct === NAMES_ITS_PRACTICES ? codes : null
  const reason = 'An early adopter of the Summary Care Record.'
  const rollout = { region: pct, practices, starts, planned: starts, reason }
  const [plan, start] = planAndStart(
    { ...rollout, id: `R-${index + 1}`, classification: 'EARLY_ADOPTER' },
    0,
  )
  return [
    ...(plan && start ? [plan, { ...start, at: on(starts, 1) }] : []),
    mail(pct, practices, count, mailed, 0),
    step(ADMINISTRATOR, on(live), recordFirstUploads, () => ({
      programme: 'SCR',
      practices: codes,
      at: on(live),
      reason: 'First uploads of an early adopter.',
    })),
  ]
}

/** The five regions of the acceleration, and the nine PCTs that had uploads planned. */
const ACCELERATED = [
  { region: 'Q30', practices: 402, mailed: '2010-01-20' },
  { region: 'Q31', practices: 1233, mailed: '2010-01-15' },
  { region: 'Q32', practices: 780, mailed: '2010-01-27' },
  { region: 'Q35', practices: 786, mailed: '2010-01-25' },
  { region: 'Q36', practices: 1461, mailed: '2010-01-22' },
  { region: '5N8', practices: 95, mailed: '2010-01-11' },
  { region: '5PY', practices: 79, mailed: '2010-01-12' },
  { region: '5GC', practices: 31, mailed: '2010-01-12' },
  { region: '5PW', practices: 45, mailed: '2010-01-13' },
  { region: '5P1', practices: 66, mailed: '2010-01-13' },
  { region: '5A8', practices: 43, mailed: '2010-01-14' },
  { region: '5J9', practices: 12, mailed: '2010-01-14' },
  { region: '5QA', practices: 112, mailed: '2010-01-18' },
  { region: '5P6', practices: 92, mailed: '2010-01-19' },
]
/** PCTs of London that mailed again, whose patients' notice is not over on 22 April 2010. */
const MAILED_AGAIN = [
  { region: 'TAK', practices: 28, mailed: '2010-02-15' },
  { region: '5LE', practices: 47, mailed: '2010-02-22' },
  { region: '5NC', practices: 45, mailed: '2010-02-26' },
]

const acceleration = (): Step[] => [
  ...ACCELERATED.flatMap(({ region }, index) =>
    planAndStart(
      {
        id: `R-${EARLY_ADOPTERS.length + index + 1}`,
        region,
        classification: 'ACCELERATED',
        practices: null,
        planned: '2009-12-14',
        starts: '2010-01-04',
        reason: 'Accelerated with central money, to be spent by 31 March 2010.',
      },
      index,
    ),
  ),
  ...[...ACCELERATED, ...MAILED_AGAIN].map(({ region, practices, mailed }, index) =>
    mail(region, null, practices, mailed, index),
  ),
]

const suspension = (): Step =>
  step(ADMINISTRATOR, on('2010-04-16'), imposeSuspension, () => ({
    programme: 'SCR',
    scope: [
      {
        activities: ['UPLOAD' as const],
        classifications: ['ACCELERATED' as const],
        regions: null,
        practices: null,
        suppliers: null,
      },
    ],
    strength: 'BINDING' as const,
    signatories: ['BMA/GPC'],
    conditions: [],
    releases: false,
    spareLive: false,
    reason:
      'Records are not created in the areas of the accelerated rollout until professional ' +
      'and public awareness has been raised.',
  }))

/** England from March 2007 to 16 April 2010, each change at its own day, in order of time. */
export const demonstrationSteps = (): Step[] =>
  [
    ...opening(),
    ...EARLY_ADOPTERS.flatMap((_, index) => earlyAdopter(index)),
    ...acceleration(),
    suspension(),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
