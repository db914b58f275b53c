import type { Action } from '../shared/action.js'
import type { Mailing } from './source.js'

export const freshMailing: readonly Action[] = [
  { command: 'planMailing', path: 'act/plan', label: 'Plan a mailing' },
  { command: 'recordMailing', path: 'act/record', label: 'Record a mailing' },
]

const RECEIVED: Action = {
  command: 'recordMailing', path: 'received', label: 'Record that it was received',
}

const VOID: Action = {
  command: 'voidMailing', path: 'void', label: 'Void, as recorded in error',
}

/** What can be done to a mailing as it stands. */
export const actionsOf = ({ voidedAt, lastReceivedOn }: Mailing): readonly Action[] => {
  if (voidedAt) return []
  return lastReceivedOn ? [VOID] : [RECEIVED, VOID]
}
