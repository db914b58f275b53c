import type { Action } from '../shared/action.js'

export const freshProgramme: readonly Action[] = [
  { command: 'createProgramme', path: 'act/create', label: 'Create a programme' },
]

export const actionsOfProgramme: readonly Action[] = [
  { command: 'setProgramme', path: 'set', label: 'Give it new terms' },
]
