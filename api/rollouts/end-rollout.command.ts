import { command, mustBeAt } from '../access/change.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import type { RolloutFact } from '../register/facts.js'
import { refuseEnded, type RolloutVersionInput } from './start-rollout.command.js'

/** Ends a rollout, running or only planned. */
export const endRollout = command(
  'endRollout',
  (change, { id, version }: RolloutVersionInput): RolloutFact => {
    const rollout = mustBeAt(change.register, 'rollout', id, version)
    refuseOutsideRegion(change, rollout.region)
    refuseEnded(rollout)
    return change.save('rollout', { ...rollout, endedAt: change.now })
  },
)
