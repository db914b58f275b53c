import { practices } from './practices/source.js'
import { proposals } from './proposals/source.js'
import { rollouts } from './rollouts/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  practices,
  proposals,
  rollouts,
}
