import { type Day, addDays, startOfDayMs, toMs } from '../../api/kernel/moment.js'
import { ReasonCode } from '../../api/kernel/vocabulary.js'
import type { Activity, Classification, Outcome, Strength } from '../../api/kernel/vocabulary.js'
import type {
  Facts, PracticeFact, ProgrammeTermsFact, RolloutFact, ScopeClauseFact, SuspensionFact, Table,
} from '../../api/register/facts.js'
import { TABLES } from '../../api/register/facts.js'
import {
  isDispensed, naiveDispensations, naiveUnmet, type Where,
} from './naive-conditions.js'
import { contains, lastEnded, termAt } from './naive-terms.js'

/**
 * A ruling once more, straight from the design: it loops over all facts, keeps nothing and is slow.
 * Property tests hold the real engine against it, so it shares nothing with `api/rules`.
 */

/** Every row of every table, in any order. */
export type AllFacts = { [T in Table]: readonly Facts[T][] }

/** A register in which nothing has been recorded. */
export const NO_FACTS = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as {
  [T in Table]: readonly never[]
}

export interface NaiveQuestion {
  practice: string
  programme: string
  activity: Activity
  /** Null is the unnamed question. */
  classification: Classification | null
  atMs: number
}

export interface NaiveReason {
  code: ReasonCode
  permittedFromMs: number | null
  /** Id of the suspension that holds. */
  suspension: string | null
  /** Ids of the conditions of that suspension that are not met there. */
  unmet: string[]
  /** Id of the rollout that is planned or over. */
  rollout: string | null
}

export interface NaiveAnswer {
  outcome: Outcome
  /** In the order of `ReasonCode`, then of the ids they name. */
  reasons: NaiveReason[]
  /** Ids of advisory suspensions. */
  advisories: string[]
  /** Ids of the dispensations from suspensions that would hold, or advise to. */
  dispensations: string[]
  /** Codes; none unless permitted. */
  obligations: string[]
  /** Ids of the governing rollouts. */
  rollouts: string[]
}

const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

const practiceOf = (facts: AllFacts, code: string): PracticeFact | undefined =>
  facts.practice.find(({ odsCode }) => odsCode === code)

/** A region, its parent at a moment, that one's parent, and so on. */
const chainOf = (facts: AllFacts, first: string, atMs: number): string[] => {
  const chain: string[] = []
  let next: string | undefined = first
  while (next !== undefined && !chain.includes(next)) {
    const code: string = next
    chain.push(code)
    const region = facts.region.find((one) => one.code === code)
    next = region && termAt(region.parents, atMs)?.region
  }
  return chain
}

/** Where the practice belongs at that moment, and nothing if it belongs nowhere. */
const pathOfThatMoment = (facts: AllFacts, practice: PracticeFact, atMs: number): string[] => {
  const membership = termAt(practice.memberships, atMs)
  return membership ? chainOf(facts, membership.region, atMs) : []
}

/** Its place, nearest region first: where it belongs, or else where it last belonged, as it was. */
export const naivePath = (facts: AllFacts, practiceCode: string, atMs: number): string[] => {
  const practice = practiceOf(facts, practiceCode)
  if (!practice) return []
  if (termAt(practice.memberships, atMs)) return pathOfThatMoment(facts, practice, atMs)
  const last = lastEnded(practice.memberships, atMs)
  return last ? chainOf(facts, last.term.region, last.endMs - 1) : []
}

const supplierOf = (practice: PracticeFact, atMs: number): string | undefined =>
  (termAt(practice.suppliers, atMs) ?? lastEnded(practice.suppliers, atMs)?.term)?.supplier

const isOpenInARegion = (practice: PracticeFact, atMs: number): boolean =>
  contains({ from: practice.openFrom, to: practice.openTo }, atMs) &&
  termAt(practice.memberships, atMs) !== undefined

/** It can become open in a region only on the day it opens or a membership begins. */
const opensLaterMs = (practice: PracticeFact, atMs: number): number | null =>
  [practice.openFrom, ...practice.memberships.map(({ from }) => from)]
    .filter((day) => day !== null)
    .map(startOfDayMs)
    .filter((ms) => ms > atMs && isOpenInARegion(practice, ms))
    .sort((a, b) => a - b)[0] ?? null

type State = 'planned' | 'running' | 'ended'

const stateOf = (rollout: RolloutFact, atMs: number): State => {
  if (rollout.endedAt !== null && toMs(rollout.endedAt) <= atMs) return 'ended'
  return rollout.startedAt !== null && toMs(rollout.startedAt) <= atMs ? 'running' : 'planned'
}

/** What counts: to inform patients and to start, a planned rollout is as good as a running one. */
const countsAs = (rollout: RolloutFact, { activity, atMs }: NaiveQuestion): State => {
  const state = stateOf(rollout, atMs)
  const plannedIsRunning = activity === 'INFORM' || activity === 'START'
  return state === 'planned' && plannedIsRunning ? 'running' : state
}

const classificationOf = (rollout: RolloutFact, atMs: number): Classification =>
  rollout.earlierClassifications.find(({ until }) => atMs < toMs(until))?.classification ??
  rollout.classification

const coveringRollouts = (facts: AllFacts, q: NaiveQuestion): RolloutFact[] => {
  const path = naivePath(facts, q.practice, q.atMs)
  return facts.rollout
    .filter(({ programme }) => programme === q.programme)
    .filter(({ region }) => path.includes(region))
    .filter(({ practices }) => practices === null || practices.includes(q.practice))
}

/** Of some covering rollouts, the nearest that run; if none runs, the nearest of all. */
const nearest = (facts: AllFacts, q: NaiveQuestion, covering: RolloutFact[]): RolloutFact[] => {
  const path = naivePath(facts, q.practice, q.atMs)
  const levelOf = ({ practices, region }: RolloutFact): number =>
    practices === null ? 1 + path.indexOf(region) : 0
  const running = covering.filter((rollout) => countsAs(rollout, q) === 'running')
  const candidates = running.length > 0 ? running : covering
  const lowest = Math.min(...candidates.map(levelOf))
  return candidates.filter((rollout) => levelOf(rollout) === lowest)
}

/**
 * A named classification picks among the governing; one not among them is asked as well.
 * `missing`: nothing covers the practice, or nothing of the classification that was named.
 */
const governing = (facts: AllFacts, q: NaiveQuestion) => {
  const covering = coveringRollouts(facts, q)
  const all = nearest(facts, q, covering).sort(byId)
  if (q.classification === null) return { rollouts: all, missing: covering.length === 0 }

  const isNamed = (one: RolloutFact) => classificationOf(one, q.atMs) === q.classification
  const picked = all.filter(isNamed)
  if (picked.length > 0) return { rollouts: picked, missing: false }
  const asWell = nearest(facts, q, covering.filter(isNamed))
  return { rollouts: [...all, ...asWell].sort(byId), missing: asWell.length === 0 }
}

const isInForce = ({ from, endedAt }: SuspensionFact, atMs: number): boolean =>
  toMs(from) <= atMs && (endedAt === null || atMs < toMs(endedAt))

const takesIn = (facts: AllFacts, q: NaiveQuestion, clause: ScopeClauseFact): boolean => {
  const practice = practiceOf(facts, q.practice)
  if (!practice) return false
  const path = naivePath(facts, q.practice, q.atMs)
  const supplier = supplierOf(practice, q.atMs)
  const waves = governing(facts, q).rollouts.map((rollout) => classificationOf(rollout, q.atMs))
  const { activities, classifications, regions, practices, suppliers } = clause
  return (
    activities.includes(q.activity) &&
    (classifications === null || waves.some((wave) => classifications.includes(wave))) &&
    (regions === null || path.some((region) => regions.includes(region))) &&
    (practices === null || practices.includes(q.practice)) &&
    (suppliers === null || (supplier !== undefined && suppliers.includes(supplier)))
  )
}

/** A practice at a moment, with what its conditions are judged by. */
export const whereOf = (facts: AllFacts, { practice, programme, atMs }: NaiveQuestion): Where => {
  const path = naivePath(facts, practice, atMs)
  const found = practiceOf(facts, practice)
  const days = found ? receipts(facts, found, { practice, programme }) : []
  return { practice, programme, atMs, path, receipts: days }
}

/** What would stand over the practice if there were no dispensations. */
const wouldStand = (facts: AllFacts, q: NaiveQuestion): SuspensionFact[] =>
  facts.suspension
    .filter((one) => one.programme === q.programme)
    .filter((one) => isInForce(one, q.atMs))
    .filter((one) => one.scope.some((clause) => takesIn(facts, q, clause)))
    .filter(({ spared }) => !spared.includes(q.practice))
    .filter((one) => {
      const hasConditions = one.conditions.length > 0
      const allMet = naiveUnmet(facts, one, whereOf(facts, q)).length === 0
      return !(one.releases && hasConditions && allMet)
    })
    .sort(byId)

const suspensionsOver = (facts: AllFacts, q: NaiveQuestion, strength: Strength): SuspensionFact[] =>
  wouldStand(facts, q)
    .filter((one) => one.strength === strength)
    .filter((one) => !isDispensed(facts, one, whereOf(facts, q)))

/** Ids of the binding suspensions that hold the practice for the activity at that moment. */
export const naiveHolds = (facts: AllFacts, q: NaiveQuestion): string[] => {
  termsOf(facts, q)
  return suspensionsOver(facts, q, 'BINDING').map(({ id }) => id)
}

/** The programme's terms of that moment; the first hold for all time before them. */
const termsOf = (facts: AllFacts, { programme, atMs }: NaiveQuestion): ProgrammeTermsFact => {
  const terms = facts.programme.find(({ code }) => code === programme)?.terms ?? []
  const found = terms.filter(({ from }) => toMs(from) <= atMs).at(-1) ?? terms[0]
  if (!found) throw new Error(`no such programme: ${programme}`)
  return found
}

/** The days on which patients of the practice had received the last pack of a mailing. */
const receipts = (
  facts: AllFacts,
  practice: PracticeFact,
  q: Pick<NaiveQuestion, 'practice' | 'programme'>,
): Day[] =>
  facts.mailing
    .filter(({ voidedAt, breach }) => voidedAt === null && breach === null)
    .flatMap(({ lastReceivedOn, ...rest }) => (lastReceivedOn ? [{ ...rest, lastReceivedOn }] : []))
    .filter(({ programme }) => programme === q.programme)
    .filter(({ practices, region, lastReceivedOn }) =>
      practices === null
        ? pathOfThatMoment(facts, practice, startOfDayMs(lastReceivedOn)).includes(region)
        : practices.includes(q.practice),
    )
    .map(({ lastReceivedOn }) => lastReceivedOn)

/** The moment the notice has passed, or null if no receipt counts. */
const noticePassesMs = (facts: AllFacts, practice: PracticeFact, q: NaiveQuestion) => {
  const liveFromMs = facts.live
    .filter((live) => live.programme === q.programme && live.practice === q.practice)
    .flatMap((live) => (live.breach === null ? live.liveFrom : (live.permittedFrom ?? [])))
    .map(toMs)
  const untilMs = Math.min(q.atMs, ...liveFromMs)
  const counting = receipts(facts, practice, q).filter((day) => startOfDayMs(day) <= untilMs)
  const last = counting.sort().at(-1)
  return last ? startOfDayMs(addDays(last, termsOf(facts, q).noticeDaysMin)) : null
}

const reason = (code: ReasonCode, more: Partial<NaiveReason> = {}): NaiveReason => ({
  code,
  permittedFromMs: null,
  suspension: null,
  unmet: [],
  rollout: null,
  ...more,
})

const placeReasons = (practice: PracticeFact, { atMs }: NaiveQuestion): NaiveReason[] => {
  if (isOpenInARegion(practice, atMs)) return []
  return [reason('PRACTICE_NOT_OPEN', { permittedFromMs: opensLaterMs(practice, atMs) })]
}

const rolloutReason = (rollout: RolloutFact, q: NaiveQuestion): NaiveReason[] => {
  const state = countsAs(rollout, q)
  if (state === 'running') return []
  if (state === 'ended') return [reason('ROLLOUT_ENDED', { rollout: rollout.id })]
  const plannedMs = rollout.plannedOn === null ? -Infinity : startOfDayMs(rollout.plannedOn)
  const permittedFromMs = plannedMs > q.atMs ? plannedMs : null
  return [reason('ROLLOUT_NOT_STARTED', { permittedFromMs, rollout: rollout.id })]
}

const noticeReasons = (facts: AllFacts, practice: PracticeFact, q: NaiveQuestion) => {
  if (q.activity !== 'UPLOAD') return []
  const passesMs = noticePassesMs(facts, practice, q)
  if (passesMs !== null && passesMs <= q.atMs) return []
  return [reason('NOTICE_TOO_SHORT', { permittedFromMs: passesMs })]
}

const NOTHING = { advisories: [], dispensations: [], obligations: [], rollouts: [] }

/** May this practice do this, then? Throws if there is no such programme. */
export const naiveRuling = (facts: AllFacts, q: NaiveQuestion): NaiveAnswer => {
  const terms = termsOf(facts, q)
  const practice = practiceOf(facts, q.practice)
  if (!practice) {
    const reasons = [reason('PRACTICE_UNKNOWN')]
    return { outcome: 'REFUSE', reasons, ...NOTHING }
  }
  const { rollouts, missing } = governing(facts, q)
  const found = [
    ...placeReasons(practice, q),
    ...(missing ? [reason('NO_ROLLOUT')] : []),
    ...rollouts.flatMap((rollout) => rolloutReason(rollout, q)),
    ...suspensionsOver(facts, q, 'BINDING').map((one) =>
      reason('SUSPENDED', { suspension: one.id, unmet: naiveUnmet(facts, one, whereOf(facts, q)) }),
    ),
    ...noticeReasons(facts, practice, q),
  ]
  // Each rule lists by id already; this puts the not started before the ended.
  const reasons = Object.values(ReasonCode).flatMap((code) =>
    found.filter((one) => one.code === code),
  )
  const isPermitted = reasons.length === 0
  return {
    outcome: isPermitted ? 'PERMIT' : 'REFUSE',
    reasons,
    advisories: suspensionsOver(facts, q, 'ADVISORY').map(({ id }) => id),
    dispensations: wouldStand(facts, q).flatMap((one) =>
      naiveDispensations(facts, one, whereOf(facts, q)),
    ),
    obligations: isPermitted ? terms.obligations.map(({ code }) => code) : [],
    rollouts: rollouts.map(({ id }) => id),
  }
}
