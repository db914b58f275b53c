import type { Action } from '../shared/action.js'
import type { Viewer } from '../providers/viewer.js'
import { MATTERS } from '../shared/say.js'
import type { Agreement } from './source.js'

/** A practice states each of the two for itself: a question, a button. */
const OWN_MATTERS = Object.entries(MATTERS)

/** What somebody may agree: a practice for itself, a PCT for a practice that it names. */
export const freshAgreement = (viewer: Viewer | null): readonly Action[] => {
  if (!viewer?.roles.includes('PRACTICE')) {
    return [{ command: 'recordAgreement', path: 'act/record', label: 'Record an agreement' }]
  }
  return OWN_MATTERS.map(([matter, label]) => ({
    command: 'recordAgreement',
    path: `act/record?practice=${viewer.organisation}&matter=${matter}`,
    label: `State: ${label.toLowerCase()}`,
  }))
}

/** What can be done to an agreement as it stands; only whoever gave it withdraws it. */
export const actionsOf = (
  { withdrawnAt, party, practiceCode, region }: Agreement,
): readonly Action[] => {
  if (withdrawnAt) return []
  const isOf = ({ organisation, region: own }: Viewer): boolean =>
    party === 'PRACTICE' ? organisation === practiceCode : own === region?.code
  return [{ command: 'withdrawAgreement', path: 'withdraw', label: 'Withdraw', isOf }]
}
