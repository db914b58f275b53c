import { afterAll, afterEach, beforeEach, beforeAll, expect, jest, test } from '@jest/globals'
import { openWorld, type World } from '../world/world.js'
import { later } from './later.js'
import { DISCOVERY, publish, type Publisher } from './publisher.js'
import { makeSigner, serve, sign, type Served, type Signer } from './served.js'

const VIEWER = '{ viewer { issuer subject } }'
const AFTER_THE_COOLDOWN_MS = 31_000
const AFTER_THE_KEYS_MAY_BE_KEPT_MS = 601_000

let world: World
let home: Publisher
let other: Publisher
let neighbour: Signer
let served: Served

beforeAll(async () => {
  world = await openWorld()
  neighbour = await makeSigner('https://neighbour.example')
})
beforeEach(async () => {
  home = await publish()
  other = await publish()
  served = await serve(world, [home.trusted, other.trusted, neighbour])
})
afterEach(async () => {
  jest.useRealTimers()
  await Promise.all([served, home, other].map((each) => each.close()))
})
afterAll(() => world.close())

const ask = async (token: string) => {
  const response = await served.post(VIEWER, { authorization: `Bearer ${token}` })
  const { data, errors = [] }: any = await response.json()
  const { message, extensions } = errors[0] ?? {}
  return { response, status: response.status, data, message, code: extensions?.code }
}
const tokenOf = ({ issuer, signer }: Publisher, claims: object = {}) =>
  sign(signer, { iss: issuer, role: 'AUDITOR', ...claims })

const expectUnavailable = async (token: string) => {
  const { response, status, code, message, data } = await ask(token)
  expect({ status, code, data }).toEqual({
    status: 503, code: 'ISSUER_UNAVAILABLE', data: undefined,
  })
  expect(message).toMatch(/^The issuer http:\S+ does not tell its keys/)
  expect(response.headers.get('retry-after')).toBe('5')
}

test('each of two issuers tells its keys itself, and is asked once for many tokens', async () => {
  for (const publisher of [home, other]) {
    const tokens = ['one', 'two', 'three'].map((sub) => tokenOf(publisher, { sub }))
    const answers = await Promise.all((await Promise.all(tokens)).map(ask))
    expect(answers.map(({ data }) => data.viewer)).toEqual(
      ['one', 'two', 'three'].map((subject) => ({ issuer: publisher.issuer, subject })),
    )
    expect(Object.fromEntries(publisher.asked)).toEqual({ [DISCOVERY]: 1, '/keys': 1 })
  }
})

test('a key of the one does not sign for the other', async () => {
  expect((await ask(await tokenOf(home))).status).toBe(200)
  const { status, message } = await ask(await tokenOf(home, { iss: other.issuer }))
  expect({ status, message }).toMatchObject({ status: 401 })
  expect(message).toMatch(/its signature does not fit what it says/)
})

test('new keys count without a restart, and the old ones no longer', async () => {
  const old = await tokenOf(home)
  expect((await ask(old)).status).toBe(200)
  const before = await tokenOf(home, { sub: 'late' })
  const named = (signer: Signer) => ({
    ...signer, keys: { keys: [{ ...signer.publicKey, kid: 'new' }] },
  })
  home.signer = named(await makeSigner(home.issuer))
  later(AFTER_THE_KEYS_MAY_BE_KEPT_MS)
  expect((await ask(await tokenOf(home, { sub: 'new' }))).status).toBe(200)
  expect((await ask(before)).status).toBe(401)
  // It was known: its key is gone all the same.
  expect((await ask(old)).status).toBe(401)
})

test('a key that is unknown is asked for once in half a minute, however many name it', async () => {
  expect((await ask(await tokenOf(home))).status).toBe(200)
  const forged = await makeSigner(home.issuer)
  const { SignJWT } = await import('jose')
  const strange = (sub: string) =>
    new SignJWT({ role: 'AUDITOR', organisation: 'DH' })
      .setProtectedHeader({ alg: 'ES256', kid: sub }).setIssuer(home.issuer)
      .setAudience('holdfast').setSubject(sub).setExpirationTime('1h').sign(forged.privateKey)
  home.signer = { ...home.signer, keys: { keys: [{ ...home.signer.publicKey, kid: 'its' }] } }
  later(AFTER_THE_KEYS_MAY_BE_KEPT_MS)
  for (const sub of ['a', 'b', 'c']) expect((await ask(await strange(sub))).status).toBe(401)
  expect(home.asked.get('/keys')).toBe(2)
  later(AFTER_THE_COOLDOWN_MS)
  for (const sub of ['d', 'e', 'f']) expect((await ask(await strange(sub))).status).toBe(401)
  expect(home.asked.get('/keys')).toBe(3)
})

test('an issuer that is down refuses its own tokens, and no other’s; then it is back', async () => {
  const port = Number(new URL(home.issuer).port)
  const { signer } = home
  const token = await tokenOf(home)
  await home.close()
  await expectUnavailable(token)
  expect((await ask(await tokenOf(other))).status).toBe(200)
  expect((await ask(await sign(neighbour, { role: 'AUDITOR' }))).status).toBe(200)
  home = await publish(port)
  home.signer = signer
  expect((await ask(token)).data.viewer).toEqual({ issuer: home.issuer, subject: 'jane' })
})

test.each<[string, string, object]>([
  ['fails', DISCOVERY, { status: 500, body: '' }],
  ['tells no JSON', DISCOVERY, { status: 200, body: '<html>' }],
  ['tells nothing', DISCOVERY, { status: 200, body: 'null' }],
  ['says it is another', DISCOVERY, {
    status: 200, body: '{"issuer":"https://a.example","jwks_uri":"https://a.example/keys"}',
  }],
  ['tells of no keys', '/keys', { status: 404, body: '' }],
  ['tells keys that are none', '/keys', { status: 200, body: '{"keys":"none"}' }],
])('an issuer that %s is not believed', async (_, path, answer) => {
  home.instead.set(path, answer as { status: number; body: string })
  await expectUnavailable(await tokenOf(home))
})

test.each([
  ['over plain http', (): string => 'http://keys.example/keys'],
  ['from a file', (): string => 'file:///etc/passwd'],
])('keys are not read %s', async (_, keysUrl) => {
  const body = JSON.stringify({ issuer: home.issuer, jwks_uri: keysUrl() })
  home.instead.set(DISCOVERY, { status: 200, body })
  await expectUnavailable(await tokenOf(home))
})

test.each([DISCOVERY, '/keys'])('no redirection from %s is followed', async (path) => {
  home.instead.set(path, { status: 302, body: '', location: `${other.issuer}${path}` })
  await expectUnavailable(await tokenOf(home))
  expect(other.asked.size).toBe(0)
})

test('an algorithm that is known, but not this issuer’s, is refused', async () => {
  await served.close()
  const trusted = { ...home.trusted, algorithms: ['RS256'] as const }
  served = await serve(world, [trusted])
  const { status, message } = await ask(await tokenOf(home))
  expect(status).toBe(401)
  expect(message).toMatch(/its header alg has to be /)
})
