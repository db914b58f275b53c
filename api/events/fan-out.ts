import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ToldChange } from '../changes/outbox.js'
import type { ChangeMaker } from '../changes/make-change.js'
import { DAY_MS, toMoment, toMs } from '../kernel/moment.js'
import type { Query } from '../register/fold.js'
import { received } from '../assurances/may-read.js'
import { lapsesAt, stateOf } from '../changes/proposal.decision.js'
import { breaks } from '../rules/breaks.js'
import { rulerOf } from '../rules/ruler.js'
import { endpointsOf, type Endpoint, type Queried } from './endpoint.js'
import { EVENT_NAMES, happeningsOf, type Happening } from './happening.js'
import { toldTo, type Audience } from './told-to.js'

/** Held by the process that works out who is told of what: one at a time, in the ledger's order. */
const FAN_OUT_LOCK = 0x486f6c67
const CHANGES_AT_ONCE = 20

const WAITING = `
SELECT sequence, first, at, turns FROM outbox
WHERE NOT "fannedOut" AND sequence <= $1 ORDER BY sequence LIMIT $2`

const KEEP = `
INSERT INTO delivery (id, endpoint, event, subject, sequence, payload, state, attempts,
  "firstDueAt", "nextAttemptAt")
VALUES ($1, $2, $3, $4, $5, $6, 'WAITING', 0, $7, $7)
ON CONFLICT (endpoint, event, subject)`
const ONCE = `${KEEP} DO NOTHING`
const AGAIN = `${KEEP} DO UPDATE SET payload = excluded.payload, state = 'WAITING', attempts = 0,
  "firstDueAt" = excluded."firstDueAt", "nextAttemptAt" = excluded."nextAttemptAt",
  "endedAt" = NULL, fault = NULL`

/** Real time, by which messages are tried again; the clock of a demonstration stands elsewhere. */
export interface RealTime {
  readonly realNowMs: number
}

/** By what it is decided who may be told what: the register as it is now. */
export type Standing = Omit<Audience, 'actor'>

const standingOf = ({ database, follower, clock }: ChangeMaker): Standing => {
  const register = follower.current
  return { database, register, nowMs: Math.max(clock.nowMs(), toMs(register.head.at)) }
}

/** Mail of a breach goes to those it was promised to, and not to all who may read of it. */
const isPromised = ({ register }: Standing, { kind, owner }: Endpoint, about: Happening) => {
  if (kind !== 'MAIL' || about.event !== 'BREACH_RECORDED') return true
  const breach = about.fact
  const ruler = breach.programme && rulerOf(register, breach.programme, toMs(register.head.at))
  return [...register.all('assurance')].some(
    (each) =>
      received(each, owner.organisation) &&
      (breach.kind === 'PURDAH' ? breach.of === each.id : ruler && breaks(ruler, breach, each)),
  )
}

/** Writes down what an endpoint is to be told of a happening; again, where it is a replay. */
export const keepDelivery = async (
  standing: Standing,
  { into, endpoint, happening, replay, realNowMs }: RealTime & {
    readonly into: Queried
    readonly endpoint: Endpoint
    readonly happening: Happening
    readonly replay: boolean
  },
): Promise<void> => {
  const { event, subject, sequence, at } = happening
  if (!endpoint.events.includes(event)) return
  if (!isPromised(standing, endpoint, happening)) return
  const told = await toldTo({ ...standing, actor: endpoint.owner }, happening)
  if (told === null) return
  const data = { registerSequence: sequence, ...told }
  const payload = JSON.stringify({ type: EVENT_NAMES[event], timestamp: at, data })
  await into.query(replay ? AGAIN : ONCE, [
    randomUUID(), endpoint.id, event, subject, sequence, payload, toMoment(realNowMs),
  ])
}

const queryOf = (manager: EntityManager): Query => (sql, parameters) =>
  manager.query(sql, [...parameters])

const fanOutChanges = async (
  standing: Standing,
  manager: EntityManager,
  changes: readonly ToldChange[],
  { realNowMs }: RealTime,
): Promise<void> => {
  const endpoints = await endpointsOf(manager)
  for (const change of endpoints.length > 0 ? changes : []) {
    for (const happening of await happeningsOf(queryOf(manager), change)) {
      for (const endpoint of endpoints.filter(({ since }) => since < change.sequence)) {
        const telling = { into: manager, endpoint, happening, replay: false, realNowMs }
        await keepDelivery(standing, telling)
      }
    }
  }
  await manager.query('UPDATE outbox SET "fannedOut" = true WHERE sequence = ANY($1)', [
    changes.map(({ sequence }) => sequence),
  ])
}

/**
 * Works out, for some changes that nobody was told of, who is to be told what, and writes it down:
 * all of it, or none. Answers whether there were any.
 */
export const fanOut = (maker: ChangeMaker, time: RealTime): Promise<boolean> =>
  maker.database.transaction(async (manager) => {
    const [{ mine }] = await manager.query<[{ mine: boolean }]>(
      'SELECT pg_try_advisory_xact_lock($1) AS mine',
      [FAN_OUT_LOCK],
    )
    if (!mine) return false
    const { sequence } = maker.follower.current.head
    type Row = Omit<ToldChange, 'at'> & { readonly at: Date }
    const rows = await manager.query<Row[]>(WAITING, [sequence, CHANGES_AT_ONCE])
    if (rows.length === 0) return false
    const changes = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    await fanOutChanges(standingOf(maker), manager, changes, time)
    return true
  })

/** How long before it lapses those whose signature is missing are asked again, once. */
const REMINDED_DAYS = 7

/** Asks once more for signatures, as a proposal is about to lapse without them. */
export const remindOfLapses = async (maker: ChangeMaker, time: RealTime): Promise<void> => {
  const standing = standingOf(maker)
  const { register, nowMs, database } = standing
  const soonMs = nowMs + REMINDED_DAYS * DAY_MS
  const lapsing = [...register.all('proposal')].filter(
    (each) => stateOf(each, nowMs) === 'AWAITING' && toMs(lapsesAt(each)) <= soonMs,
  )
  if (lapsing.length === 0) return
  const { sequence, at } = register.head
  for (const endpoint of await endpointsOf(database)) {
    for (const fact of lapsing) {
      const event = 'PROPOSAL_LAPSES_SOON' as const
      const happening = { event, fact, subject: fact.id, sequence, at }
      await keepDelivery(standing, { into: database, endpoint, happening, replay: false, ...time })
    }
  }
}
