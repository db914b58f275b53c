import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { ChangeMaker } from '../changes/make-change.js'
import { SECOND_MS } from '../kernel/moment.js'
import { measured } from '../watch/metrics.js'
import { answerFailure, send } from './send.js'

const DEPTH = `
SELECT 'to-fan-out' AS state, count(*)::int AS depth FROM outbox WHERE NOT "fannedOut"
UNION ALL SELECT 'waiting', count(*)::int FROM delivery WHERE state = 'WAITING'
UNION ALL SELECT 'dead', count(*)::int FROM delivery WHERE state = 'DEAD'`

/** How much is still to be told. While the database does not answer, nobody knows. */
const outbox = ({ database }: ChangeMaker, registry: Registry): void => {
  new Gauge({
    name: 'holdfast_outbox',
    help: 'Changes to be fanned out, messages that wait to be delivered, and those given up.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const unknown = [{ state: 'unknown', depth: Number.NaN }]
      const rows = await database.query<typeof unknown>(DEPTH).catch(() => unknown)
      for (const { state, depth } of rows) this.set({ state }, depth)
    },
  })
}

/** What the process is like as it is asked: its register, and Node's own memory and delays. */
const standing = (maker: ChangeMaker): Registry => {
  const registry = new Registry()
  const { follower } = maker
  outbox(maker, registry)
  new Gauge({
    name: 'holdfast_register_lag_seconds',
    help: 'Seconds since the head of the ledger was last confirmed.',
    registers: [registry],
    collect() {
      this.set(follower.lagMs / SECOND_MS)
    },
  })
  new Gauge({
    name: 'holdfast_register_sequence',
    help: 'The entry of the ledger that the register has reached.',
    registers: [registry],
    collect() {
      this.set(follower.current.head.sequence)
    },
  })
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Tells metrics at `/metrics`, on a port that clients need not reach. */
export const createMetricsServer = (maker: ChangeMaker): Server => {
  const all = Registry.merge([measured, standing(maker)])
  return createServer((request, response) => {
    if (request.url !== '/metrics') {
      send(response, 404, 'Metrics are at /metrics.\n')
      return
    }
    all.metrics().then(
      (text) => send(response, 200, text, { 'content-type': all.contentType }),
      (error: unknown) => answerFailure(response, error),
    )
  })
}
