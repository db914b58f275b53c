import type { Action } from '../shared/action.js'
import type { Practice } from './source.js'

export const freshPractice: readonly Action[] = [
  { command: 'recordPractice', path: 'act/record', label: 'Record a practice' },
  { command: 'recordFirstUploads', path: 'act/first-uploads', label: 'Record first uploads' },
]

const FIRST_UPLOAD = {
  command: 'recordFirstUploads', path: 'first-upload', label: 'Record its first upload',
} as const

/** What can be done to a practice itself; what is agreed for it is the agreements' matter. */
export const actionsOfPractice = ({ liveFrom }: Practice): readonly Action[] => [
  { command: 'recordPractice', path: 'record', label: 'Edit the practice' },
  // A first upload is written once: there is nothing to record of a practice that is live.
  ...(liveFrom === null ? [FIRST_UPLOAD] : []),
]
