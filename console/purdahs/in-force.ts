import type { Said } from '../shared/say.js'

/** Whether a period is in force then, in words. */
export const sayInForce = (inForce: boolean): Said =>
  inForce ? { word: 'In force', tone: 'wait' } : { word: 'Not in force', tone: 'plain' }
