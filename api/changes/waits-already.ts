import { isDeepStrictEqual } from 'node:util'
import type { CommandName } from '../kernel/mutations.js'
import type { ProposalFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Judgement } from './gate.js'
import { giveAgain } from './give-again.js'
import { openChange, type OpenChange } from './open-change.js'
import { beyondSigned, stateOf } from './proposal.decision.js'

/** A command that was tried on a register, and loosens. */
export interface Loosened {
  readonly command: CommandName
  readonly before: Register
  readonly open: OpenChange
  readonly judged: Judgement
}

/** The rows that a change leaves, whatever the order in which it saved them. */
const rowsOf = ({ saved }: OpenChange): ReadonlyMap<string, object> =>
  new Map(saved.map(({ table, key, after }) => [`${table}/${key}`, after]))

/** Whether a proposal, signed by all it asks, would now write these rows with this effect. */
const doesTheSame = ({ before, open, judged }: Loosened, proposal: ProposalFact): boolean => {
  if (!isDeepStrictEqual(proposal.needs, judged.needs)) return false
  const again = openChange(proposal.proposer, open.change.nowMs, before.fork())
  // What would be void once signed is no reason to keep another from waiting.
  if (giveAgain(proposal, again) !== null) return false
  return isDeepStrictEqual(rowsOf(again), rowsOf(open)) && beyondSigned(judged, proposal) === null
}

/** The proposal that still awaits signatures and would do just what was tried, whoever made it. */
export const waitsAlready = (loosened: Loosened): ProposalFact | undefined => {
  const { command, before, open } = loosened
  return [...before.all('proposal')].find(
    (each) =>
      each.command === command &&
      stateOf(each, open.change.nowMs) === 'AWAITING' &&
      doesTheSame(loosened, each),
  )
}
