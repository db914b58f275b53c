import { mustFind, type Change, type Stated } from '../access/change.js'
import { dayOf, toMs } from '../kernel/moment.js'
import type { ConsultationInput } from './consultation.inputs.js'
import { refuseEarlyClosing } from './consultation.decision.js'
import { refuseOutsideRegions } from './refuse-outside-regions.js'

/** When a consultation was opened, and when it was told of where it was not opened here. */
type Times = Pick<Stated<'consultation'>, 'openedAt' | 'recordedAt'>

const plainDeviation = ({ deviation }: ConsultationInput): Stated<'consultation'>['deviation'] =>
  deviation ? { reference: deviation.reference, reason: deviation.reason } : null

/** A consultation as an input states it, of places that are known and the caller's own. */
export const askedIn = (
  change: Change,
  input: ConsultationInput,
  times: Times,
): Stated<'consultation'> => {
  const { programme, title, audience, regions, closesOn, exemption = null } = input
  mustFind(change.register, 'programme', programme)
  for (const code of regions) mustFind(change.register, 'region', code)
  refuseOutsideRegions(change, regions)
  refuseEarlyClosing(closesOn, dayOf(toMs(times.openedAt)))
  const asked = { id: change.newId('consultation'), programme, title, audience, regions, closesOn }
  const leave = { deviation: plainDeviation(input), exemption }
  return {
    ...asked,
    ...times,
    ...leave,
    responses: 0,
    concludedAt: null,
    outcome: null,
    evidence: null,
  }
}
