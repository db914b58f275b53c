import { commandNamed, type WithReason } from '../access/change.js'
import { mayCommand } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { sayCode } from '../kernel/say-code.js'
import type { ProposalFact } from '../register/facts.js'
import { basisOf, type OpenChange } from './open-change.js'
import { staleIn } from './proposal.decision.js'

/**
 * Gives a proposal's command again, in a change of its proposer; answers in words why it could not
 * apply any more, or null.
 */
export const giveAgain = (proposal: ProposalFact, again: OpenChange): string | null => {
  const { proposer, command, input } = proposal
  if (!mayCommand(proposer.role, command)) {
    return `The role ${sayCode(proposer.role)} may no longer give the command “${sayCode(command)}”.`
  }
  try {
    commandNamed(command).work(again.change, input as WithReason)
  } catch (error) {
    if (error instanceof Refusal) return `It would now be refused: ${error.message}`
    throw error
  }
  return staleIn(proposal, basisOf(again))
}
