import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import {
  calculateJwkThumbprint, CompactSign, compactVerify, createLocalJWKSet, createRemoteJWKSet,
  decodeProtectedHeader, generateKeyPair,
} from 'jose'
import type { ReceiptKeys } from '../../api/access/receipts.js'
import { addReceiptKey } from '../../api/receipt-keys.js'
import { compareWithLedger, verifySignature } from '../../api/rulings/verify-receipt.js'
import { done } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'
import { makeSigner, serve, sign, type Served } from '../access/served.js'
import { keysIn, newKeyFile } from './keys.js'

/** Bolton, an early adopter: permitted. Manchester, accelerated: suspended. */
const [PERMITTED, SUSPENDED] = ['DEMO0589', 'DEMO1513']

let world: World
let served: Served
let bare: Served
let keyFile: string
let keys: ReceiptKeys
const headers: Record<string, Record<string, string>> = {}

beforeAll(async () => {
  world = await openWorld('demonstration')
  keyFile = newKeyFile()
  keys = await addReceiptKey(keyFile)
  const issuer = await makeSigner('tests')
  served = await serve({ maker: { ...world.maker, receiptKeys: keys } }, [issuer])
  bare = await serve(world, [issuer])
  for (const supplier of ['EMIS', 'TPP']) {
    const claims = { role: 'PARTNER', organisation: supplier, supplier, sub: 'a.person' }
    headers[supplier] = { authorization: `Bearer ${await sign(issuer, claims)}` }
  }
})
afterAll(async () => {
  await served.close()
  await bare.close()
  await world.close()
})

const QUERY = `query ($practices: [ID!]!, $at: DateTime, $knownAt: DateTime, $c: Classification) {
  rulings(practices: $practices, at: $at, knownAt: $knownAt, classification: $c) {
    outcome at validUntil registerSequence receipt
  }
}`

const rulings = async (practices: string[], rest = {}, supplier = 'EMIS'): Promise<any[]> => {
  const response = await served.post(QUERY, headers[supplier], { practices, ...rest })
  const { data, errors }: any = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data.rulings
}
const receiptOf = async (practice: string, rest = {}, supplier = 'EMIS'): Promise<string> =>
  (await rulings([practice], rest, supplier))[0].receipt

const claimsOf = async (receipt: string) =>
  (await verifySignature(receipt, { keys: [...keys.published] })).claims
const query = (sql: string, parameters: readonly unknown[]) =>
  world.database.query(sql, [...parameters])
const compare = async (receipt: string) => compareWithLedger(await claimsOf(receipt), query)

test('a receipt says what was asked and answered, by whom, when, by which register', async () => {
  const [permit, refusal] = await rulings([PERMITTED, SUSPENDED])
  const { root } = (await world.must('{ ledgerHead { root } }')).ledgerHead
  const said = {
    iss: 'holdfast-demonstration',
    askedAt: permit.at,
    asker: { role: 'PARTNER', organisation: 'EMIS', region: null, supplier: 'EMIS' },
    question: {
      practice: PERMITTED, activity: 'UPLOAD', programme: 'SCR',
      classification: null, at: null, knownAt: null,
    },
    answer: {
      outcome: 'PERMIT', basis: 'LIVE', at: permit.at, validUntil: permit.validUntil, reasons: [],
      suspensions: [], advisories: [], dispensations: [],
      rollouts: [expect.stringMatching(/^R-/)],
      obligations: expect.arrayContaining(['PATIENT_DISSENT']),
    },
    register: {
      sequence: permit.registerSequence, root, seenBySequence: permit.registerSequence,
    },
  }
  expect(await claimsOf(permit.receipt)).toEqual(said)
  expect((await claimsOf(refusal.receipt)).answer).toMatchObject({
    outcome: 'REFUSE', reasons: ['SUSPENDED'], suspensions: ['S-1'], obligations: [],
  })
})

test('nothing in a receipt names the person', async () => {
  const [, payload] = (await receiptOf(PERMITTED)).split('.')
  expect(Buffer.from(payload!, 'base64url').toString()).not.toContain('a.person')
})

test('its signature is verified by a stranger, with the published keys', async () => {
  const receipt = await receiptOf(PERMITTED)
  const address = new URL('/.well-known/jwks.json', served.address)
  const { protectedHeader } = await compactVerify(receipt, createRemoteJWKSet(address))
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: keys.kid, typ: 'holdfast-receipt+jws' })
})

test('the published keys are public, and named by their thumbprints', async () => {
  const response = await fetch(`${served.address}/.well-known/jwks.json`)
  expect(response.headers.get('content-type')).toBe('application/jwk-set+json')
  const { keys: published }: any = await response.json()
  for (const key of published) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
    expect(key.kid).toBe(await calculateJwkThumbprint(key))
  }
  const posted = await fetch(`${served.address}/.well-known/jwks.json`, { method: 'POST' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a receipt is no token', async () => {
  const authorization = `Bearer ${await receiptOf(PERMITTED)}`
  const { errors }: any = await (await served.post('{ viewer { role: roles } }', {
    authorization,
  })).json()
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED')
})

test.each([
  ['a permit', [PERMITTED, {}]],
  ['a refusal', [SUSPENDED, {}]],
  ['a practice nobody knows', ['NONE', {}]],
  ['a moment of the past', [SUSPENDED, { at: '2010-04-01T12:00:00.000Z' }]],
  ['what was known then', [SUSPENDED, { knownAt: '2010-04-10T12:00:00.000Z' }]],
  ['a wave that is named', [PERMITTED, { c: 'ACCELERATED' }]],
] as [string, [string, object]][])('asked again, the ledger says the same: %s', async (_, of) => {
  const receipt = await receiptOf(...of)
  await expect(compare(receipt)).resolves.toBeUndefined()
})

test('what a supplier that does not serve a practice was told holds as well', async () => {
  const receipt = await receiptOf(SUSPENDED, {}, 'TPP')
  expect((await claimsOf(receipt)).answer.reasons).toEqual(['PRACTICE_UNKNOWN'])
  await expect(compare(receipt)).resolves.toBeUndefined()
})

test('a receipt holds by the register of its time, whatever has changed since', async () => {
  const receipt = await receiptOf(PERMITTED)
  await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING',
    scope: [{ activities: ['UPLOAD'], practices: [PERMITTED] }],
  })
  const later = await receiptOf(PERMITTED)
  expect((await claimsOf(later)).answer.outcome).toBe('REFUSE')
  for (const each of [receipt, later]) await expect(compare(each)).resolves.toBeUndefined()
})

const signed = async (claims: object, header = {}, key = keys.privateKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', kid: keys.kid, typ: 'holdfast-receipt+jws', ...header })
    .sign(key)

test('a receipt that was signed and never answered is told by the ledger', async () => {
  const claims = await claimsOf(await receiptOf(SUSPENDED))
  const permitting = { ...claims.answer, outcome: 'PERMIT', reasons: [], suspensions: [] }
  await expect(compare(await signed({ ...claims, answer: permitting }))).rejects.toThrow(
    /the ruling is another: outcome is "REFUSE" there, and "PERMIT" in the receipt/,
  )
  const longer = { ...claims.answer, validUntil: '2010-12-31T00:00:00.000Z' }
  await expect(compare(await signed({ ...claims, answer: longer }))).rejects.toThrow(/validUntil/)
  const { register } = claims
  await expect(
    compare(await signed({ ...claims, register: { ...register, root: '0'.repeat(64) } })),
  ).rejects.toThrow(/is not the receipt's/)
  await expect(
    compare(await signed({ ...claims, register: { ...register, sequence: 10_000_000 } })),
  ).rejects.toThrow(/The ledger ends with entry \d+; the receipt names 10000000\./)
})

test('what is changed, signed by others, or signed for something else is no receipt', async () => {
  const receipt = await receiptOf(SUSPENDED)
  const claims = await claimsOf(receipt)
  const [head, , signature] = receipt.split('.')
  const payload = Buffer.from(JSON.stringify({ ...claims, iss: 'holdfast' })).toString('base64url')
  await expect(claimsOf(`${head}.${payload}.${signature}`)).rejects.toThrow(/does not fit/)
  const { privateKey: other } = await generateKeyPair('ES256')
  await expect(claimsOf(await signed(claims, {}, other))).rejects.toThrow(/does not fit/)
  await expect(claimsOf(await signed(claims, { kid: 'x' }))).rejects.toThrow(/none of the keys/)
  await expect(claimsOf(await signed(claims, { typ: 'JWT' }))).rejects.toThrow(/its type is not/)
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  await expect(claimsOf(`${none}.${payload}.`)).rejects.toThrow(/is not signed with ES256/)
})

test('after a new key old receipts are verified still, and their key signs no more', async () => {
  const before = await receiptOf(SUSPENDED)
  const after = await addReceiptKey(keyFile)
  expect(after.published.map(({ kid }) => kid)).toEqual([keys.kid, after.kid])
  await expect(
    compactVerify(before, createLocalJWKSet({ keys: [...after.published] })),
  ).resolves.toBeDefined()
  expect(decodeProtectedHeader(before).kid).not.toBe(after.kid)
  const kept = JSON.parse(readFileSync(keyFile, 'utf8')).keys
  expect(kept.map((key: object) => 'd' in key)).toEqual([false, true])
  expect((await keysIn(keyFile)).kid).toBe(after.kid)
})

test('without a key rulings are answered, and a receipt is an error beside them', async () => {
  const response = await bare.post(QUERY, headers.EMIS, { practices: [SUSPENDED] })
  const { data, errors }: any = await response.json()
  expect(data.rulings[0]).toMatchObject({ outcome: 'REFUSE', receipt: null })
  expect(errors).toMatchObject([{ extensions: { code: 'NO_RECEIPTS' } }])
  const jwks = await fetch(`${bare.address}/.well-known/jwks.json`)
  expect(await jwks.json()).toEqual({ keys: [] })
})

test('of many receipts in one request each is for its own practice', async () => {
  const source = '{ practices(first: 200) { edges { node { odsCode } } } }'
  const { practices } = await world.must(source, {}, ADMIN)
  const some: string[] = practices.edges.map(({ node }: any) => node.odsCode)
  const asked = Array.from({ length: 2_000 }, (_, index) => some[index % some.length]!)
  const told = await rulings(asked)
  const about = await Promise.all(told.map(async ({ receipt }) => claimsOf(receipt)))
  expect(about.map(({ question }) => question.practice)).toEqual(asked)
})
