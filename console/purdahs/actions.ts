import type { Action } from '../shared/action.js'

export const freshPurdah: readonly Action[] = [
  { command: 'setPurdah', path: 'act/set', label: 'Enter a period' },
]

export const actionsOfPurdah: readonly Action[] = [
  { command: 'setPurdah', path: 'set', label: 'Edit the period' },
]
