import { ACTIVITIES } from '../say.js'
import { sayList } from '../scope.js'
import { sayMoment } from '../when.js'
import type { Effect } from './command.js'

type Edge = Effect['practices']['edges'][number]
export type Turn = Edge['node']

/** All that a change turns at one practice. */
export interface TurnedPractice {
  readonly practice: Turn['practice']
  readonly turns: readonly Turn[]
}

/**
 * Turns by practice, as the API sorts them. The last practice may have more to come, unless all
 * was read: it waits until then.
 */
export const byPractice = (edges: readonly Edge[], isWhole: boolean): TurnedPractice[] => {
  const groups = new Map<string, Turn[]>()
  for (const { node } of edges) {
    const known = groups.get(node.practice.odsCode)
    if (known) known.push(node)
    else groups.set(node.practice.odsCode, [node])
  }
  const practices = [...groups.values()].flatMap((turns) =>
    turns[0] ? [{ practice: turns[0].practice, turns }] : [])
  return isWhole ? practices : practices.slice(0, -1)
}

/** The moments from which something turns. Where there are several, each turn tells its own. */
export const momentsOf = (turns: readonly Turn[]): readonly string[] =>
  [...new Set(turns.map(({ from }) => from))].sort()

const RULED = {
  PERMITTED: 'from refused to permitted',
  REFUSED: 'from permitted to refused',
  HELD_ALONE: 'still refused, but by suspensions alone',
  CONDITION_MET: 'still refused, with a condition less to meet',
} as const

const isRuled = (turn: Turn['turn']): turn is keyof typeof RULED => turn in RULED

const when = (of: readonly Turn[], { from }: Turn): string =>
  momentsOf(of).length > 1 ? `, from ${sayMoment(from)}` : ''

/** What turns of the answers: "Upload records: from refused to permitted". */
export const sayRuled = ({ turns }: TurnedPractice): string[] =>
  turns.flatMap((each) =>
    isRuled(each.turn)
      ? [`${ACTIVITIES[each.activity]}: ${RULED[each.turn]}${when(turns, each)}`]
      : [])

const sayLetGo = (turns: readonly Turn[]): string => {
  const ids = turns.flatMap(({ suspension }) => (suspension ? [suspension.id] : []))
  const isFree = turns.some(({ turn }) => turn === 'HELD_BY_NONE')
  if (ids.length === 0) return 'by no suspension any more'
  return `not by ${sayList(ids, 'or')} any more${isFree ? ', nor by any other suspension' : ''}`
}

/** Which suspensions let go: "Upload records: not by S-1 any more, nor by any other suspension". */
export const sayHeld = ({ turns }: TurnedPractice): string[] => {
  const held = turns.filter(({ turn }) => !isRuled(turn))
  const together = new Map<string, Turn[]>()
  for (const each of held) {
    const key = `${each.activity} ${each.from}`
    together.set(key, [...(together.get(key) ?? []), each])
  }
  return [...together.values()].flatMap((alike) =>
    alike[0]
      ? [`${ACTIVITIES[alike[0].activity]}: ${sayLetGo(alike)}${when(turns, alike[0])}`]
      : [])
}
