import { setImmediate as pause } from 'node:timers/promises'
import { mustBeKnown } from '../access/context.js'
import { maySee } from '../access/row-scope.js'
import {
  rulingsBy, type AskedRuling, type RulingContext, type RulingQuestion,
} from './ask-rulings.js'

/** Others' requests are answered between as many. */
export const RULED_AT_ONCE = 500

/** The codes of the practices that a caller may see now, in order. */
export const ownPractices = (context: RulingContext): string[] => {
  const actor = mustBeKnown(context)
  const nowMs = context.clock.nowMs()
  const own: string[] = []
  for (const practice of context.registerNow.all('practice')) {
    if (maySee(actor, context.registerNow, practice, nowMs)) own.push(practice.odsCode)
  }
  return own.sort()
}

/** Rulings on the practices that a caller may see, by one register and at one moment. */
export const ownRulings = async (
  context: RulingContext,
  question: Omit<RulingQuestion, 'at'>,
  practices: readonly string[],
): Promise<AskedRuling[]> => {
  const rule = rulingsBy(context, question)
  const rulings: AskedRuling[] = []
  for (const odsCode of practices) {
    rulings.push(rule(odsCode))
    if (rulings.length % RULED_AT_ONCE === 0) await pause()
  }
  return rulings
}
