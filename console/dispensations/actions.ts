import type { Action } from '../shared/action.js'
import type { Viewer } from '../providers/viewer.js'
import type { Dispensation } from './source.js'

/** The way to ask for an exception from a suspension. */
export const requestFor = (suspension: string): readonly Action[] => [
  {
    command: 'requestDispensation',
    path: `act/request?suspension=${encodeURIComponent(suspension)}`,
    label: 'Ask for a dispensation',
  },
]

export const freshDispensation: readonly Action[] = [
  { command: 'requestDispensation', path: 'act/request', label: 'Ask for a dispensation' },
]

const mayEnd = ({ requestedBy, to, inForce }: Dispensation, viewer: Viewer | null): boolean =>
  to !== null && inForce && (viewer?.region === null || viewer?.region === requestedBy)

/** What can be done to a dispensation as it stands. */
export const actionsOf = (
  dispensation: Dispensation,
  viewer: Viewer | null,
): readonly Action[] => [
  ...(dispensation.granted === null
    ? [{ command: 'decideDispensation', path: 'decide', label: 'Grant or refuse' } as const]
    : []),
  ...(mayEnd(dispensation, viewer)
    ? [{ command: 'endDispensation', path: 'end', label: 'End it early' } as const]
    : []),
]
