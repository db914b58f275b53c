import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMetricsServer } from '../../api/http/metrics-server.js'
import { makeSigner, serve, sign, type Served } from '../access/served.js'
import { openProxy, type Proxy } from '../rulings/proxy.js'
import { until } from '../world/until.js'
import {
  createDatabase, dropDatabase, fresh, openOn, type OpenWorld,
} from '../world/world.js'

let url: string
let proxy: Proxy
let world: OpenWorld
let served: Served
let metrics: Server
let authorization: string

beforeAll(async () => {
  url = await createDatabase('demonstration')
  proxy = await openProxy(url)
  world = await openOn(proxy.url, '2010-04-22T09:00:00.000Z')
  const issuer = await makeSigner('tests')
  served = await serve(world, [issuer])
  authorization = `Bearer ${await sign(issuer, { role: 'PARTNER', supplier: 'EMIS' })}`
  metrics = createMetricsServer(world.maker).listen(0, '127.0.0.1')
  await once(metrics, 'listening')
})
afterAll(async () => {
  jest.restoreAllMocks()
  proxy.restore()
  metrics.close()
  await served.close()
  await world.stop()
  await proxy.close()
  await dropDatabase(url)
})

const get = async (path: string) => {
  const response = await fetch(`${served.address}${path}`)
  const body: any = await response.json()
  return { status: response.status, body }
}

const scrape = async (path = '/metrics') => {
  const { port } = metrics.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  return { status: response.status, text: await response.text() }
}

/** The number a metric has; 0 where it was not counted yet. */
const valueOf = async (metric: string): Promise<number> => {
  const line = (await scrape()).text.split('\n').find((each) => each.startsWith(`${metric} `))
  return Number(line?.slice(metric.length) ?? 0)
}

const BOLTON = 'DEMO0589'
const MANCHESTER = 'DEMO1513'
const ask = (practices: readonly string[]) =>
  served.post(
    'query ($practices: [ID!]!) { rulings(practices: $practices) { outcome } }',
    { authorization },
    { practices },
  )

/** What a question adds to a metric. */
const added = async (metric: string, work: () => Promise<unknown>): Promise<number> => {
  const before = await valueOf(metric)
  await work()
  return (await valueOf(metric)) - before
}

describe('metrics', () => {
  test.each([
    ['holdfast_rulings_total{outcome="PERMIT"}', 2],
    ['holdfast_rulings_total{outcome="REFUSE"}', 1],
    ['holdfast_ruling_reasons_total{code="SUSPENDED"}', 1],
    ['holdfast_ruling_seconds_count', 1],
    ['holdfast_request_seconds_count{path="/graphql",status="200"}', 1],
  ])('%s grows by %d when two permitted practices and a held one are asked about', async (
    metric, by,
  ) => {
    expect(await added(metric, () => ask([BOLTON, MANCHESTER, BOLTON]))).toBe(by)
  })

  test('refusals are counted by code, whether of a token or of a query', async () => {
    const badToken = () => served.post('{ viewer { role } }', { authorization: 'Bearer x' })
    expect(await added('holdfast_refusals_total{code="UNAUTHENTICATED"}', badToken)).toBe(1)
    const forbidden = () => served.post('{ refusedAttempts { totalCount } }', { authorization })
    expect(await added('holdfast_refusals_total{code="FORBIDDEN"}', forbidden)).toBe(1)
  })

  test('what strangers try makes no metrics of its own', async () => {
    const stray = () => fetch(`${served.address}/no-such-path`)
    expect(await added('holdfast_request_seconds_count{path="other",status="404"}', stray)).toBe(1)
    expect((await scrape()).text).not.toMatch(/no-such-path/)
  })

  test('the register’s place and lag are told as they are', async () => {
    const { sequence } = world.follower.current.head
    expect(await valueOf('holdfast_register_sequence')).toBe(sequence)
    expect(await valueOf('holdfast_register_lag_seconds')).toBeGreaterThan(0)
  })

  test('they are told at their own port alone, and nothing else is there', async () => {
    expect((await fetch(`${served.address}/metrics`)).status).toBe(404)
    expect((await scrape('/graphql')).status).toBe(404)
  })
})

describe('health', () => {
  test('a process is live and ready while its database answers', async () => {
    expect(await get('/livez')).toEqual({ status: 200, body: { live: true } })
    await fresh(world.follower)
    const { status, body } = await get('/readyz')
    expect({ status, ready: body.ready, wrong: body.wrong }).toEqual({
      status: 200, ready: true, wrong: [],
    })
    expect(body.registerSequence).toBe(world.follower.current.head.sequence)
  })

  test.each([
    ['cut off from', 'cut', /^The database refuses to answer\.$/],
    ['kept waiting by', 'stall', /^The database does not answer within 1500 ms\.$/],
  ] as const)('one %s its database is live, and says why it is not ready', async (_, how, says) => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    proxy[how]()
    await until(() => world.follower.isStale)
    const { status, body } = await get('/readyz')
    expect({ status, ready: body.ready }).toEqual({ status: 503, ready: false })
    expect(body.wrong).toEqual([
      expect.stringMatching(says),
      "The ledger's head has not been confirmed for 2000 ms.",
    ])
    expect(body.lagMs).toBeGreaterThan(2_000)
    expect((await get('/livez')).status).toBe(200)
    proxy.restore()
    await until(async () => (await get('/readyz')).status === 200)
  })
})
