import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, type Client } from 'graphql-sse'
import { makeSigner, nowSeconds, serve, sign, type Served, type Signer } from '../access/served.js'
import { give, sign as signProposal } from '../world/story.js'
import { until } from '../world/until.js'
import { LIAISON, openOn, openWorld, type OpenWorld, type World } from '../world/world.js'
import { ours, suspend, theirs } from './scene.js'

let world: World
/** Another process, that makes no change of its own. */
let other: OpenWorld
let issuer: Signer
let served: Served
const clients: Client[] = []

beforeAll(async () => {
  world = await openWorld('demonstration')
  other = await openOn(world.url, world.clock.at)
  issuer = await makeSigner('tests')
  served = await serve(other, [issuer])
})
afterAll(async () => {
  await served.close()
  await other.stop()
  await world.close()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose()
})

const PARTNER = { role: 'PARTNER', organisation: 'EMIS', supplier: 'EMIS', sub: 'emis' }
const QUERY = `subscription ($practices: [ID!], $supplier: ID, $region: ID) {
  rulingsChanged(practices: $practices, supplier: $supplier, region: $region) {
    registerSequence at turns { programme activity turn from until practices }
  }
}`

const tokenOf = (claims: object) => sign(issuer, claims)

interface Subscribed {
  readonly results: any[]
  /** What it was told of, by practice. */
  practices(): string[]
  readonly ended: Promise<unknown>
  next(count: number): Promise<void>
}

/** Subscribes as a partner's engineer would, with the library's own client. */
const subscribe = async (claims: object, variables = {}): Promise<Subscribed> => {
  const headers = { authorization: `Bearer ${await tokenOf(claims)}` }
  const url = `${served.address}/graphql/stream`
  let connected: () => void = () => undefined
  const connecting = new Promise<void>((resolve) => (connected = resolve))
  const client = createClient({ url, headers, retryAttempts: 0, on: { connected } })
  clients.push(client)
  const results: any[] = []
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe({ query: QUERY, variables }, {
      next: (result) => results.push(result),
      error: resolve,
      complete: () => resolve(null),
    })
  })
  await Promise.race([connecting, ended])
  return {
    results,
    ended,
    practices: () => results.flatMap(({ data }) => data.rulingsChanged.turns)
      .flatMap(({ practices }: any) => practices),
    next: (count) => until(() => results.length >= count),
  }
}

test('a suspension by another process reaches a subscriber, with its own practices', async () => {
  const subscribed = await subscribe(PARTNER)
  await suspend(world, [ours[0]!, theirs[0]!])
  await subscribed.next(1)
  const at = world.clock.at
  expect(subscribed.results).toEqual([{ data: { rulingsChanged: {
    registerSequence: world.follower.current.head.sequence,
    at,
    turns: [{
      programme: 'SCR', activity: 'UPLOAD', turn: 'REFUSED', from: at, until: null,
      practices: [ours[0]],
    }],
  } } }])
  const { rulingsChanged } = subscribed.results[0].data
  const ask = `{ ruling(practice: "${ours[0]}") { outcome registerSequence } }`
  const { ruling } = await other.must(ask, {}, { ...LIAISON, role: 'AUDITOR' })
  expect(ruling).toEqual({
    outcome: 'REFUSE', registerSequence: rulingsChanged.registerSequence,
  })
})

test('a proposal turns nothing until the last has signed', async () => {
  const { id, version } = await suspend(world, [ours[1]!])
  const subscribed = await subscribe(PARTNER)
  const { data } = await give(world, 'liftSuspension', { id, version })
  await suspend(world, [ours[2]!])
  await subscribed.next(1)
  expect(subscribed.practices()).toEqual([ours[2]])
  await signProposal(world, data.liftSuspension.proposal.id)
  await subscribed.next(2)
  expect(subscribed.results[1].data.rulingsChanged.turns).toMatchObject([
    { turn: 'PERMITTED', practices: [ours[1]] },
  ])
})

describe('who is told what', () => {
  /** Suspends one practice after another; a subscriber is told of those, and of no others. */
  const expectTold = async (
    claims: object, variables: object, suspended: string[], told: string[],
  ) => {
    const subscribed = await subscribe(claims, variables)
    const auditor = await subscribe({ role: 'AUDITOR', organisation: 'NAO', sub: 'a' })
    for (const code of suspended) await suspend(world, [code])
    await auditor.next(suspended.length)
    await until(() => subscribed.practices().length >= told.length)
    // What should never come has a while to come.
    await pause(50)
    expect(subscribed.practices()).toEqual(told)
  }

  test('a supplier, of those it serves and no others, whatever it names', async () => {
    const [mine, foreign] = [ours[3]!, theirs[3]!]
    const practices = [mine, foreign, 'Z99999']
    await expectTold(PARTNER, { practices }, [foreign, mine], [mine])
  })

  test('a practice, of itself', async () => {
    const [mine, foreign] = [ours[4]!, theirs[4]!]
    const claims = { role: 'PRACTICE', organisation: mine }
    await expectTold(claims, {}, [foreign, mine], [mine])
  })

  test('a regional lead, of its own region', async () => {
    const lead = (region: string) => ({ role: 'REGIONAL_LEAD', organisation: region, region })
    await expectTold(lead('5HQ'), {}, [ours[5]!], [ours[5]!])
    await expectTold(lead('5NT'), {}, [ours[6]!], [])
  })

  test('an auditor, of what is named: practices, supplier, region', async () => {
    const auditor = { role: 'AUDITOR' }
    await expectTold(auditor, { supplier: 'TPP' }, [ours[7]!, theirs[5]!], [theirs[5]!])
    await expectTold(auditor, { region: '5HQ' }, [ours[8]!], [ours[8]!])
    await expectTold(auditor, { region: '5NT' }, [ours[9]!], [])
    await expectTold(auditor, { practices: [ours[11]] }, [ours[10]!, ours[11]!], [ours[11]!])
  })

  test.each([
    ['another supplier', PARTNER, { supplier: 'TPP' }, 'FORBIDDEN'],
    ['another region', { role: 'REGIONAL_LEAD', region: '5HQ' }, { region: 'Q32' }, 'FORBIDDEN'],
    ['a region there is not', { role: 'AUDITOR' }, { region: 'ZZZ' }, 'NOT_FOUND'],
  ])('to ask for %s is refused by its code', async (_, claims, variables, code) => {
    const { results, ended } = await subscribe(claims, variables)
    await ended
    expect(results[0].errors[0].extensions.code).toBe(code)
  })
})

const post = async (query: string, headers: object = {}, path = '/graphql/stream') => {
  const response = await fetch(`${served.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
  })
  const text = await response.text()
  return { status: response.status, text }
}

describe('what is no subscription', () => {
  test.each([
    ['a query', '{ ledgerHead { sequence } }', /queries and mutations go to/],
    ['a mutation', 'mutation { x }', /queries and mutations go to/],
    ['no GraphQL', 'subscribe please', /one subscription/],
    ['a very long one', `${QUERY} #${'x'.repeat(5_000)}`, /at most 5000 characters/],
  ])('%s is answered with 400 and told where to go', async (_, query, says) => {
    const authorization = `Bearer ${await tokenOf(PARTNER)}`
    const { status, text } = await post(query, { authorization })
    expect({ status, code: JSON.parse(text).errors[0].extensions.code }).toEqual({
      status: 400, code: 'BAD_REQUEST',
    })
    expect(text).toMatch(says)
  })

  test('a subscription without a token, or with a bad one, is not answered', async () => {
    expect((await post(QUERY)).status).toBe(401)
    expect((await post(QUERY, { authorization: 'Bearer a.b.c' })).status).toBe(401)
  })

  test('a subscription with a field there is not is told so', async () => {
    const authorization = `Bearer ${await tokenOf(PARTNER)}`
    const { text } = await post('subscription { rulingsChanged { secret } }', { authorization })
    expect(text).toMatch(/GRAPHQL_VALIDATION_FAILED/)
  })

  test('a subscription at /graphql is told where to go', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(PARTNER)}`, accept: '*/*' }
    const { status, text } = await post(QUERY, headers, '/graphql')
    expect({ status, text }).toEqual({ status: 400, text: expect.stringMatching(/graphql\/stream/) })
  })
})

describe('a stream ends', () => {
  test('in an orderly way as its token ends', async () => {
    const subscribed = await subscribe({ ...PARTNER, exp: nowSeconds() + 2 })
    expect(await subscribed.ended).toBeNull()
  })

  test('with its client, whose place is free again; ten are open at once', async () => {
    const claims = { ...PARTNER, sub: 'busy' }
    const ten = await Promise.all(Array.from({ length: 10 }, () => subscribe(claims)))
    const authorization = `Bearer ${await tokenOf(claims)}`
    const { status, text } = await post(QUERY, { authorization })
    expect({ status, text }).toEqual({ status: 429, text: expect.stringMatching(/LIMIT_REACHED/) })
    expect((await subscribe({ ...claims, sub: 'somebody else' })).results).toEqual([])
    for (const client of clients.splice(0)) client.dispose()
    expect(ten).toHaveLength(10)
    const stays = ({ ended }: Subscribed) => Promise.race([ended, Promise.resolve('open')])
    await until(async () => (await stays(await subscribe(claims))) === 'open')
  })

  test('as the process stops, and says that it is complete', async () => {
    const stopping = await serve(other, [issuer])
    const authorization = `Bearer ${await tokenOf({ ...PARTNER, sub: 'stopping' })}`
    const response = await fetch(`${stopping.address}/graphql/stream`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: QUERY }),
    })
    const text = response.text()
    await stopping.close()
    expect(await text).toMatch(/event: complete\ndata:\s*$/)
  })
})
