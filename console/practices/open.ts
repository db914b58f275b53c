import type { Said } from '../shared/say.js'

/** Whether a practice is open, in a word. */
export const OPEN_STATES: Readonly<Record<'open' | 'closed', Said>> = {
  open: { word: 'Open', tone: 'good' },
  closed: { word: 'Closed', tone: 'plain' },
}
