import type { Change } from '../access/change.js'
import { refuseOutsideRegion } from '../access/row-scope.js'

/** Refuses a regional lead whose subtree does not hold every region of a consultation. */
export const refuseOutsideRegions = (change: Change, regions: readonly string[]): void => {
  for (const region of regions) refuseOutsideRegion(change, region)
}
