import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose'
import * as openid from 'openid-client'
import { readConfig } from '../../api/config.js'
import { readTrust } from '../../api/configured-issuers.js'
import { BUDGETS } from '../../api/http/budgets.js'
import { Rates } from '../../api/http/rates.js'
import { signInOf } from '../../api/sign-in.js'
import { makeSigner, nowSeconds, serve, sign, type Served, type Signer } from '../access/served.js'
import { later } from '../access/later.js'
import { practice, programme } from '../world/story.js'
import { openWorld, partner, type World } from '../world/world.js'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-systems-'))
const nightlySystem = { client: 'nightly', supplier: 'EMIS', programmes: ['SCR', 'EPS'] }

let world: World
let served: Served
let person: Signer
let nightly: CryptoKey
let published: CryptoKey
let publishedKeys: JWK[] = []
const publisher = createServer((_, response) =>
  response.end(JSON.stringify({ keys: publishedKeys })))

const makeKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('RS512', { extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS512' } }
}

beforeAll(async () => {
  const one = await makeKey('one')
  const other = await makeKey('other')
  nightly = one.privateKey
  published = other.privateKey
  publishedKeys = [other.jwk]
  publisher.listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  person = await makeSigner('https://people.example')
  const keysUrl = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/keys`
  const file = join(folder, 'issuers.json')
  const { issuer, audience, keys } = person
  writeFileSync(file, JSON.stringify({
    issuers: [{ issuer, audience, keys, gives: { AUDITOR: ['DH'] } }],
    systems: [
      { ...nightlySystem, keys: { keys: [one.jwk] } },
      { client: 'broad', supplier: 'TPP', programmes: ['EPS'], keysUrl },
    ],
  }))
  const trust = readTrust(file)
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await programme(world, { code: 'EPS', name: 'Another' })
  await practice(world, 'P82001', '5HQ')
  const config = readConfig({ HOLDFAST_DATA: folder, HOLDFAST_DEMONSTRATION: 'off' })
  const signIn = await signInOf(config, trust, world.database)
  served = await serve(world, trust.issuers, { signIn })
})
afterAll(async () => {
  await served.close()
  publisher.closeAllConnections()
  publisher.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  jest.useRealTimers()
})

const issuer = (): string => `${served.address}/oidc`

const discover = (client: string, key: CryptoKey, kid: string) =>
  openid.discovery(new URL(issuer()), client, undefined, openid.PrivateKeyJwt({ key, kid }), {
    execute: [openid.allowInsecureRequests],
  })

const tokenOf = async (parameters: Record<string, string> = {}): Promise<string> => {
  const client = await discover('nightly', nightly, 'one')
  return (await openid.clientCredentialsGrant(client, parameters)).access_token
}

const ask = async (token: string, query: string, headers: Record<string, string> = {}) => {
  const response = await served.post(query, { authorization: `Bearer ${token}`, ...headers })
  const { data, errors = [] }: any = await response.json()
  return { status: response.status, data, code: errors[0]?.extensions.code, errors }
}
const VIEWER = '{ viewer { issuer subject organisation roles supplier programmes } }'

describe('a system gets a token by a key of its own', () => {
  test('that was configured with it, and speaks for its supplier in its programmes', async () => {
    const { data } = await ask(await tokenOf(), VIEWER)
    expect(data.viewer).toEqual({
      issuer: issuer(), subject: 'nightly', organisation: 'EMIS', roles: ['PARTNER'],
      supplier: 'EMIS', programmes: ['SCR', 'EPS'],
    })
  })

  test('that it publishes itself', async () => {
    const client = await discover('broad', published, 'other')
    const { access_token: token } = await openid.clientCredentialsGrant(client)
    const { data } = await ask(token, VIEWER)
    expect(data.viewer).toMatchObject({ subject: 'broad', supplier: 'TPP', programmes: ['EPS'] })
  })

  test('and for fewer programmes, where it asks for fewer', async () => {
    const { data } = await ask(await tokenOf({ scope: 'programme:EPS' }), VIEWER)
    expect(data.viewer.programmes).toEqual(['EPS'])
  })

  test('and not for a programme that is not its own', async () => {
    for (const scope of ['programme:OTHER', 'programme:SCR programme:OTHER', 'openid']) {
      await expect(tokenOf({ scope })).rejects.toMatchObject({ error: 'invalid_scope' })
    }
  })

  test('beside people of another issuer, who sign in there', async () => {
    const { data } = await ask(await sign(person, { role: 'AUDITOR' }), VIEWER)
    expect(data.viewer).toMatchObject({ issuer: person.issuer, programmes: null })
  })
})

describe('a token that is narrowed to a programme', () => {
  const RULING = '{ ruling(practice: "P82001", programme: "PROGRAMME") { outcome } }'

  test('asks for rulings of it, and of no other', async () => {
    const token = await tokenOf({ scope: 'programme:SCR' })
    const { data: own } = await ask(token, RULING.replace('PROGRAMME', 'SCR'))
    expect(own.ruling.outcome).toBe('REFUSE')
    const { data, code, errors } = await ask(token, RULING.replace('PROGRAMME', 'EPS'))
    expect({ data, code }).toEqual({ data: null, code: 'FORBIDDEN' })
    expect(errors[0].message).toBe('Your token is for SCR, and not for EPS.')
  })

  test('reports uploads of it, and of no other, and reads no other reports', async () => {
    const upload = `mutation { reportUploads(input: { programme: "PROGRAMME", reports: [{
      practice: "P82001", night: "2010-04-15", uploadedAt: "2010-04-15T20:00:00Z", records: 3
    }] }) { recorded } }`
    const token = await tokenOf({ scope: 'programme:SCR' })
    const id = () => ({ 'x-request-id': randomUUID() })
    const own = await ask(token, upload.replace('PROGRAMME', 'SCR'), id())
    expect(own.data.reportUploads.recorded).toBe(1)
    expect((await ask(token, upload.replace('PROGRAMME', 'EPS'), id())).code).toBe('FORBIDDEN')

    const list = '{ uploadReports { totalCount } breaches { totalCount } }'
    expect((await ask(token, list)).data).toMatchObject({
      uploadReports: { totalCount: 1 }, breaches: { totalCount: 1 },
    })
    expect((await ask(await tokenOf({ scope: 'programme:EPS' }), list)).data).toEqual({
      uploadReports: { totalCount: 0 }, breaches: { totalCount: 0 },
    })
    const all = (await world.must(list, {}, partner('EMIS')))
    expect(all.uploadReports.totalCount).toBe(1)
  })
})

/** An assertion as it should be, unless its claims say otherwise. */
const assertion = (claims: object = {}, { key = nightly, alg = 'RS512', kid = 'one' } = {}) =>
  new SignJWT({
    iss: 'nightly', sub: 'nightly', aud: issuer(), jti: randomUUID(), exp: nowSeconds() + 60,
    ...claims,
  }).setProtectedHeader({ alg, kid }).sign(key)

const present = async (client_assertion: string) => {
  const response = await fetch(`${issuer()}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  })
  const { error, access_token: token }: any = await response.json()
  return { status: response.status, error, token }
}
const REFUSED = { status: 401, error: 'invalid_client', token: undefined }

describe('an assertion', () => {
  test.each([['the issuer', ''], ['where tokens are got', '/token']])(
    'for %s counts',
    async (_, path) => {
      expect((await present(await assertion({ aud: `${issuer()}${path}` }))).status).toBe(200)
    },
  )

  test('counts once', async () => {
    const used = await assertion()
    expect((await present(used)).status).toBe(200)
    expect(await present(used)).toEqual(REFUSED)
  })

  test('counts once, though it comes many times at the same moment', async () => {
    const used = await assertion()
    const answers = await Promise.all(Array.from({ length: 8 }, () => present(used)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(7)
  })

  test.each<[string, () => object]>([
    ['lasts six minutes', () => ({ exp: nowSeconds() + 360 })],
    ['lasts for ever', () => ({ exp: undefined })],
    ['has expired', () => ({ exp: nowSeconds() - 60 })],
    ['is not valid yet', () => ({ nbf: nowSeconds() + 60 })],
    ['has no id', () => ({ jti: undefined })],
    ['is for somebody else', () => ({ aud: 'https://elsewhere.example' })],
    ['is by somebody else', () => ({ iss: 'broad' })],
    ['is of a system that is unknown', () => ({ iss: 'mallory', sub: 'mallory' })],
    ['is of another system', () => ({ iss: 'broad', sub: 'broad' })],
  ])('that %s is refused', async (_, claims) => {
    expect(await present(await assertion(claims()))).toEqual(REFUSED)
  })

  test('that lasts five minutes counts', async () => {
    expect((await present(await assertion({ exp: nowSeconds() + 299 }))).status).toBe(200)
  })

  test('that another key signed, or nobody, is refused', async () => {
    expect(await present(await assertion({}, { key: published }))).toEqual(REFUSED)
    expect(await present(await assertion({}, { key: published, kid: 'other' }))).toEqual(REFUSED)
    const unsigned = new UnsecuredJWT({ iss: 'nightly', sub: 'nightly', jti: randomUUID() })
      .setAudience(issuer()).setExpirationTime('1m').encode()
    expect(await present(unsigned)).toEqual(REFUSED)
    const secret = new TextEncoder().encode(JSON.stringify(publishedKeys[0]))
    const claims = { iss: 'nightly', sub: 'nightly', aud: issuer(), jti: randomUUID() }
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(secret)
    expect(await present(shared)).toEqual(REFUSED)
  })

  test('that is missing gets no token', async () => {
    const response = await fetch(`${issuer()}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'nightly' }),
    })
    expect(response.status).toBe(401)
  })
})

const AFTER_THE_KEYS_ARE_KEPT_MS = 61_000

test('a system that changes its published keys needs no restart here', async () => {
  const fresh = await makeKey('fresh')
  publishedKeys = [fresh.jwk]
  later(AFTER_THE_KEYS_ARE_KEPT_MS)
  const claims = { iss: 'broad', sub: 'broad' }
  const { status } = await present(await assertion(claims, { key: fresh.privateKey, kid: 'fresh' }))
  expect(status).toBe(200)
})

test.each(['/auth', '/session/end', '/interaction/any', '/userinfo', '/reg'])(
  'nobody signs in by hand where only systems do: %s',
  async (path) => {
    expect((await fetch(`${issuer()}${path}`)).status).toBe(404)
  },
)

test('whoever asks the issuer without end is limited as anybody without a token', async () => {
  const trust = readTrust(join(folder, 'issuers.json'))
  const config = readConfig({ HOLDFAST_DATA: folder, HOLDFAST_DEMONSTRATION: 'off' })
  const signIn = await signInOf(config, trust, world.database)
  const rates = new Rates({ ...BUDGETS, anonymousRequests: 2 })
  const limited = await serve(world, trust.issuers, { signIn, rates })
  const ask = () => fetch(`${limited.address}/oidc/token`, { method: 'POST' })
  const statuses = [await ask(), await ask(), await ask()].map(({ status }) => status)
  expect(statuses).toEqual([400, 400, 429])
  await limited.close()
})
