import { sayEffect, sayWhoSigns } from '../shared/command/words.js'
import { sayProposalState, type Said } from '../shared/say.js'
import type { ProposalRow } from './source.js'

type State = ProposalRow['state']

/** How a proposal stands, for its tag. */
export const sayState = (state: State): Said => sayProposalState(state)

/** What a proposal would turn; what weakens a term may turn nothing today. */
export const sayTurns = ({ effect }: Pick<ProposalRow, 'effect'>): string => {
  const { weakens } = effect
  const turned = sayEffect(effect)
  if (weakens.length === 0) return turned
  return weakens.length === 1
    ? `${turned} One term becomes weaker.`
    : `${turned} ${weakens.length} terms become weaker.`
}

/** For whom a proposal waits; nobody once it has ended. */
export const sayWaitsFor = ({ state, missing }: Pick<ProposalRow, 'state' | 'missing'>): string =>
  state === 'AWAITING' ? sayWhoSigns(missing) : 'Nobody'
