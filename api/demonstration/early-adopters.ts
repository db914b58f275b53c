import { recordFirstUploads } from '../breaches/record-first-uploads.command.js'
import { openRegister } from '../changes/open-register.command.js'
import { toMoment, type Moment } from '../kernel/moment.js'
import { createProgramme } from '../regions/create-programme.command.js'
import { importOrganisations } from '../regions/import-organisations.command.js'
import { recordReferenceBodies } from '../regions/record-reference-bodies.command.js'
import { DEMONSTRATION_OPENS, demonstrationPractices, practicesOf } from './practices.js'
import { mail, planAndStart } from './rollouts.js'
import { ADMINISTRATOR, on, PLAYER, step, type Step } from './step.js'

/** The programme, as it was created. */
export const SCR = {
  code: 'SCR',
  name: 'Summary Care Record',
  noticeDaysMin: 84,
  validitySecondsMax: 3600,
  obligations: [
    {
      code: 'PATIENT_DISSENT',
      text: 'Upload nothing of a patient whose record in the practice’s system says no.',
    },
    { code: 'REPORT', text: 'Report to Holdfast what was uploaded.' },
  ],
}

/** The register is opened, with a clock that will begin at a moment; the programme is created. */
export const opening = (clockBeganAt: Moment): Step[] => [
  step(PLAYER, on('2007-03-01'), openRegister, () => ({
    demonstration: true,
    firstStartedAt: toMoment(Date.now()),
    clockBeganAt,
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

/** The six early adopters of 2007 and 2008. South West Essex took part with some practices only. */
export const EARLY_ADOPTERS = [
  { pct: '5HQ', count: 49, starts: '2007-03-05', mailed: '2007-05-14', live: '2007-09-10' },
  { pct: '5JX', count: 33, starts: '2007-06-18', mailed: '2007-08-20', live: '2007-12-10' },
  { pct: '5QM', count: 58, starts: '2008-01-14', mailed: '2008-03-03', live: '2008-07-07' },
  { pct: '5M1', count: 59, starts: '2008-01-21', mailed: '2008-03-10', live: '2008-07-14' },
  { pct: '5NY', count: 82, starts: '2008-02-04', mailed: '2008-03-17', live: '2008-07-21' },
  { pct: '5PY', count: 12, starts: '2008-06-02', mailed: '2008-07-28', live: '2008-12-01' },
]

const NAMES_ITS_PRACTICES = '5PY'

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

/** From March 2007 to December 2008: the six begin, one after the other. */
export const earlyAdopters = (): Step[] => EARLY_ADOPTERS.flatMap((_, index) => earlyAdopter(index))
