import { sayHowMany } from '../when.js'
import type { AskedProposal, CommandOutcome, Effect } from './command.js'

/** Whose signatures a proposal waits for: "a second administrator and BMA/GPC". */
export const sayWhoSigns = ({ administrator, organisations }: AskedProposal['missing']): string => {
  const who = [...(administrator ? ['a second administrator'] : []), ...organisations]
  return who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : (who[0] ?? 'nobody')
}

/** What an effect comes to, in a sentence. */
export const sayEffect = ({
  permitted, refused, noLongerHeld,
}: Pick<Effect, 'permitted' | 'refused' | 'noLongerHeld'>): string => {
  const parts = [
    [permitted, 'from refused to permitted'],
    [refused, 'from permitted to refused'],
    [noLongerHeld, 'out of a suspension that held it'],
  ] as const
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, how]) => `${sayHowMany(count, 'practice')} ${count === 1 ? 'turns' : 'turn'} ${how}`)
  return told.length > 0 ? `${told.join('; ')}.` : 'No practice turns either way.'
}

/** What a command came to. */
export const sayOutcome = ({ proposal, effect }: CommandOutcome, done: string): string => {
  const turned = effect ? sayEffect(effect) : ''
  if (!proposal) return `${done} ${turned}`.trim()
  return `Nothing has changed yet. ${proposal.id} waits for ${sayWhoSigns(proposal.missing)}. ` +
    `Once signed: ${turned}`
}

const TURNS = {
  PERMITTED: 'Refused to permitted',
  REFUSED: 'Permitted to refused',
  NO_LONGER_HELD: 'No longer held',
  HELD_ALONE: 'Held by this alone',
  HELD_BY_NONE: 'Held by none',
} as const

export const sayTurn = (turn: keyof typeof TURNS): string => TURNS[turn]
