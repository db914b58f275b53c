import type { Clock } from '../kernel/clock.js'
import { SECOND_MS, toMoment } from '../kernel/moment.js'
import type { Delivery, Endpoint, Queried } from './endpoint.js'
import { nextAttemptMs } from './next-attempt.decision.js'

/** Sends what is due to an endpoint; answers what went wrong, or null. */
export type Send = (endpoint: Endpoint, delivery: Delivery, nowMs: number) => Promise<string | null>

const ENDPOINTS_AT_ONCE = 4
/** For how long an endpoint is one process's own. One that ends without a word leaves it then. */
const BUSY_FOR_MS = 60 * SECOND_MS
/** Nothing new is begun then: it is the turn of others, however much is waiting for this one. */
const LAST_BEGUN_MS = 2 * SECOND_MS

const CLAIM = `
UPDATE endpoint SET "busyUntil" = $2 WHERE id IN (
  SELECT id FROM endpoint
  WHERE "removedAt" IS NULL AND "busyUntil" <= $1 AND kind = ANY($3) AND EXISTS (
    SELECT FROM delivery
    WHERE endpoint = endpoint.id AND state = 'WAITING' AND "nextAttemptAt" <= $1)
  ORDER BY "busyUntil" LIMIT $4 FOR UPDATE SKIP LOCKED)
RETURNING *`
const RELEASE = 'UPDATE endpoint SET "busyUntil" = $2 WHERE id = $1'
const NEXT_DUE = `
SELECT * FROM delivery WHERE endpoint = $1 AND state = 'WAITING' AND "nextAttemptAt" <= $2
ORDER BY sequence, event DESC, subject LIMIT 1`
const RECORD = `
UPDATE delivery SET state = $2, attempts = $3, fault = $4, "nextAttemptAt" = $5, "endedAt" = $6
WHERE id = $1`

const record = async (
  database: Queried,
  delivery: Delivery,
  fault: string | null,
  nowMs: number,
): Promise<void> => {
  const attempts = delivery.attempts + 1
  const firstDueMs = delivery.firstDueAt.getTime()
  const nextMs =
    fault === null ? null : nextAttemptMs({ firstDueMs, nowMs, attempts, chance: Math.random() })
  const failed = nextMs === null ? 'DEAD' : 'WAITING'
  const state = fault === null ? 'DELIVERED' : failed
  const endedAt = state === 'WAITING' ? null : toMoment(nowMs)
  const next = toMoment(nextMs ?? nowMs)
  await database.query(RECORD, [delivery.id, state, attempts, fault, next, endedAt])
}

/** What delivering needs: a database, a way to send, and real time. */
export interface Delivering {
  readonly database: Queried
  readonly send: Send
  readonly kinds: readonly Endpoint['kind'][]
  readonly real: Clock
}

/** Tells one endpoint what is due, in the ledger's order; what failed waits and holds up nobody. */
const deliverTo = async (delivering: Delivering, endpoint: Endpoint): Promise<void> => {
  const { database, send } = delivering
  const begunMs = delivering.real.nowMs()
  for (;;) {
    const nowMs = delivering.real.nowMs()
    if (nowMs - begunMs > LAST_BEGUN_MS) break
    const [due] = await database.query<Delivery[]>(NEXT_DUE, [endpoint.id, toMoment(nowMs)])
    if (!due) break
    const fault = await send(endpoint, due, nowMs)
    await record(database, due, fault, delivering.real.nowMs())
  }
  await database.query(RELEASE, [endpoint.id, toMoment(delivering.real.nowMs())])
}

/**
 * Delivers what is due to some endpoints that no other process is busy with: each claims its own,
 * and passes over what others hold. Answers whether there was any.
 */
export const deliverDue = async (delivering: Delivering): Promise<boolean> => {
  const nowMs = delivering.real.nowMs()
  const [claimed] = await delivering.database.query<[Endpoint[], number]>(CLAIM, [
    toMoment(nowMs), toMoment(nowMs + BUSY_FOR_MS), delivering.kinds, ENDPOINTS_AT_ONCE,
  ])
  await Promise.all(claimed.map((endpoint) => deliverTo(delivering, endpoint)))
  return claimed.length > 0
}
