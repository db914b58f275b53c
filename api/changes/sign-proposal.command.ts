import { Field, ID, InputType } from 'type-graphql'
import { command, mustFind, notFound, type Change } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import type { ProposalFact } from '../register/facts.js'
import {
  concerns, refuseEndedProposal, refuseSigner, refuseUnlessProposer,
} from './proposal.decision.js'

@InputType({ description: 'A proposal, and why it is signed, declined or withdrawn.' })
export class ProposalInput extends ReasonInput {
  @Field(() => ID, { description: 'Id of the proposal.' })
  id!: string
}

/** To whom it does not concern there is no such proposal. */
const mustConcern = ({ register, actor }: Change, id: string): ProposalFact => {
  const proposal = mustFind(register, 'proposal', id)
  if (concerns(proposal, actor)) return proposal
  throw notFound('proposal', id)
}

/** Adds a signature. What is signed by all is then carried out, in the same change. */
export const signProposal = command(
  'signProposal',
  (change, { id }: ProposalInput): ProposalFact => {
    const proposal = mustConcern(change, id)
    refuseEndedProposal(proposal, change.nowMs)
    refuseSigner(proposal, change.actor)
    const { issuer, subject, organisation, role } = change.actor
    const signature = { issuer, subject, organisation, role, at: change.now }
    const signatures = [...proposal.signatures, signature]
    return change.save('proposal', { ...proposal, signatures })
  },
)

/** Whoever is asked to sign may decline instead; that ends the proposal. */
export const declineProposal = command(
  'declineProposal',
  (change, { id, reason }: ProposalInput): ProposalFact => {
    const proposal = mustConcern(change, id)
    refuseEndedProposal(proposal, change.nowMs)
    refuseSigner(proposal, change.actor)
    const ended = { state: 'DECLINED' as const, endedAt: change.now, ending: reason }
    return change.save('proposal', { ...proposal, ...ended })
  },
)

/** Whoever proposed may take it back. */
export const withdrawProposal = command(
  'withdrawProposal',
  (change, { id, reason }: ProposalInput): ProposalFact => {
    const proposal = mustConcern(change, id)
    refuseUnlessProposer(proposal, change.actor)
    refuseEndedProposal(proposal, change.nowMs)
    const ended = { state: 'WITHDRAWN' as const, endedAt: change.now, ending: reason }
    return change.save('proposal', { ...proposal, ...ended })
  },
)
