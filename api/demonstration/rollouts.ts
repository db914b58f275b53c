import type { Day } from '../kernel/moment.js'
import type { Classification } from '../kernel/vocabulary.js'
import { planRollout } from '../rollouts/plan-rollout.command.js'
import { recordMailing } from '../rollouts/record-mailing.command.js'
import { startRollout } from '../rollouts/start-rollout.command.js'
import { ADMINISTRATOR, leadOf, on, step, type Step } from './step.js'

/** Patients of a practice, about: what a mailing is counted by. */
const PACKS_A_PRACTICE = 5_000

interface Begun {
  readonly id: string
  readonly region: string
  readonly classification: Classification
  readonly practices: string[] | null
  readonly planned: Day
  readonly starts: Day
  readonly reason: string
}

/** Planned on one day, started on another. */
export const planAndStart = (rollout: Begun, minute: number): Step[] => {
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

/** Information packs, which the lead of a region records on the day the last was received. */
export const mail = (
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
