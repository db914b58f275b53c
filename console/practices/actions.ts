import type { Action } from '../shared/action.js'

export const freshPractice: readonly Action[] = [
  { command: 'recordPractice', path: 'act/record', label: 'Record a practice' },
  { command: 'recordFirstUploads', path: 'act/first-uploads', label: 'Record first uploads' },
]

/** What can be done to a practice itself; what is agreed for it is the agreements' matter. */
export const actionsOfPractice: readonly Action[] = [
  { command: 'recordPractice', path: 'record', label: 'Edit the practice' },
  { command: 'recordFirstUploads', path: 'first-upload', label: 'Record its first upload' },
]
