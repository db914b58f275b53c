import { assurances } from './assurances/source.js'
import { dispensations } from './dispensations/source.js'
import { practices } from './practices/source.js'
import { rollouts } from './rollouts/source.js'
import { suspensions } from './suspensions/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  practices,
  rollouts,
  suspensions,
  dispensations,
  assurances,
}
