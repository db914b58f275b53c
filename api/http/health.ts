import type { ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { ChangeMaker } from '../changes/make-change.js'
import { STALE_AFTER_MS } from '../register/follower.js'
import { send } from './send.js'

const ANSWER_WITHIN_MS = 1_500
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** What a process has to say of its readiness. */
interface Readiness {
  readonly ready: boolean
  readonly registerSequence: number
  /** Since when the ledger's head is not confirmed; null where it never was. */
  readonly lagMs: number | null
  /** What keeps it from being ready, each in a sentence. */
  readonly wrong: readonly string[]
}

const faultOf = async ({ database }: ChangeMaker): Promise<string[]> => {
  const silent = new AbortController()
  const given = after(ANSWER_WITHIN_MS, `does not answer within ${ANSWER_WITHIN_MS} ms`, silent)
  const asked = database.query('SELECT 1').then(
    () => null,
    // What the database says may hold an address or a name; that is for the log.
    () => 'refuses to answer',
  )
  const fault = await Promise.race([asked, given])
  silent.abort()
  given.catch(() => undefined)
  return fault === null ? [] : [`The database ${fault}.`]
}

const readinessOf = async (maker: ChangeMaker): Promise<Readiness> => {
  const database = await faultOf(maker)
  const { isStale, lagMs, current } = maker.follower
  const lag = Number.isFinite(lagMs) ? Math.round(lagMs) : null
  const late = `The ledger's head has not been confirmed for ${STALE_AFTER_MS} ms.`
  const wrong = [...database, ...(isStale ? [late] : [])]
  const { sequence } = current.head
  return { ready: wrong.length === 0, registerSequence: sequence, lagMs: lag, wrong }
}

/** Whether the process answers at all: this is its answer. */
export const sendLiveness = async (response: ServerResponse): Promise<void> =>
  send(response, 200, '{"live":true}\n', JSON_TYPE)

/** Whether it may be asked: its database answers and its register is fresh. */
export const sendReadiness = async (
  maker: ChangeMaker,
  response: ServerResponse,
): Promise<void> => {
  const readiness = await readinessOf(maker)
  send(response, readiness.ready ? 200 : 503, `${JSON.stringify(readiness)}\n`, JSON_TYPE)
}
