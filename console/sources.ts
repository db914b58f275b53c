import { practices } from './practices/source.js'
import { regions } from './regions/source.js'
import { rollouts } from './rollouts/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  practices,
  regions,
  rollouts,
}
