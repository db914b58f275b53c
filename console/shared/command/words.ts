import { sayCount, sayHowMany } from '../when.js'
import type { OutcomeProps } from '../Outcome.js'
import { breachesAfter, sayBreachesBefore } from './breaches.js'
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

/** Whether a change writes nothing: all was so already. */
const writesNothing = ({ proposal, effect }: CommandOutcome): boolean =>
  !proposal && effect?.entries === 0

const NOTHING = 'All of this is recorded already. No entry of the ledger was written.'

type Told<Row> = Pick<Command<Row>, 'done' | 'already'>

const sayUsual = <Row>(outcome: CommandOutcome, { done, already }: Told<Row>): OutcomeProps => {
  const { proposal, effect } = outcome
  if (writesNothing(outcome)) return { tone: 'same', text: already?.(outcome) ?? NOTHING }
  const turned = effect ? sayEffect(effect) : ''
  if (!proposal) {
    const breaches = effect ? breachesAfter(effect) : []
    return { tone: 'good', text: `${done} ${turned}`.trim(), breaches }
  }
  const breaches = effect ? sayBreachesBefore(effect) : []
  const text =
    `Nothing has changed yet. ${proposal.id} waits for ${sayWhoSigns(proposal.missing)}. ` +
    `Once signed: ${[turned, ...breaches].join(' ')}`
  return { tone: 'wait', text, proposal: proposal.id }
}

/** What a command came to. */
export const sayOutcome = <Row>(
  { words, ...told }: Pick<Command<Row>, 'words'> & Told<Row>,
  outcome: CommandOutcome,
  row: Row,
): OutcomeProps => words?.after(outcome, row) ?? sayUsual(outcome, told)

const sayBeforeUsual = (preview: CommandOutcome): string => {
  const { proposal } = preview
  if (writesNothing(preview)) return 'All of this is recorded already: nothing will be written.'
  return proposal
    ? `This loosens what is held. It waits for ${sayWhoSigns(proposal.missing)}, ` +
      'and changes nothing until they have signed.'
    : 'This takes effect at once.'
}

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
  CONDITION_MET: 'Held, with a condition less to meet',
  HELD_BY_NONE: 'Held by no suspension any more',
} as const

export const sayTurn = (turn: keyof typeof TURNS): string => TURNS[turn]
