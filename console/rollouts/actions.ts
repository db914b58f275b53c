import type { Action } from '../shared/action.js'
import type { Rollout } from './source.js'

export const freshRollout: readonly Action[] = [
  { command: 'planRollout', path: 'act/plan', label: 'Plan a rollout' },
  {
    command: 'reclassifyRollout',
    path: 'act/reclassify-many',
    label: 'Reclassify the rollouts of a region',
  },
]

/** What can be done to a rollout as it stands. */
export const actionsOf = ({ state }: Rollout): readonly Action[] => [
  ...(state === 'PLANNED'
    ? [{ command: 'startRollout', path: 'start', label: 'Start' } as const]
    : []),
  ...(state === 'ENDED'
    ? []
    : ([
        { command: 'reclassifyRollout', path: 'reclassify', label: 'Reclassify' },
        { command: 'fundRollout', path: 'fund', label: 'Record funding' },
        { command: 'endRollout', path: 'end', label: 'End' },
      ] as const)),
]
