import { toMoment } from '../kernel/moment.js'
import type { Activity, Classification, TurnKind } from '../kernel/vocabulary.js'
import type { TurnFact } from '../register/facts.js'
import type { Answer } from './answer.js'
import type { Ruler } from './ruler.js'

/** One way in which a change turns one practice, and the first moment at which it does. */
export interface Turn {
  readonly turn: TurnKind
  /** Id of the suspension that no longer holds it; null for a ruling that turns. */
  readonly suspension: string | null
  readonly fromMs: number
}

/** The rulings of one programme before a change and after it; null where there is no programme. */
export interface Compared {
  readonly before: Ruler | undefined
  readonly after: Ruler | undefined
}

/** What stands for a practice from one recorded date to the next. */
interface Standing {
  readonly permitted: boolean
  /** Permitted under any classification a caller may name. */
  readonly permittedByName: boolean
  /** Ids of the binding suspensions that hold it, whatever else may refuse. */
  readonly heldBy: readonly string[]
  readonly nextMs: number
}

const NOTHING: Standing = {
  permitted: false,
  permittedByName: false,
  heldBy: [],
  nextMs: Number.POSITIVE_INFINITY,
}

const holdersIn = ({ reasons }: Answer): string[] =>
  reasons.flatMap(({ suspension }) => (suspension ? [suspension.id] : []))

const standingOf = (
  ruler: Ruler | undefined,
  odsCode: string,
  activity: Activity,
  names: readonly Classification[],
  atMs: number,
): Standing => {
  const found = ruler?.rule(odsCode, { activity, classification: null, atMs })
  if (!ruler || !found) return NOTHING
  const permits = (classification: Classification): boolean =>
    ruler.rule(odsCode, { activity, classification, atMs })?.answer.outcome === 'PERMIT'
  const permitted = found.answer.outcome === 'PERMIT'
  return {
    permitted,
    permittedByName: permitted || names.some(permits),
    heldBy: holdersIn(found.answer),
    nextMs: found.nextMs,
  }
}

/** The classifications that may be named to another answer: where all are one, none. */
const namesOf = ({ before, after }: Compared, odsCode: string): Classification[] => {
  const names = new Set([
    ...(before?.classificationsOf(odsCode) ?? []),
    ...(after?.classificationsOf(odsCode) ?? []),
  ])
  return names.size > 1 ? [...names] : []
}

/** How one moment turns: by ruling, and by each suspension that no longer holds. */
const turnsAt = (before: Standing, after: Standing): Omit<Turn, 'fromMs'>[] => {
  const turns: Omit<Turn, 'fromMs'>[] = before.heldBy
    .filter((id) => !after.heldBy.includes(id))
    .map((suspension) => ({ turn: 'NO_LONGER_HELD', suspension }))
  const gained =
    (after.permitted && !before.permitted) || (after.permittedByName && !before.permittedByName)
  if (gained) turns.push({ turn: 'PERMITTED', suspension: null })
  if (before.permitted && !after.permitted) turns.push({ turn: 'REFUSED', suspension: null })
  return turns
}

/**
 * How a change turns one practice for one activity, from a moment on, over all recorded dates. Both
 * sides are walked interval by interval, so that nothing a date will bring is overlooked.
 */
export const turnsOf = (
  compared: Compared,
  odsCode: string,
  activity: Activity,
  sinceMs: number,
): Turn[] => {
  const names = namesOf(compared, odsCode)
  const found = new Map<string, Turn>()
  let atMs = sinceMs
  while (Number.isFinite(atMs)) {
    const before = standingOf(compared.before, odsCode, activity, names, atMs)
    const after = standingOf(compared.after, odsCode, activity, names, atMs)
    for (const each of turnsAt(before, after)) {
      const key = `${each.turn} ${each.suspension}`
      if (!found.has(key)) found.set(key, { ...each, fromMs: atMs })
    }
    atMs = Math.min(before.nextMs, after.nextMs)
  }
  return [...found.values()]
}

/** Gathers turns of many practices: those that turn alike, from one moment on, are told as one. */
export class TurnsTold {
  private readonly groups = new Map<string, { fact: TurnFact; practices: string[] }>()

  add(programme: string, activity: Activity, odsCode: string, each: Turn): void {
    const key = [programme, activity, each.turn, each.suspension, each.fromMs].join(' ')
    const known = this.groups.get(key)
    if (known) {
      known.practices.push(odsCode)
      return
    }
    const practices = [odsCode]
    const { turn, suspension } = each
    const from = toMoment(each.fromMs)
    this.groups.set(key, {
      fact: { programme, activity, turn, suspension, from, practices },
      practices,
    })
  }

  get facts(): TurnFact[] {
    return Array.from(this.groups.values(), ({ fact }) => fact)
  }
}
