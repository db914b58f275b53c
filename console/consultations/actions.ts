import type { Action } from '../shared/action.js'
import type { Consultation } from './source.js'

export const freshConsultation: readonly Action[] = [
  { command: 'openConsultation', path: 'act/open', label: 'Open a consultation' },
  { command: 'recordConsultation', path: 'act/record', label: 'Record one that was opened' },
]

const RESPONSES: Action = {
  command: 'recordResponses', path: 'responses', label: 'Record responses',
}

/** What can be done to a consultation as it stands. */
export const actionsOf = ({ state }: Consultation): readonly Action[] => {
  if (state === 'OPEN') {
    return [RESPONSES, { command: 'extendConsultation', path: 'extend', label: 'Extend' }]
  }
  if (state === 'CLOSED') {
    return [RESPONSES, { command: 'concludeConsultation', path: 'conclude', label: 'Conclude' }]
  }
  return []
}
