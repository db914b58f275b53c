import type { EntityManager } from 'typeorm'
import type { Repeatable } from '../access/context.js'
import type { Actor } from '../kernel/actor.js'
import { invariant } from '../kernel/invariant.js'
import { toMoment, type Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'

type Database = Pick<EntityManager, 'query'>

/** A request that its client may send again, and whose it is. */
export interface OwnRequest {
  readonly actor: Actor
  readonly repeatable: Repeatable
}

const HOUR_MS = 3_600_000
/** How long a request is known by its name. */
export const KEPT_HOURS = 24

const FORGET = 'DELETE FROM acted_request WHERE at <= $1'
const ACT = `
INSERT INTO acted_request (issuer, subject, id, "bodyHash", run, at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (issuer, subject, id) DO UPDATE SET run = acted_request.run
RETURNING "bodyHash", run`
const FIND = `
SELECT "bodyHash", at, answer FROM acted_request
WHERE issuer = $1 AND subject = $2 AND id = $3 AND at > $4`
const KEEP = `
UPDATE acted_request SET answer = $5
WHERE issuer = $1 AND subject = $2 AND id = $3 AND run = $4`

const keptSince = (nowMs: number): Moment => toMoment(nowMs - KEPT_HOURS * HOUR_MS)

const refuseIfReused = ({ id, bodyHash }: Repeatable, known: string): void => {
  if (known === bodyHash) return
  throw new Refusal(
    'REQUEST_ID_REUSED',
    `The X-Request-ID ${id} was given to another request. A new request needs a new one.`,
    { requestId: id },
  )
}

/** The refusal of a request that has acted, where nobody can tell any more what it was answered. */
export const answerLost = ({ id }: Repeatable): Refusal =>
  new Refusal(
    'ANSWER_LOST',
    `The request ${id} was carried out, and does nothing more; its answer was not kept. ` +
      'Read what it changed.',
    { requestId: id },
  )

/**
 * Says, in the transaction of a change, that its request acts. What has acted in an earlier run is
 * refused before it does anything: the two commit together, so a failure in between leaves neither.
 */
export const actOnce = async (
  database: Database,
  { actor: { issuer, subject }, repeatable }: OwnRequest,
  nowMs: number,
): Promise<void> => {
  const { id, bodyHash, run } = repeatable
  await database.query(FORGET, [keptSince(nowMs)])
  const values = [issuer, subject, id, bodyHash, run, toMoment(nowMs)]
  const [known] = await database.query<{ bodyHash: string; run: string }[]>(ACT, values)
  invariant(known, 'a request that was entered and is not there')
  if (known.run === run) return
  refuseIfReused(repeatable, known.bodyHash)
  repeatable.acted = 'BEFORE'
  throw answerLost(repeatable)
}

/**
 * What is known of a request that has acted: its answer, null while that is not kept; undefined
 * where it has not acted. Another request by its name is refused.
 */
export const findAnswer = async (
  database: Database,
  { actor: { issuer, subject }, repeatable }: OwnRequest,
  nowMs: number,
): Promise<object | null | undefined> => {
  const values = [issuer, subject, repeatable.id, keptSince(nowMs)]
  const [known] = await database.query<{ bodyHash: string; answer: object | null }[]>(FIND, values)
  if (!known) return undefined
  refuseIfReused(repeatable, known.bodyHash)
  return known.answer
}

/** Keeps what a request was answered that has acted. */
export const keepAnswer = async (
  database: Database,
  { actor: { issuer, subject }, repeatable: { id, run } }: OwnRequest,
  answer: object,
): Promise<void> => {
  await database.query(KEEP, [issuer, subject, id, run, JSON.stringify(answer)])
}
