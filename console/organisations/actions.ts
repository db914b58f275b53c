import type { Action } from '../shared/action.js'

export const freshOrganisation: readonly Action[] = [
  { command: 'recordOrganisation', path: 'act/record', label: 'Record an organisation' },
]

export const actionsOfOrganisation: readonly Action[] = [
  { command: 'recordOrganisation', path: 'record', label: 'Rename it' },
]
