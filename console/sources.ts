import { organisations } from './organisations/source.js'
import { practices } from './practices/source.js'
import { programmes } from './programmes/source.js'
import { purdahs } from './purdahs/source.js'
import { regions } from './regions/source.js'
import { rollouts } from './rollouts/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  organisations,
  practices,
  programmes,
  purdahs,
  regions,
  rollouts,
}
