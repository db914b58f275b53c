import { sayCount, sayHowMany } from '../when.js'
import type { OutcomeProps } from '../Outcome.js'
import type { AskedProposal, Command, CommandOutcome, EffectCounts } from './command.js'

/** Whose signatures a proposal waits for: "a second administrator and BMA/GPC". */
export const sayWhoSigns = ({ administrator, organisations }: AskedProposal['missing']): string => {
  const who = [...(administrator ? ['a second administrator'] : []), ...organisations]
  return who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : (who[0] ?? 'nobody')
}

/** How many of what turns does so only later: "217 of them later". */
const sayLater = (count: number, later: number): string => {
  if (later === 0) return ''
  if (later < count) return `, ${sayCount(later)} of them later`
  return count === 1 ? ', later' : ', all of them later'
}

/** What an effect comes to, in a sentence. It tells of answers, and not of their reasons. */
export const sayEffect = (effect: EffectCounts): string => {
  const { permitted, refused, noLongerHeld } = effect
  const parts = [
    [permitted, effect.permittedLater, 'from refused to permitted'],
    [refused, effect.refusedLater, 'from permitted to refused'],
    [
      noLongerHeld, effect.noLongerHeldLater,
      `out of a suspension that held ${noLongerHeld === 1 ? 'it' : 'them'}`,
    ],
  ] as const
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, later, how]) =>
      `${sayHowMany(count, 'practice')} ${count === 1 ? 'turns' : 'turn'} ${how}` +
      sayLater(count, later))
  return told.length > 0
    ? `${told.join('; ')}.`
    : 'No practice’s answer changes; further reasons may be added or taken away.'
}

const sayUsual = ({ proposal, effect }: CommandOutcome, done: string): OutcomeProps => {
  const turned = effect ? sayEffect(effect) : ''
  if (!proposal) return { tone: 'good', text: `${done} ${turned}`.trim() }
  const text =
    `Nothing has changed yet. ${proposal.id} waits for ${sayWhoSigns(proposal.missing)}. ` +
    `Once signed: ${turned}`
  return { tone: 'wait', text, proposal: proposal.id }
}

/** What a command came to. */
export const sayOutcome = <Row>(
  { words, done }: Pick<Command<Row>, 'words' | 'done'>,
  outcome: CommandOutcome,
  row: Row,
): OutcomeProps => words?.after(outcome, row) ?? sayUsual(outcome, done)

const sayBeforeUsual = ({ proposal }: CommandOutcome): string =>
  proposal
    ? `This loosens what is held. It waits for ${sayWhoSigns(proposal.missing)}, ` +
      'and changes nothing until they have signed.'
    : 'This takes effect at once.'

/** What giving a command would come to, and what its button says. */
export const sayBefore = <Row>(
  { words, confirm }: Pick<Command<Row>, 'words' | 'confirm'>,
  preview: CommandOutcome,
  row: Row,
): { text: string; button: string } => {
  if (words) return { text: words.before(preview, row), button: confirm }
  return { text: sayBeforeUsual(preview), button: preview.proposal ? 'Send for sign-off' : confirm }
}

const TURNS = {
  PERMITTED: 'Refused to permitted',
  REFUSED: 'Permitted to refused',
  NO_LONGER_HELD: 'No longer held by a suspension',
  HELD_ALONE: 'Refused by suspensions alone',
  HELD_BY_NONE: 'Held by no suspension any more',
} as const

export const sayTurn = (turn: keyof typeof TURNS): string => TURNS[turn]
