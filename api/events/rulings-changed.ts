import { setImmediate } from 'node:timers/promises'
import { mustFind } from '../access/change.js'
import { mayActIn } from '../access/row-scope.js'
import type { ToldChange } from '../changes/outbox.js'
import type { ChangeMaker } from '../changes/make-change.js'
import type { Actor } from '../kernel/actor.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { TurnFact } from '../register/facts.js'
import { dossierOf, whereabouts } from '../rules/dossier.js'
import { contains } from '../rules/intervals.js'
import type { ChangeFeed } from './change-feed.js'
import { ofRulings } from './happening.js'
import { turnsSeenBy, type Audience } from './told-to.js'

/** Who is connected, and to what. */
export interface StreamContext {
  readonly actor: Actor
  readonly maker: ChangeMaker
  readonly feed: ChangeFeed
  /** Falls when the connection ends: by its client, by its token, by its slowness or by ours. */
  readonly signal: AbortSignal
}

/** Which practices are wanted; what is not named is not narrowed. */
export interface Wanted {
  readonly practices?: readonly string[] | null
  readonly supplier?: string | null
  readonly region?: string | null
}

/** What a change turned, as far as somebody may see it and wants to. */
export interface TurnedRulings {
  readonly registerSequence: number
  readonly at: Moment
  readonly turns: readonly Omit<TurnFact, 'suspension'>[]
}

const PRACTICES_MAX = 10_000

const audienceOf = ({ actor, maker }: StreamContext): Audience => {
  const { database, follower, clock } = maker
  const register = follower.current
  return { actor, register, database, nowMs: Math.max(clock.nowMs(), toMs(register.head.at)) }
}

/** Refuses who asks for others' practices by naming whose they are. */
const refuseOthers = (audience: Audience, { practices, supplier, region }: Wanted): void => {
  const { actor, register, nowMs } = audience
  if (supplier && actor.role === 'PARTNER' && supplier !== actor.supplier) {
    throw new Refusal('FORBIDDEN', 'A supplier is told of the practices it serves, and no others.')
  }
  if (region) mustFind(register, 'region', region)
  if (region && !mayActIn(actor, register, region, nowMs)) {
    throw new Refusal('FORBIDDEN', `Region ${region} is not in ${actor.region ?? 'your region'}.`)
  }
  if (practices && practices.length > PRACTICES_MAX) {
    throw invalid('practices', `At most ${PRACTICES_MAX} practices are named at once.`)
  }
}

const wants = (
  { register, nowMs }: Audience,
  { supplier, region }: Wanted,
  named: ReadonlySet<string> | null,
  odsCode: string,
): boolean => {
  if (named && !named.has(odsCode)) return false
  const practice = register.get('practice', odsCode)
  if (!practice) return false
  const dossier = dossierOf(register, practice)
  const served = (term: { supplier: string; fromMs: number; toMs: number }) =>
    term.supplier === supplier && contains(term, nowMs)
  return (
    (!supplier || dossier.suppliers.some(served)) &&
    (!region || whereabouts(dossier, nowMs).path.regions.includes(region))
  )
}

const turnedFor = (
  audience: Audience,
  wanted: Wanted,
  named: ReadonlySet<string> | null,
  { sequence, at, turns }: ToldChange,
): TurnedRulings | null => {
  const told = turnsSeenBy(audience, ofRulings(turns)).flatMap((turn) => {
    const practices = turn.practices.filter((code) => wants(audience, wanted, named, code))
    return practices.length > 0 ? [{ ...turn, practices }] : []
  })
  return told.length > 0 ? { registerSequence: sequence, at, turns: told } : null
}

async function* turned(context: StreamContext, wanted: Wanted): AsyncGenerator<TurnedRulings> {
  const named = wanted.practices ? new Set(wanted.practices) : null
  for await (const change of context.feed.changes(context.signal)) {
    // Rulings are answered in between, however many are connected.
    await setImmediate()
    // Whose a practice is by now decides, and not whose it was when the connection began.
    const told = turnedFor(audienceOf(context), wanted, named, change)
    if (told) yield told
  }
}

/** What changes turn from now on, until the connection ends; or a refusal. */
export const rulingsTurned = (
  context: StreamContext,
  wanted: Wanted,
): AsyncGenerator<TurnedRulings> => {
  refuseOthers(audienceOf(context), wanted)
  return turned(context, wanted)
}
