import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { request } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { openWorld, type World } from '../world/world.js'
import { AUDIENCE, makeSigner, serve, sign, type Served, type Signer } from './served.js'

const VIEWER = '{ viewer { subject } }'

let world: World
let served: Served
let department: Signer
/** An issuer that vouches for one practice, and gives one role. */
let narrow: Signer
/** An issuer that vouches for one supplier and one region. */
let supplier: Signer
let stranger: Signer

beforeAll(async () => {
  department = await makeSigner('https://tokens.department.example')
  narrow = await makeSigner('https://tokens.practice.example', {
    roles: ['PRACTICE'],
    organisations: ['DEMO0415'],
  })
  supplier = await makeSigner('https://tokens.supplier.example', { organisations: ['TPP', 'Q36'] })
  stranger = await makeSigner('https://tokens.stranger.example')
  world = await openWorld()
  served = await serve(world, [department, narrow, supplier])
})
afterAll(async () => {
  await served.close()
  await world.close()
})

const ask = async (query: string, authorization: string) => {
  const response = await served.post(query, { authorization })
  const { data, errors = [] }: any = await response.json()
  return { response, status: response.status, data, errors, code: errors[0]?.extensions.code }
}

const asAdmin = (claims: object = {}): Promise<string> =>
  sign(department, { role: 'PROGRAMME_ADMIN', ...claims })

describe('a token that does not count is 401, and says one reason', () => {
  const expectRefused = async (authorization: string, why: RegExp) => {
    const { response, status, data, errors, code } = await ask(VIEWER, authorization)
    expect({ status, code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' })
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(data).toBeUndefined()
    expect(errors).toHaveLength(1)
    expect(errors[0].message).toMatch(/^The bearer token is not valid: [^.]+\.$/)
    expect(errors[0].message).not.toMatch(/ERR_/)
    expect(errors[0].message).toMatch(why)
  }
  const HEADER = /the header has to read “Bearer”/

  test.each<[string, object, RegExp]>([
    ['has expired', { exp: 1_000_000_000 }, /it has expired; ask its issuer for another/],
    ['never expires', { exp: undefined }, /it has no claim exp/],
    ['expires at a word', { exp: 'tomorrow' }, /its claim exp is not a number of seconds/],
    ['is not valid yet', { nbf: 4_000_000_000 }, /it is not valid yet/],
    ['is for another audience', { aud: 'elsewhere' }, /its claim aud has to name holdfast/],
    ['is for no audience', { aud: undefined }, /it has no claim aud/],
    ['comes from nobody', { iss: undefined }, /its issuer is not known here/],
    ['comes from a number', { iss: 7 }, /its issuer is not known here/],
    ['speaks of nobody', { sub: undefined }, /sub/],
    ['speaks of an empty name', { sub: '' }, /sub is empty; it has to have 1 to 200 characters/],
    ['speaks of a long name', { sub: 'x'.repeat(201) }, /sub has more than 200 characters/],
    ['speaks of NUL', { sub: 'jane\u0000' }, /sub has a character that cannot be kept in one line/],
    ['speaks of two lines', { sub: 'jane\njohn' }, /sub has a character that cannot be kept/],
    ['speaks for no organisation', { organisation: undefined }, /no claim organisation/],
    ['speaks for a list of organisations', { organisation: ['DH'] }, /organisation is not a text/],
    ['has no role', { role: undefined }, /no claim role/],
    ['has an unknown role', { role: 'MINISTER' }, /its role is unknown/],
    ['has a role of JavaScript', { role: 'toString' }, /its role is unknown/],
    ['would be the operator', { role: 'OPERATOR' }, /its role is unknown/],
    ['is a partner of no supplier', { role: 'PARTNER' }, /no claim supplier/],
    ['leads no region', { role: 'REGIONAL_LEAD' }, /no claim region/],
    ['leads an empty region', { role: 'REGIONAL_LEAD', region: '' }, /region is empty/],
  ])('one that %s', async (_, claims, why) => {
    await expectRefused(`Bearer ${await asAdmin(claims)}`, why)
  })

  test('one of an issuer that is not configured', async () => {
    const token = await sign(stranger, { role: 'AUDITOR' })
    await expectRefused(`Bearer ${token}`, /its issuer is not known here/)
  })

  test('one that names an issuer and is signed by another', async () => {
    const token = await sign(stranger, { role: 'AUDITOR', iss: department.issuer })
    await expectRefused(`Bearer ${token}`, /its signature does not fit what it says/)
  })

  test('one of a known issuer that is signed by the key of another known one', async () => {
    const token = await sign(narrow, { role: 'AUDITOR', iss: department.issuer })
    await expectRefused(`Bearer ${token}`, /its signature does not fit what it says/)
  })

  test('one whose role its issuer may not give', async () => {
    const token = await sign(narrow, { role: 'AUDITOR', organisation: 'DEMO0415' })
    await expectRefused(`Bearer ${token}`, /not one its issuer may give/)
  })

  test('one whose organisation its issuer does not vouch for', async () => {
    const token = await sign(narrow, { role: 'PRACTICE', organisation: 'DEMO0001' })
    await expectRefused(`Bearer ${token}`, /does not vouch for its organisation/)
  })

  test.each([
    ['supplier', { role: 'PARTNER', organisation: 'TPP', supplier: 'TPP' }, { supplier: 'EMIS' }],
    ['region', { role: 'REGIONAL_LEAD', organisation: 'Q36', region: 'Q36' }, { region: 'Q31' }],
  ])('one whose %s its issuer does not vouch for', async (_, good, changed) => {
    expect((await ask(VIEWER, `Bearer ${await sign(supplier, good)}`)).status).toBe(200)
    const token = await sign(supplier, { ...good, ...changed })
    await expectRefused(`Bearer ${token}`, /does not vouch for/)
  })

  test('one that is signed by nobody', async () => {
    const token = new UnsecuredJWT({ role: 'AUDITOR', organisation: 'DH' })
      .setIssuer(department.issuer).setAudience(AUDIENCE).setSubject('jane')
      .setExpirationTime('1h').encode()
    await expectRefused(`Bearer ${token}`, /it is not signed; its issuer has to sign it/)
    await expectRefused(`Bearer ${token}AA`, /its header alg has to be ES256/)
  })

  test('one that takes the public key for a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(department.publicKey))
    const token = await new SignJWT({ role: 'AUDITOR', organisation: 'DH' })
      .setProtectedHeader({ alg: 'HS256' }).setIssuer(department.issuer)
      .setAudience(AUDIENCE).setSubject('jane').setExpirationTime('1h').sign(secret)
    await expectRefused(`Bearer ${token}`, /its header alg has to be ES256/)
  })

  test('one that brings its own key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = await exportJWK(publicKey)
    const token = await new SignJWT({ role: 'AUDITOR', organisation: 'DH' })
      .setProtectedHeader({ alg: 'ES256', jwk }).setIssuer(department.issuer)
      .setAudience(AUDIENCE).setSubject('jane').setExpirationTime('1h').sign(privateKey)
    await expectRefused(`Bearer ${token}`, /its signature does not fit what it says/)
  })

  test('one whose role was changed after it was signed', async () => {
    const [header, payload, signature] = (await sign(narrow, {
      role: 'PRACTICE', organisation: 'DEMO0415',
    })).split('.')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    const changed = JSON.stringify({ ...claims, organisation: 'DEMO0001' })
    const token = [header, Buffer.from(changed).toString('base64url'), signature].join('.')
    await expectRefused(`Bearer ${token}`, /its signature does not fit what it says/)
  })

  test.each([
    ['a name and a password', `Basic ${Buffer.from('jane:secret').toString('base64')}`, HEADER],
    ['nothing after the word', 'Bearer', HEADER],
    ['half a token', 'Bearer eyJhbGciOiJFUzI1NiJ9.e30', HEADER],
    ['three words that are no token', 'Bearer not.a.token', /it cannot be read/],
    ['a text without a word', 'jane', HEADER],
  ])('%s', async (_, authorization, why) => {
    await expectRefused(authorization, why)
  })

  test('two tokens, each of them good, in one header', async () => {
    const [one, other] = await Promise.all([asAdmin(), asAdmin({ sub: 'john' })])
    await expectRefused(`Bearer ${one}, Bearer ${other}`, HEADER)
    await expectRefused(`Bearer ${one} ${other}`, HEADER)
  })

  test('two tokens, each of them good, in two headers', async () => {
    const tokens = await Promise.all([asAdmin(), asAdmin({ sub: 'john' })])
    const headers = ['content-type', 'application/json', 'host', 'localhost',
      ...tokens.flatMap((token) => ['authorization', `Bearer ${token}`])]
    const sent = request(`${served.address}/graphql`, { method: 'POST', headers })
    sent.end(JSON.stringify({ query: VIEWER }))
    const [response]: any[] = await once(sent, 'response')
    response.resume()
    expect(response.statusCode).toBe(401)
  })

  test('even for what anybody may read', async () => {
    expect((await ask('{ ledgerHead { sequence } }', 'Bearer a.b.c')).status).toBe(401)
  })
})
