import { momentAsked, mustBeKnown, type Context } from '../access/context.js'
import { mustFind } from '../access/change.js'
import { maySee, refuseOtherProgramme } from '../access/row-scope.js'
import type { Actor } from '../kernel/actor.js'
import { invariant } from '../kernel/invariant.js'
import { invalid } from '../kernel/refusal.js'
import { SECOND_MS, toMoment, toMs, type Moment } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'
import type { PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { reason } from '../rules/rule.js'
import { rulerOf, type Ruler } from '../rules/ruler.js'
import type { Found } from '../rules/timeline.js'
import { rulingOutcomes, rulingReasons, rulingSeconds } from '../watch/metrics.js'
import type { Reason, Ruling } from './ruling.type.js'

/** What is asked of every practice of one request. */
export interface RulingQuestion {
  readonly activity: Activity
  readonly programme: string
  readonly classification?: Classification | null
  readonly at?: Moment | null
}

/** A question, and all that does not depend on the practice. */
export interface Asking {
  readonly question: RulingQuestion
  readonly actor: Actor
  readonly ruler: Ruler
  readonly register: Register
  readonly registerNow: Register
  readonly knownAt: Moment | null
  /** Asked about a named moment, or as known at one. */
  readonly hypothetical: boolean
  readonly nowMs: number
  readonly atMs: number
  readonly at: Moment
  readonly stale: readonly Reason[]
}

/** A ruling with what it answers: a receipt tells both. */
export interface AskedRuling extends Ruling {
  readonly asking: Asking
  /** Where on the practice's timeline it was found; null for an unknown practice. */
  readonly found: Found | null
}

/** What of a request rulings depend on. */
export type RulingContext = Pick<
  Context,
  'actor' | 'clock' | 'register' | 'registerNow' | 'knownAt' | 'registerIsStale'
>

/** The most practices that may be asked about at once: a supplier's night, and room. */
export const PRACTICES_MAX = 10_000

const STALE: readonly Reason[] = [
  reason(
    'REGISTER_STALE',
    'Holdfast has lost touch with its ledger for more than two seconds, and permits nothing.',
    { remedy: 'Ask again; it recovers by itself once its database answers.' },
  ) as Reason,
]

const UNKNOWN: readonly Reason[] = [
  reason('PRACTICE_UNKNOWN', 'No practice with this code is known to you here.', {
    remedy: 'Check the code. A supplier may ask about the practices it serves, and no others.',
  }) as Reason,
]

/** The ruler of a programme on the request's register; an unknown programme is an error. */
export const mustFindRuler = (
  { register }: Pick<Context, 'register'>,
  programme: string,
): Ruler => {
  mustFind(register, 'programme', programme)
  const ruler = rulerOf(register, programme, toMs(register.head.at))
  invariant(ruler, 'a programme without a ruler')
  return ruler
}

const prepare = (context: RulingContext, question: RulingQuestion): Asking => {
  const actor = mustBeKnown(context)
  refuseOtherProgramme(actor, question.programme)
  const nowMs = context.clock.nowMs()
  const hypothetical = Boolean(question.at ?? context.knownAt)
  const atMs = hypothetical ? momentAsked(context, question.at) : nowMs
  return {
    question,
    actor,
    ruler: mustFindRuler(context, question.programme),
    register: context.register,
    registerNow: context.registerNow,
    knownAt: context.knownAt,
    hypothetical,
    nowMs,
    atMs,
    at: toMoment(atMs),
    stale: context.registerIsStale ? STALE : [],
  }
}

/** Until when a live answer holds: the next recorded date, or the programme's longest validity. */
const validUntil = ({ hypothetical, stale, nowMs }: Asking, { answer, nextMs }: Found) => {
  if (hypothetical || stale.length > 0) return null
  return toMoment(Math.min(nextMs, nowMs + answer.validitySecondsMax * SECOND_MS))
}

const basisOf = ({ hypothetical }: Asking) => (hypothetical ? 'HYPOTHETICAL' : 'LIVE')

const unknown = (asking: Asking, odsCode: string): AskedRuling => ({
  asking,
  found: null,
  practiceCode: odsCode,
  practice: null,
  activity: asking.question.activity,
  outcome: 'REFUSE',
  basis: basisOf(asking),
  reasons: [...asking.stale, ...UNKNOWN],
  advisories: [],
  dispensations: [],
  obligations: [],
  rollouts: [],
  at: asking.at,
  validUntil: null,
  registerSequence: asking.register.head.sequence,
})

// Written out, with nothing spread into it: a spread costs twenty times what the ruling does.
const known = (asking: Asking, practice: PracticeFact, found: Found): AskedRuling => {
  const { answer } = found
  const stale = asking.stale.length > 0
  const ruling = {
    asking,
    found,
    practiceCode: practice.odsCode,
    practice,
    activity: asking.question.activity,
    outcome: stale ? 'REFUSE' : answer.outcome,
    basis: basisOf(asking),
    reasons: stale ? [...asking.stale, ...answer.reasons] : answer.reasons,
    advisories: answer.advisories,
    dispensations: answer.dispensations,
    obligations: stale ? [] : answer.obligations,
    rollouts: answer.rollouts,
    at: asking.at,
    validUntil: validUntil(asking, found),
    registerSequence: asking.register.head.sequence,
  }
  return ruling as AskedRuling
}

const ask = (asking: Asking, odsCode: string): AskedRuling => {
  const { register, registerNow, actor, nowMs, question, ruler, atMs } = asking
  const practice = register.get('practice', odsCode)
  // Who may ask is decided by what is known now: a supplier that has gone reads no past either.
  const today = practice && registerNow.get('practice', odsCode)
  if (!today || !maySee(actor, registerNow, today, nowMs)) return unknown(asking, odsCode)
  const { activity, classification = null } = question
  const found = ruler.rule(odsCode, { activity, classification, atMs })
  invariant(found, 'a practice that the ruler does not know')
  return known(asking, practice, found)
}

const measure = (rulings: readonly Ruling[], sinceMs: number): void => {
  for (const { outcome, reasons } of rulings) {
    rulingOutcomes.add(outcome)
    for (const { code } of reasons) rulingReasons.add(code)
  }
  rulingSeconds.observe((performance.now() - sinceMs) / SECOND_MS)
}

/** Rules on one practice after another, by one register and at one moment. */
export const rulingsBy = (
  context: RulingContext,
  question: RulingQuestion,
): ((odsCode: string) => AskedRuling) => {
  const asking = prepare(context, question)
  return (odsCode) => ask(asking, odsCode)
}

/** Rules on practices, in the order asked, by one register and at one moment. */
export const askRulings = (
  context: RulingContext,
  practices: readonly string[],
  question: RulingQuestion,
): AskedRuling[] => {
  if (practices.length > PRACTICES_MAX) {
    throw invalid('practices', `At most ${PRACTICES_MAX} practices are asked about at once.`)
  }
  const sinceMs = performance.now()
  const rulings = practices.map(rulingsBy(context, question))
  measure(rulings, sinceMs)
  return rulings
}
