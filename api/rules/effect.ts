import { toMoment } from '../kernel/moment.js'
import type { Activity, Classification, TurnKind } from '../kernel/vocabulary.js'
import type { TurnFact } from '../register/facts.js'
import type { Answer } from './answer.js'
import type { Ruler } from './ruler.js'
import type { Found } from './timeline.js'

/** One way in which a change turns one practice, from the first moment to the last. */
export interface Turn {
  readonly turn: TurnKind
  /** Id of the suspension that no longer holds it; null for a ruling that turns. */
  readonly suspension: string | null
  readonly fromMs: number
  /** Infinite where it turns for good. */
  readonly untilMs: number
}

/** The rulings of one programme before a change and after it; null where there is no programme. */
export interface Compared {
  readonly before: Ruler | undefined
  readonly after: Ruler | undefined
}

/** What one question is answered. */
interface Told {
  readonly permitted: boolean
  /** Nothing refuses but suspensions. */
  readonly clear: boolean
  /** Ids of the binding suspensions that hold it, whatever else may refuse. */
  readonly heldBy: readonly string[]
  /** Ids of those that have released it, and hold it again once a condition ceases. */
  readonly releasedBy: readonly string[]
}

/** What stands for a practice from one recorded date to the next. */
interface Standing {
  readonly unnamed: Told
  readonly named: readonly Told[]
  readonly nextMs: number
}

const NOTHING: Told = { permitted: false, clear: false, heldBy: [], releasedBy: [] }

const readAnswer = ({ outcome, reasons, released }: Answer): Told => ({
  permitted: outcome === 'PERMIT',
  clear: reasons.every(({ code }) => code === 'SUSPENDED'),
  heldBy: reasons.flatMap(({ suspension }) => (suspension ? [suspension.id] : [])),
  releasedBy: released.map(({ id }) => id),
})

/** Read once: answers are few, and given for many practices. */
const told = new WeakMap<Answer, Told>()

const toldBy = (answer: Answer): Told => {
  const known = told.get(answer)
  if (known) return known
  const read = readAnswer(answer)
  told.set(answer, read)
  return read
}

const standingOf = (
  ruler: Ruler | undefined,
  odsCode: string,
  activity: Activity,
  names: readonly Classification[],
  atMs: number,
): Standing => {
  const ask = (classification: Classification | null) =>
    ruler?.rule(odsCode, { activity, classification, atMs })
  const tell = (found: Found | undefined): Told => (found ? toldBy(found.answer) : NOTHING)
  const found = ask(null)
  return {
    unnamed: tell(found),
    named: names.map((name) => tell(ask(name))),
    nextMs: found?.nextMs ?? Number.POSITIVE_INFINITY,
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

type TurnAt = Pick<Turn, 'turn' | 'suspension'>

const noLonger = (suspensions: readonly string[]): TurnAt[] =>
  suspensions.map((suspension) => ({ turn: 'NO_LONGER_HELD', suspension }))

/** Suspensions that held it and do not, or had released it and have no more to do with it. */
const letGo = (before: Told, after: Told): string[] => {
  const stands = new Set([...after.heldBy, ...after.releasedBy])
  return [
    ...before.heldBy.filter((id) => !after.heldBy.includes(id)),
    ...before.releasedBy.filter((id) => !stands.has(id)),
  ]
}

/** Suspensions that hold, or have released, whatever classification is named. */
const throughout = ({ unnamed, named }: Standing, alsoReleased: boolean): string[] => {
  const of = ({ heldBy, releasedBy }: Told) =>
    alsoReleased ? [...heldBy, ...releasedBy] : [...heldBy]
  return of(unnamed).filter((id) => named.every((each) => of(each).includes(id)))
}

/** Suspensions that no name opened a way round, and one does now. */
const opened = (before: Standing, after: Standing): string[] => {
  const stands = throughout(after, true)
  return throughout(before, false).filter((id) => !stands.includes(id))
}

const some = (told: readonly Told[], what: 'permitted' | 'clear'): boolean =>
  told.some((each) => each[what])

/** What a caller gains by naming a classification, and which suspensions had held that name. */
const gainedByName = (before: Standing, after: Standing): TurnAt[] => {
  const wasPermitted = some([before.unnamed, ...before.named], 'permitted')
  return after.named.flatMap((now, index) => {
    const was = before.named[index] ?? NOTHING
    if (!now.permitted || was.permitted) return []
    const gained: TurnAt[] = wasPermitted ? [] : [{ turn: 'PERMITTED', suspension: null }]
    const held = wasPermitted ? [] : [...was.heldBy, ...before.unnamed.heldBy]
    return [...gained, ...noLonger(held)]
  })
}

/** How one moment turns: by ruling, by each suspension that lets go, and by what they hide. */
const turnsAt = (before: Standing, after: Standing): TurnAt[] => {
  const was = before.unnamed
  const is = after.unnamed
  const gone = [...letGo(was, is), ...opened(before, after)]
  const turns = [...noLonger(gone), ...gainedByName(before, after)]
  if (was.heldBy.length > 0 && is.heldBy.length === 0) {
    turns.push({ turn: 'HELD_BY_NONE', suspension: null })
  }
  if (is.permitted && !was.permitted) turns.push({ turn: 'PERMITTED', suspension: null })
  if (was.permitted && !is.permitted) turns.push({ turn: 'REFUSED', suspension: null })
  const cleared = some([is, ...after.named], 'clear') && !some([was, ...before.named], 'clear')
  if (cleared && !is.permitted) turns.push({ turn: 'HELD_ALONE', suspension: null })
  return turns
}

/** Whether every question has one and the same answer: then nothing turns. */
const isAlike = (before: Standing, after: Standing): boolean =>
  before.unnamed === after.unnamed &&
  before.named.every((each, index) => each === after.named[index])

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
    const untilMs = Math.min(before.nextMs, after.nextMs)
    if (!isAlike(before, after)) {
      for (const each of turnsAt(before, after)) {
        const key = `${each.turn} ${each.suspension}`
        found.set(key, { ...each, fromMs: found.get(key)?.fromMs ?? atMs, untilMs })
      }
    }
    atMs = untilMs
  }
  return [...found.values()]
}

/** Gathers turns of many practices: those that turn alike, from one moment on, are told as one. */
export class TurnsTold {
  private readonly groups = new Map<string, { fact: TurnFact; practices: string[] }>()

  add(programme: string, activity: Activity, odsCode: string, each: Turn): void {
    const { turn, suspension, fromMs, untilMs } = each
    const key = [programme, activity, turn, suspension, fromMs, untilMs].join(' ')
    const known = this.groups.get(key)
    if (known) {
      known.practices.push(odsCode)
      return
    }
    const practices = [odsCode]
    const from = toMoment(fromMs)
    const until = Number.isFinite(untilMs) ? toMoment(untilMs) : null
    this.groups.set(key, {
      fact: { programme, activity, turn, suspension, from, until, practices },
      practices,
    })
  }

  get facts(): TurnFact[] {
    return Array.from(this.groups.values(), ({ fact }) => fact)
  }
}
