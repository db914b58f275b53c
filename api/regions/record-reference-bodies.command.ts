import { command, type WithReason } from '../access/change.js'
import { readReferenceBodies } from './reference-bodies.js'

/** Records the bodies every register begins with: the department, the SHAs, PCTs and BMA/GPC. */
export const recordReferenceBodies = command(
  'recordReferenceBodies',
  (change, _input: WithReason): void => {
    const { organisations, regions } = readReferenceBodies()
    for (const organisation of organisations) change.save('organisation', organisation)
    for (const region of regions) change.save('region', region)
  },
)
