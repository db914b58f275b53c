import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { once } from 'node:events'
import { request } from 'node:http'
import { Authenticator } from '../../api/access/authenticate.js'
import { DAY_MS } from '../../api/kernel/moment.js'
import { commandsOf } from '../../api/kernel/mutations.js'
import { Role } from '../../api/kernel/vocabulary.js'
import { openWorld, type World } from '../world/world.js'
import { until } from '../world/until.js'
import { later } from './later.js'
import { makeSigner, nowSeconds, serve, sign, type Served, type Signer } from './served.js'

const VIEWER = '{ viewer { issuer subject organisation roles region supplier commands } }'

let world: World
let served: Served
let department: Signer
/** An issuer that vouches for one practice, and gives one role. */
let narrow: Signer

beforeAll(async () => {
  department = await makeSigner('https://tokens.department.example')
  narrow = await makeSigner('https://tokens.practice.example', {
    roles: ['PRACTICE'],
    organisations: ['DEMO0415'],
  })
  world = await openWorld('demonstration')
  served = await serve(world, [department, narrow])
})
afterAll(async () => {
  await served.close()
  await world.close()
})
afterEach(() => {
  jest.useRealTimers()
})

const ask = async (query: string, authorization?: string) => {
  const response = await served.post(query, authorization ? { authorization } : {})
  const { data, errors = [] }: any = await response.json()
  return { response, status: response.status, data, errors, code: errors[0]?.extensions.code }
}

const asAdmin = (claims: object = {}): Promise<string> =>
  sign(department, { role: 'PROGRAMME_ADMIN', ...claims })

const PAGE = '(first: 1) { totalCount edges { node'

describe('without a token', () => {
  test.each([
    ['a region', '{ region(code: "5HQ") { code name kind ancestors { code } } }'],
    ['the regions', `{ regions${PAGE} { code } } } }`],
    ['the rollouts', `{ rollouts${PAGE} { id classification region { code } } } } }`],
    ['the suspensions', `{ suspensions${PAGE} { id reason signatories { code } } } } }`],
    ['the programmes', `{ programmes${PAGE} { code termsAt { noticeDaysMin } } } } }`],
    ['how many may', '{ region(code: "Q31") { rulingCounts { permitted refused } } }'],
    ['where the ledger ends', '{ ledgerHead { sequence at root } }'],
  ])('anybody may read %s', async (_, query) => {
    const { status, data, errors } = await ask(query)
    expect({ status, errors }).toEqual({ status: 200, errors: [] })
    expect(Object.values(data as object)[0]).not.toBeNull()
  })

  test('nobody is the viewer', async () => {
    expect((await ask(VIEWER)).data).toEqual({ viewer: null })
  })

  test.each([
    ['a practice', '{ practice(odsCode: "DEMO0415") { name } }'],
    ['the practices', `{ practices${PAGE} { name } } } }`],
    ['the practices of a region', `{ region(code: "5HQ") { practices${PAGE} { name } } } } }`],
    ['the organisations', `{ organisations${PAGE} { name } } } }`],
    ['the ledger', `{ ledgerEntries${PAGE} { root } } } }`],
    ['a ruling', '{ ruling(practice: "DEMO0415") { outcome } }'],
    ['rulings', '{ rulings(practices: []) { outcome } }'],
  ])('nobody is told %s', async (_, query) => {
    const { data, errors, code } = await ask(query)
    expect(code).toBe('UNAUTHENTICATED')
    expect(errors).toHaveLength(1)
    expect(JSON.stringify(data)).not.toMatch(/name|outcome|root/)
  })

  test('nobody changes anything', async () => {
    const before = world.follower.current.head.sequence
    const input = '{ id: "S-1", version: 1, reason: "None." }'
    for (const name of ['liftSuspension', 'startRollout', 'endRollout']) {
      const { data, code } = await ask(`mutation { ${name}(input: ${input}) { status } }`)
      expect({ data, code }).toEqual({ data: null, code: 'UNAUTHENTICATED' })
    }
    expect(world.follower.current.head.sequence).toBe(before)
  })
})

describe('a token that counts', () => {
  test.each(Object.values(Role))('tells a %s who they are and what they may do', async (role) => {
    const claims = { role, organisation: 'EMIS', region: 'Q36', supplier: 'EMIS' }
    const { data } = await ask(VIEWER, `Bearer ${await sign(department, claims)}`)
    expect(data.viewer).toEqual({
      issuer: department.issuer,
      subject: 'jane',
      organisation: 'EMIS',
      roles: [role],
      region: role === 'REGIONAL_LEAD' ? 'Q36' : null,
      supplier: role === 'PARTNER' ? 'EMIS' : null,
      commands: commandsOf(role),
    })
  })

  test('may come under the word in small letters', async () => {
    const { data } = await ask(VIEWER, `bearer ${await asAdmin()}`)
    expect(data.viewer.subject).toBe('jane')
  })

  test('of an issuer for one practice speaks for that practice', async () => {
    const token = await sign(narrow, { role: 'PRACTICE', organisation: 'DEMO0415' })
    const { data } = await ask(VIEWER, `Bearer ${token}`)
    expect(data.viewer).toMatchObject({ issuer: narrow.issuer, organisation: 'DEMO0415' })
  })

  test('speaks for its own bearer though another was there a moment ago', async () => {
    const tokens = await Promise.all(['one', 'two'].map((sub) => asAdmin({ sub })))
    const asked = [...tokens, ...tokens].map((token) => ask(VIEWER, `Bearer ${token}`))
    const subjects = (await Promise.all(asked)).map(({ data }) => data.viewer.subject)
    expect(subjects).toEqual(['one', 'two', 'one', 'two'])
  })
})

describe('time, which is real for tokens whatever the clock of the register says', () => {
  test('a token that ends while the request is on its way acts no more', async () => {
    const asked = jest.spyOn(Authenticator.prototype, 'authenticate')
    const authorization = `Bearer ${await asAdmin({ sub: 'slow' })}`
    const body = JSON.stringify({ query: VIEWER })
    const headers = { authorization, 'content-type': 'application/json' }
    const sent = request(`${served.address}/graphql`, { method: 'POST', headers })
    sent.write(body.slice(0, 5))
    await until(() => asked.mock.calls.length > 0)
    await asked.mock.results[0]!.value
    later(DAY_MS)
    sent.end(body.slice(5))
    const [response] = await once(sent, 'response')
    expect(response.statusCode).toBe(401)
    asked.mockRestore()
  })

  /** Stops the clock of this process at a second, and so many milliseconds. */
  const at = (seconds: number, ms = 0): void => {
    const doNotFake = [
      'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate',
      'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
    ] as const
    jest.useFakeTimers({ now: seconds * 1000 + ms, doNotFake: [...doNotFake] })
  }
  const SKEW_SECONDS = 5

  test.each([
    ['works until it expires', -1, 999, 200],
    ['works for five seconds more, for clocks that differ', SKEW_SECONDS - 1, 999, 200],
    ['ends there', SKEW_SECONDS, 0, 401],
  ])('a token %s', async (_, seconds, ms, status) => {
    const exp = nowSeconds() + 3600
    const authorization = `Bearer ${await asAdmin({ exp, sub: `${seconds} ${ms}` })}`
    at(exp + seconds, ms)
    expect((await ask(VIEWER, authorization)).status).toBe(status)
  })

  test.each([
    ['is early by more than five seconds', -SKEW_SECONDS - 1, 999, 401],
    ['is early by five seconds', -SKEW_SECONDS, 0, 200],
  ])('a token that %s', async (_, seconds, ms, status) => {
    const nbf = nowSeconds() + 600
    const authorization = `Bearer ${await asAdmin({ nbf })}`
    at(nbf + seconds, ms)
    expect((await ask(VIEWER, authorization)).status).toBe(status)
  })

  test('a token that expires while it is known stops working then', async () => {
    const exp = nowSeconds() + 3600
    const authorization = `Bearer ${await asAdmin({ exp, sub: 'known' })}`
    for (const second of [-3600, -1, SKEW_SECONDS - 1]) {
      at(exp + second)
      expect((await ask(VIEWER, authorization)).status).toBe(200)
    }
    at(exp + SKEW_SECONDS)
    expect((await ask(VIEWER, authorization)).status).toBe(401)
  })

  test('a token of today works in April 2010, and one of April 2010 does not', async () => {
    expect(new Date(world.clock.nowMs()).getUTCFullYear()).toBe(2010)
    expect((await ask(VIEWER, `Bearer ${await asAdmin()}`)).status).toBe(200)
    const exp = Date.parse('2010-04-22T12:00:00Z') / 1000
    expect((await ask(VIEWER, `Bearer ${await asAdmin({ exp })}`)).status).toBe(401)
  })
})
