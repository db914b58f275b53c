import type { Said } from '../shared/say.js'
import type { MailingRow } from './source.js'

/** How a mailing stands: only planned, received, or recorded in error. */
export const stateOf = (
  { voidedAt, lastReceivedOn }: Pick<MailingRow, 'voidedAt' | 'lastReceivedOn'>,
): Said => {
  if (voidedAt) return { word: 'Recorded in error', tone: 'bad' }
  return lastReceivedOn ? { word: 'Received', tone: 'good' } : { word: 'Planned', tone: 'wait' }
}
