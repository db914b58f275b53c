import { graphql } from '../graphql/tada.js'
import type { Commands } from '../shared/command/ActPage.js'
import { EFFECT, PROPOSAL, type Command, type OutcomeWords } from '../shared/command/command.js'
import { sayEffect, sayWhoSigns } from '../shared/command/words.js'
import { SentenceView, textOfSentence } from '../shared/Sentence.js'
import { sayProposed } from './say-command.js'
import type { Proposal } from './source.js'
import { sayTurns } from './words.js'

const OUTCOME = graphql(
  `
    fragment ProposalOutcome on ProposalChange {
      status
      effect { ...EffectParts }
      proposal { ...ProposalParts }
      thing: proposal { id }
    }
  `,
  [EFFECT, PROPOSAL],
)

const What = ({ row }: { row: Proposal }) => (
  <>
    <p><strong><SentenceView of={sayProposed(row)} links /></strong></p>
    <p>{`Proposed by ${row.proposedBy}: ${row.reason}`}</p>
    <p>{`Once signed by all: ${sayTurns(row)}`}</p>
  </>
)

/** What a signature comes to: the last gives the command, or finds that it has become another. */
const SIGNING: OutcomeWords<Proposal> = {
  noEffect: 'Your signature alone turns nothing.',
  before: ({ proposal }) => {
    if (proposal?.state === 'APPLIED') {
      return 'Yours is the last signature: the change is made with it, at once.'
    }
    return proposal?.state === 'VOID'
      ? 'Yours is the last signature, but the change is no longer what was signed. ' +
          `${proposal.ending ?? ''} Signing it ends it as void, and changes nothing.`
      : `After yours it still waits for ${proposal ? sayWhoSigns(proposal.missing) : 'others'}. ` +
          'Nothing turns until they have signed.'
  },
  after: ({ proposal, effect }, row) => {
    if (proposal?.state === 'APPLIED') {
      const text = `Signed by all, and carried out: ${textOfSentence(sayProposed(row))}. `
      return { tone: 'good', text: text + (effect ? sayEffect(effect) : '') }
    }
    return proposal?.state === 'VOID'
      ? { tone: 'bad', text: `Signed by all, but void: nothing was changed. ${proposal.ending ?? ''}` }
      : {
          tone: 'wait',
          text: `Signed. It still waits for ${proposal ? sayWhoSigns(proposal.missing) : 'others'}.`,
        }
  },
}

/** What ends a proposal turns nothing. */
const ending = (done: string): OutcomeWords<Proposal> => ({
  before: () => 'It ends at once, and what was proposed is not done.',
  after: () => ({ tone: 'good', text: done }),
})

const inputOf: Command<Proposal>['inputOf'] = ({ reason }, { id }) => ({ id, reason })

const sign: Command<Proposal> = {
  name: 'signProposal',
  title: 'Sign a proposal',
  about: 'You sign for your organisation. A signature cannot be taken back.',
  confirm: 'Sign now',
  done: 'Signed.',
  document: graphql(
    `
      mutation SignProposal($input: ProposalInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: signProposal(input: $input, preview: $preview) { ...ProposalOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: What,
  inputOf,
  words: SIGNING,
}

const decline: Command<Proposal> = {
  name: 'declineProposal',
  title: 'Decline a proposal',
  about: 'One refusal to sign ends it. Whoever proposed it may give the command again.',
  confirm: 'Decline now',
  done: 'Declined.',
  document: graphql(
    `
      mutation DeclineProposal($input: ProposalInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: declineProposal(input: $input, preview: $preview) { ...ProposalOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: What,
  inputOf,
  words: ending('Declined. The proposal has ended, and nothing was changed.'),
}

const withdraw: Command<Proposal> = {
  name: 'withdrawProposal',
  title: 'Withdraw a proposal',
  about: 'You take back what you proposed, before all have signed.',
  confirm: 'Withdraw now',
  done: 'Withdrawn.',
  document: graphql(
    `
      mutation WithdrawProposal($input: ProposalInput!, $preview: Boolean!, $after: String, $at: DateTime) {
        outcome: withdrawProposal(input: $input, preview: $preview) { ...ProposalOutcome }
      }
    `,
    [OUTCOME],
  ),
  Fields: What,
  inputOf,
  words: ending('Withdrawn. The proposal has ended, and nothing was changed.'),
}

export const aboutProposals: Commands<Proposal> = { sign, decline, withdraw }
