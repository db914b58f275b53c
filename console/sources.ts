import { agreements } from './agreements/source.js'
import { consultations } from './consultations/source.js'
import { mailings } from './mailings/source.js'
import { rollouts } from './rollouts/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  agreements,
  consultations,
  mailings,
  rollouts,
}
