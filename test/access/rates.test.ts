import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Rates } from '../../api/http/rates.js'
import { openWorld, type World } from '../world/world.js'
import { makeSigner, serve, sign, type Served, type Signer } from './served.js'

const WIDE = { requests: 1_000, anonymousRequests: 1_000, changes: 1_000, previews: 1_000 }

let world: World
let issuer: Signer
let served: Served
let authorization: string
let another: string

beforeAll(async () => {
  world = await openWorld('demonstration')
  issuer = await makeSigner('tests')
  authorization = `Bearer ${await sign(issuer, { role: 'PROGRAMME_ADMIN' })}`
  another = `Bearer ${await sign(issuer, { role: 'PROGRAMME_ADMIN', sub: 'john' })}`
})
afterEach(async () => {
  jest.restoreAllMocks()
  await served.close()
})
afterAll(() => world.close())

const limitedTo = async (budgets: Partial<typeof WIDE>, proxies = 0): Promise<void> => {
  served = await serve(world, [issuer], { rates: new Rates({ ...WIDE, ...budgets }, proxies) })
}

const answerOf = async (response: Response) => {
  const { data, errors = [] }: any = await response.json()
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    data,
    code: (errors[0]?.extensions.code as string | undefined) ?? null,
    details: errors[0]?.extensions,
  }
}
const ask = async (headers: Record<string, string>, query = '{ __typename }', variables = {}) =>
  answerOf(await served.post(query, headers, variables))
const statuses = async (many: number, headers: Record<string, string>): Promise<number[]> => {
  const all: number[] = []
  for (let n = 0; n < many; n += 1) all.push((await ask(headers)).status)
  return all
}

const ORGANISATION = `mutation ($name: String!, $preview: Boolean!) {
  recordOrganisation(preview: $preview, input: { code: "ZZ8", name: $name, reason: "A test." }) {
    status } }`
const IMPOSE = `mutation ($preview: Boolean!) {
  imposeSuspension(preview: $preview, input: { programme: "SCR", strength: BINDING,
    scope: [{ activities: [UPLOAD] }], reason: "A test." }) { status } }`
const impose = (preview: boolean, by = authorization) =>
  ask({ authorization: by }, IMPOSE, { preview })

describe('requests', () => {
  test('of one client are limited, and say when there are more', async () => {
    await limitedTo({ requests: 3 })
    expect(await statuses(3, { authorization })).toEqual([200, 200, 200])
    const refused = await ask({ authorization })
    expect(refused).toMatchObject({ status: 429, data: undefined, code: 'RATE_LIMITED' })
    expect(Number(refused.retryAfter)).toBeGreaterThan(50)
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60)
    expect(refused.details.retryAfterSeconds).toBe(Number(refused.retryAfter))
  })

  test('for the whole table count as what it holds, though nothing in it is new', async () => {
    await limitedTo({ requests: 1_000 })
    const table = (headers: Record<string, string> = {}) =>
      fetch(`${served.address}/rulings.csv`, { headers: { authorization, ...headers } })
    const { headers } = await table()
    const etag = String(headers.get('etag'))
    expect((await table({ 'if-none-match': etag })).status).toBe(304)
    expect((await table({ 'if-none-match': etag })).status).toBe(429)
    expect((await ask({ authorization })).status).toBe(429)
  })

  test('to replay into a webhook count as what has to be worked out', async () => {
    await limitedTo({ requests: 401 })
    const replay = `mutation { replayWebhook(input: {
      id: "00000000-0000-4000-8000-000000000000", fromSequence: 1, toSequence: 2 }) { changes } }`
    expect(await ask({ authorization }, replay)).toMatchObject({ status: 200, code: 'NOT_FOUND' })
    expect((await ask({ authorization }, replay)).status).toBe(429)
  })

  test('of others go on meanwhile', async () => {
    await limitedTo({ requests: 1, anonymousRequests: 1 })
    expect(await statuses(2, { authorization })).toEqual([200, 429])
    expect(await statuses(2, { authorization: another })).toEqual([200, 429])
    expect(await statuses(2, {})).toEqual([200, 429])
  })

  test('are there again when the time has passed, and not before', async () => {
    await limitedTo({ requests: 1 })
    const began = Date.now()
    const clock = jest.spyOn(Date, 'now').mockReturnValue(began)
    expect(await statuses(2, { authorization })).toEqual([200, 429])
    clock.mockReturnValue(began + 59_999)
    expect(await statuses(1, { authorization })).toEqual([429])
    clock.mockReturnValue(began + 60_000)
    expect(await statuses(1, { authorization })).toEqual([200])
  })

  test('with a bad token are those of their address', async () => {
    await limitedTo({ anonymousRequests: 2 })
    expect(await statuses(2, { authorization: 'Bearer a.b.c' })).toEqual([401, 401])
    expect(await statuses(1, { authorization: 'Bearer a.b.c' })).toEqual([429])
    expect(await statuses(1, { authorization })).toEqual([200])
  })

  test('count as many where they ask for much', async () => {
    await limitedTo({ requests: 80 })
    const practices = Array.from({ length: 8_046 }, (_, n) => `DEMO${String(n).padStart(4, '0')}`)
    const query = `query ($practices: [ID!]!) { rulings(practices: $practices) { outcome } }`
    expect((await ask({ authorization }, query, { practices })).status).toBe(200)
    expect((await ask({ authorization }, query, { practices })).status).toBe(200)
    const refused = await ask({ authorization }, query, { practices })
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED', data: undefined })
    expect(refused.retryAfter).toMatch(/^\d+$/)
  })

  test('that count more than all there is are answered as the first of a minute', async () => {
    await limitedTo({ requests: 20 })
    const practices = Array.from({ length: 8_046 }, (_, n) => `DEMO${String(n).padStart(4, '0')}`)
    const query = `query ($practices: [ID!]!) { rulings(practices: $practices) { outcome } }`
    expect((await ask({ authorization }, query, { practices })).status).toBe(200)
    expect((await ask({ authorization }, query, { practices })).status).toBe(429)
  })

  test('for the page to try queries on are counted', async () => {
    await limitedTo({ anonymousRequests: 1 })
    const page = async () => {
      const response = await fetch(`${served.address}/graphiql`)
      await response.arrayBuffer()
      return response.status
    }
    expect([await page(), await page()]).toEqual([200, 429])
  })

  test('are told apart by their address behind a proxy of ours, and only then', async () => {
    await limitedTo({ anonymousRequests: 1 }, 1)
    const from = (address: string) => statuses(1, { 'x-forwarded-for': address })
    expect(await from('10.0.0.1')).toEqual([200])
    expect(await from('10.0.0.2')).toEqual([200])
    // What stands before the proxy's own word, anybody may have written.
    expect(await from('10.0.0.3, 10.0.0.2')).toEqual([429])
    expect(await from('2001:db8:1:2::1')).toEqual([200])
    expect(await from('2001:db8:1:2:ffff::7')).toEqual([429])
    expect(await from('2001:db8:1:3::1')).toEqual([200])
    await served.close()
    await limitedTo({ anonymousRequests: 1 })
    expect(await from('10.0.0.1')).toEqual([200])
    expect(await from('10.0.0.2')).toEqual([429])
  })
})

describe('changes and previews have budgets of their own', () => {
  test('previews run out, and a suspension is imposed all the same', async () => {
    await limitedTo({ previews: 1 })
    expect((await impose(true)).status).toBe(200)
    const refused = await impose(true)
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(refused.retryAfter).toMatch(/^\d+$/)
    expect((await impose(false)).data.imposeSuspension.status).toBe('APPLIED')
  })

  test('changes run out, and rulings go on; nothing is done or kept', async () => {
    await limitedTo({ changes: 1 })
    const change = (name: string) =>
      ask({ authorization }, ORGANISATION, { name, preview: false })
    expect((await change('One')).status).toBe(200)
    const before = world.follower.current.head.sequence
    expect(await change('Two')).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(world.follower.current.head.sequence).toBe(before)
    const kept = await world.database.query(
      `SELECT FROM refused_attempt WHERE code = 'RATE_LIMITED'`,
    )
    expect(kept).toEqual([])
    expect(await statuses(1, { authorization })).toEqual([200])
    expect((await ask({ authorization: another }, ORGANISATION, {
      name: 'Three', preview: true,
    })).status).toBe(200)
  })
})

test('a suspension is imposed while previews of the whole country go on without end', async () => {
  await limitedTo({})
  let isImposed = false
  const previewOn = async (by: string) => {
    do expect((await impose(true, by)).code).toBeNull()
    while (!isImposed)
  }
  const previews = [authorization, another].flatMap((by) =>
    Array.from({ length: 3 }, () => previewOn(by)),
  )
  expect((await impose(false, another)).data.imposeSuspension.status).toBe('APPLIED')
  isImposed = true
  await Promise.all(previews)
})
