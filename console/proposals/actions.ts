import type { Action } from '../shared/action.js'
import type { Viewer } from '../providers/viewer.js'
import type { Proposal } from './source.js'

/** Whether a proposal was made by who is signed in, as far as the console can tell. */
const isOwn = ({ proposedBy }: Proposal, viewer: Viewer | null): boolean =>
  proposedBy === viewer?.subject

/** What can be done about a proposal as it stands, by who is signed in. */
export const actionsOf = (proposal: Proposal, viewer: Viewer | null): readonly Action[] => {
  if (proposal.waitsForMe) {
    return [
      { command: 'signProposal', path: 'sign', label: 'Sign' },
      { command: 'declineProposal', path: 'decline', label: 'Decline' },
    ]
  }
  return proposal.state === 'AWAITING' && isOwn(proposal, viewer)
    ? [{ command: 'withdrawProposal', path: 'withdraw', label: 'Withdraw' }]
    : []
}

/** Why there is nothing to sign here, for who might look for a button; null where there is one. */
export const whyNotSign = (proposal: Proposal, viewer: Viewer | null): string | null => {
  if (proposal.state !== 'AWAITING' || proposal.waitsForMe || !viewer) return null
  if (isOwn(proposal, viewer)) return 'You may not sign your own proposal: somebody else has to.'
  const { signatures } = proposal
  return signatures.some(({ subject }) => subject === viewer.subject)
    ? 'You have signed it. Each person signs once.'
    : null
}
