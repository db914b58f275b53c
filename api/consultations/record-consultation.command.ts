import { command } from '../access/change.js'
import { saveBreach } from '../access/save-breach.js'
import { sayMoment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import type { ConsultationFact } from '../register/facts.js'
import { breachOfConsultation } from '../rules/breach-of.js'
import { askedIn } from './asked-in.js'
import type { RecordConsultationInput } from './consultation.inputs.js'

/**
 * Records a consultation that was opened. It is a fact: kept, whatever forbade it, and a breach
 * where patients were asked though they were not to be mailed, or where it was purdah. What is told
 * afterwards is no fresh evidence: what it would release goes through the gate.
 */
export const recordConsultation = command(
  'recordConsultation',
  (change, input: RecordConsultationInput): ConsultationFact => {
    const { openedAt } = input
    if (openedAt > change.now) {
      const now = sayMoment(change.nowMs)
      throw invalid('openedAt', `It is ${now}: a consultation cannot have been opened later.`)
    }
    const opened = askedIn(change, input, { openedAt, recordedAt: change.now })
    const breach = breachOfConsultation(change.register, opened)
    if (breach) saveBreach(change, breach)
    return change.save('consultation', opened)
  },
)
