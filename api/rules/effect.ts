import type { Activity, Classification, TurnKind } from '../kernel/vocabulary.js'
import type { Answer } from './answer.js'
import { lastAtMost } from './intervals.js'
import type { Question } from './question.js'
import type { Ruler } from './ruler.js'
import { answerFrom, type Timeline } from './timeline.js'
import { NO_ANSWER, NOTHING, toldBy, type Told } from './told.js'

/** One way in which a change turns one practice, for one time without a gap. */
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

/** What stands for a practice from one recorded date to the next. */
interface Standing {
  readonly unnamed: Told
  readonly named: readonly Told[]
}

/** What a timeline answers from a cut on; nothing where there is no timeline. */
const answerOf = (timeline: Timeline | undefined, question: Question, cut: number): Answer =>
  timeline ? answerFrom(timeline, question, cut) : NO_ANSWER

const nextOf = (timeline: Timeline | undefined, cut: number): number =>
  timeline?.cuts[cut + 1] ?? Number.POSITIVE_INFINITY

const standingOf = (unnamed: Answer, named: readonly Answer[]): Standing => ({
  unnamed: toldBy(unnamed),
  named: named.map(toldBy),
})

/** The classifications that may be named to another answer: where all are one, none. */
const namesOf = (before: Timeline | undefined, after: Timeline | undefined): Classification[] => {
  const earlier = before?.classifications ?? []
  const later = after?.classifications ?? []
  if (earlier.length < 2 && later.every((each) => each === earlier[0])) return []
  const names = new Set([...earlier, ...later])
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

/** Suspensions that hold it before and after, and have seen a condition met: else, in whichever
 * order two halves are given, only the last would be judged, which others may honestly give. */
const nearer = (before: Told, after: Told): TurnAt[] =>
  [...before.waitingFor].flatMap(([suspension, lacked]) => {
    const lacks = after.waitingFor.get(suspension) ?? lacked
    const isMet = lacked.some((id) => !lacks.includes(id))
    return isMet ? [{ turn: 'CONDITION_MET', suspension }] : []
  })

/** Those of some suspensions that hold, or have released, whatever classification is named. */
const throughout = (
  ids: readonly string[],
  named: readonly Told[],
  alsoReleased: boolean,
): readonly string[] =>
  ids.filter((id) =>
    named.every(
      ({ heldBy, releasedBy }) => heldBy.includes(id) || (alsoReleased && releasedBy.includes(id)),
    ),
  )

/** Suspensions that no name opened a way round, and one does now. */
const opened = (before: Standing, after: Standing): readonly string[] => {
  const held = throughout(before.unnamed.heldBy, before.named, false)
  if (held.length === 0) return held
  const { heldBy, releasedBy } = after.unnamed
  const stands = throughout([...heldBy, ...releasedBy], after.named, true)
  return held.filter((id) => !stands.includes(id))
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
  const turns = [...noLonger(gone), ...nearer(was, is), ...gainedByName(before, after)]
  if (was.heldBy.length > 0 && is.heldBy.length === 0) {
    turns.push({ turn: 'HELD_BY_NONE', suspension: null })
  }
  if (is.permitted && !was.permitted) turns.push({ turn: 'PERMITTED', suspension: null })
  if (was.permitted && !is.permitted) turns.push({ turn: 'REFUSED', suspension: null })
  const cleared = some([is, ...after.named], 'clear') && !some([was, ...before.named], 'clear')
  if (cleared && !is.permitted) turns.push({ turn: 'HELD_ALONE', suspension: null })
  return turns
}

const turnsKnown = new WeakMap<Answer, WeakMap<Answer, readonly TurnAt[]>>()

/** The same where no classification can be named: worked out once for two answers. */
const turnsBetween = (before: Answer, after: Answer): readonly TurnAt[] => {
  const known = turnsKnown.get(before) ?? new WeakMap<Answer, readonly TurnAt[]>()
  turnsKnown.set(before, known)
  const turns = known.get(after) ?? turnsAt(standingOf(before, []), standingOf(after, []))
  known.set(after, turns)
  return turns
}

/** A practice before a change and after it, for one activity. */
interface Sides {
  readonly before: Timeline | undefined
  readonly after: Timeline | undefined
  readonly unnamed: Question
  /** The same, with each classification that may be named to another answer. */
  readonly named: readonly Question[]
}

const turnsWhere = (sides: Sides, earlier: number, later: number): readonly TurnAt[] => {
  const { before, after, unnamed, named } = sides
  const was = answerOf(before, unnamed, earlier)
  const is = answerOf(after, unnamed, later)
  // What is one object is the same answer: interned, so that this is seen at once.
  if (named.length === 0) return was === is ? NO_TURNS : turnsBetween(was, is)
  const wasNamed = named.map((question) => answerOf(before, question, earlier))
  const isNamed = named.map((question) => answerOf(after, question, later))
  return turnsAt(standingOf(was, wasNamed), standingOf(is, isNamed))
}

const NO_TURNS: readonly TurnAt[] = []

/** A turn whose end is not reached yet. */
type Growing = Omit<Turn, 'untilMs'> & { untilMs: number }

/**
 * Adds what turns for a while to what turned before: each way of turning once for each time without
 * a gap, for what was signed for two days is not signed for the days between.
 */
const goOn = (
  found: Growing[],
  turns: readonly TurnAt[],
  fromMs: number,
  untilMs: number,
): void => {
  for (const { turn, suspension } of turns) {
    const same = found.find(
      (each) => each.turn === turn && each.suspension === suspension && each.untilMs >= fromMs,
    )
    if (same) same.untilMs = untilMs
    else found.push({ turn, suspension, fromMs, untilMs })
  }
}

/** How something turns from a moment on, in order of time: both sides are walked cut by cut. */
const turnsFrom = (sides: Sides, sinceMs: number): Turn[] => {
  const { before, after } = sides
  const found: Growing[] = []
  let earlier = before ? lastAtMost(before.cuts, sinceMs) : 0
  let later = after ? lastAtMost(after.cuts, sinceMs) : 0
  let fromMs = sinceMs
  while (Number.isFinite(fromMs)) {
    const wasUntilMs = nextOf(before, earlier)
    const isUntilMs = nextOf(after, later)
    const untilMs = Math.min(wasUntilMs, isUntilMs)
    goOn(found, turnsWhere(sides, earlier, later), fromMs, untilMs)
    if (wasUntilMs === untilMs) earlier += 1
    if (isUntilMs === untilMs) later += 1
    fromMs = untilMs
  }
  return found
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
  const before = compared.before?.timelineOf(odsCode)
  const after = compared.after?.timelineOf(odsCode)
  const unnamed = { activity, classification: null }
  const named = namesOf(before, after).map((classification) => ({ activity, classification }))
  return turnsFrom({ before, after, unnamed, named }, sinceMs)
}
