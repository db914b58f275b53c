import { command } from '../access/change.js'
import { dayOf } from '../kernel/moment.js'
import { refuseInPurdah } from '../regions/purdah.decision.js'
import type { ConsultationFact } from '../register/facts.js'
import { refuseIfAskingIsHeld } from '../rollouts/refuse-if-held.js'
import { momentary } from '../rules/purdah.js'
import { askedIn } from './asked-in.js'
import { isOrdinary, refuseTooShort } from './consultation.decision.js'
import type { OpenConsultationInput } from './consultation.inputs.js'

/**
 * Opens a consultation, or refuses and says when, or with whose leave, it could be opened: not in
 * purdah, not for a short time, and not of patients where nobody may mail them.
 */
export const openConsultation = command(
  'openConsultation',
  (change, input: OpenConsultationInput): ConsultationFact => {
    const { register, now, nowMs } = change
    const opened = askedIn(change, input, { openedAt: now, recordedAt: null })
    const { exemption } = opened
    refuseInPurdah(register, { what: 'A new consultation', during: [momentary(nowMs)], exemption })
    if (opened.audience === 'PATIENTS') refuseIfAskingIsHeld(change, opened)
    refuseTooShort(dayOf(nowMs), opened)
    if (isOrdinary(opened)) change.tellOf(dayOf(nowMs))
    return change.save('consultation', opened)
  },
)
