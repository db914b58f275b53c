import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import type { ReceiptKeys } from '../../api/access/receipts.js'
import { verifySignature } from '../../api/rulings/verify-receipt.js'
import { makeSigner, serve, sign, type Served, type Signer } from '../access/served.js'
import { newKeys } from '../receipts/keys.js'
import { done } from '../world/story.js'
import { fresh, openWorld, type World } from '../world/world.js'
import { serveGateway, supergraphOf } from './gateway.js'
import { PRACTICE_REGISTER, servePracticeRegister } from './practice-register.js'

const CONSOLE = 'https://holdfast.example'

let world: World
let holdfast: Served
let supplier: Awaited<ReturnType<typeof servePracticeRegister>>
let gateway: Awaited<ReturnType<typeof serveGateway>>
let issuer: Signer
let keys: ReceiptKeys
beforeAll(async () => {
  world = await openWorld('demonstration')
  issuer = await makeSigner('tests')
  keys = await newKeys()
  holdfast = await serve({ maker: { ...world.maker, receiptKeys: keys } }, [issuer])
  supplier = await servePracticeRegister([
    { odsCode: 'DEMO0589', systemVersion: 'LV 6.1' },
    { odsCode: 'DEMO1513', systemVersion: 'PCS 2' },
    { odsCode: 'DEMO9999', systemVersion: 'PCS 1' },
  ])
  const { data }: any = await (await holdfast.post('{ _service { sdl } }')).json()
  const url = `${holdfast.address}/graphql`
  const supergraph = supergraphOf([
    { name: 'holdfast', url, typeDefs: parse(data._service.sdl) },
    { name: 'emis', url: supplier.url, typeDefs: parse(PRACTICE_REGISTER) },
  ])
  gateway = await serveGateway(supergraph, () => CONSOLE)
})
afterAll(async () => {
  await gateway.close()
  supplier.close()
  await holdfast.close()
  await world.close()
})

const post = async (url: string, query: string, who: object | null, variables = {}) => {
  await fresh(world.follower)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (who) headers.authorization = `Bearer ${await sign(issuer, who)}`
  const body = JSON.stringify({ query, variables })
  const response = await fetch(url, { method: 'POST', headers, body })
  const { data, errors = [] }: any = await response.json()
  const codes: string[] = errors.map((each: any) => each.extensions.code)
  return { data, codes: [...new Set(codes)] }
}
/** Asks behind the gateway. */
const ask = (query: string, who: object | null, variables = {}) =>
  post(gateway.url, query, who, variables)
/** Asks Holdfast itself. */
const askThere = (query: string, who: object | null) =>
  post(`${holdfast.address}/graphql`, query, who)

const partnerOf = (code: string) => ({ role: 'PARTNER', organisation: code, supplier: code })
const CUSTOMERS = `{ customers {
  odsCode systemVersion
  ruling { outcome basis reasons { code suspension { id } } practice { name } receipt }
} }`

test('one query asks the supplier’s register and ours, as its caller', async () => {
  const { data, codes } = await ask(CUSTOMERS, partnerOf('EMIS'))
  expect(codes).toEqual([])
  const ruling = { basis: 'LIVE', receipt: expect.any(String) }
  expect(data.customers).toEqual([
    {
      odsCode: 'DEMO0589', systemVersion: 'LV 6.1',
      ruling: {
        ...ruling, outcome: 'PERMIT', reasons: [],
        practice: { name: 'Demonstration practice 2, Bolton' },
      },
    },
    {
      odsCode: 'DEMO1513', systemVersion: 'PCS 2',
      ruling: {
        ...ruling, outcome: 'REFUSE', reasons: [{ code: 'SUSPENDED', suspension: { id: 'S-1' } }],
        practice: { name: 'Demonstration practice 2, Manchester' },
      },
    },
    // Nobody knows it.
    { odsCode: 'DEMO9999', systemVersion: 'PCS 1', ruling: null },
  ])
  const { claims } = await verifySignature(data.customers[1].ruling.receipt, {
    keys: [...keys.published],
  })
  expect(claims).toMatchObject({
    asker: { organisation: 'EMIS', role: 'PARTNER' }, question: { practice: 'DEMO1513' },
  })
})

test('what is ours leads to what the supplier knows of it', async () => {
  const query = '{ ruling(practice: "DEMO0589") { outcome practice { systemVersion } } }'
  const { data } = await ask(query, partnerOf('EMIS'))
  expect(data.ruling).toEqual({ outcome: 'PERMIT', practice: { systemVersion: 'LV 6.1' } })
})

test('another supplier is told no more of a practice than of one that nobody knows', async () => {
  const { data, codes } = await ask(CUSTOMERS, partnerOf('TPP'))
  expect(codes).toEqual([])
  expect(data.customers).toEqual([
    { odsCode: 'DEMO0589', systemVersion: 'LV 6.1', ruling: null },
    { odsCode: 'DEMO1513', systemVersion: 'PCS 2', ruling: null },
    { odsCode: 'DEMO9999', systemVersion: 'PCS 1', ruling: null },
  ])
})

test('a stranger is refused rulings behind the gateway as in front of it', async () => {
  const { data, codes } = await ask(CUSTOMERS, null)
  expect(codes).toEqual(['UNAUTHENTICATED'])
  expect(data.customers.map(({ ruling }: any) => ruling)).toEqual([null, null, null])
})

test('a token that does not count opens nothing behind the gateway either', async () => {
  const forger = await makeSigner('tests')
  const authorization = `Bearer ${await sign(forger, { role: 'PROGRAMME_ADMIN' })}`
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ ruling(practice: "DEMO0589") { outcome } }' }),
  })
  const { data, errors }: any = await response.json()
  expect(data?.ruling ?? null).toBeNull()
  expect(errors).toHaveLength(1)
})

test('several callers at once are each answered as themselves', async () => {
  const query = '{ practices { totalCount } viewer { organisation } }'
  const callers = ['EMIS', 'TPP', 'EMIS', 'INPS'].map(partnerOf)
  const [behind, before] = await Promise.all(
    [ask, askThere].map((way) =>
      Promise.all(callers.map(async (who) => (await way(query, who)).data)),
    ),
  )
  expect(behind).toEqual(before)
  expect(behind!.map(({ viewer }) => viewer.organisation)).toEqual(['EMIS', 'TPP', 'EMIS', 'INPS'])
})

const ADMIN = { role: 'PROGRAMME_ADMIN' }
const SECRET = `{
  assurance(id: "A-99") { text }
  assurances { totalCount }
  suspension(id: "S-1") { reason assurance { id } }
}`

test('a private assurance is hidden behind the gateway as in front of it', async () => {
  const { id } = await done(world, 'recordAssurance', {
    programme: 'SCR', text: 'We said so in private.', wording: 'VERBATIM', public: false,
    givenOn: '2010-04-20', channel: 'A letter.',
    givenBy: [{ organisation: 'DH', person: 'An official' }],
    givenTo: [{ organisation: 'BMA/GPC', person: 'Its chair' }],
    scope: [{ activities: ['UPLOAD'], regions: ['Q31'] }],
  })
  const query = SECRET.replace('A-99', id)
  const LIAISON = { role: 'LIAISON', organisation: 'BMA/GPC' }
  for (const who of [null, partnerOf('EMIS'), LIAISON, ADMIN]) {
    expect(await ask(query, who)).toEqual(await askThere(query, who))
  }
  expect((await ask(query, partnerOf('EMIS'))).data.assurance).toBeNull()
  expect((await ask(query, LIAISON)).data.assurance).toEqual({ text: 'We said so in private.' })
})

test('a change is refused behind the gateway to whom it is refused in front', async () => {
  const lift = `mutation {
    liftSuspension(input: { id: "S-1", version: 1, reason: "To see." }, preview: true) {
      status effect { permitted }
    }
  }`
  expect((await ask(lift, null)).codes).toEqual(['UNAUTHENTICATED'])
  expect((await ask(lift, partnerOf('EMIS'))).codes).toEqual(['FORBIDDEN'])
  const previewed = await ask(lift, ADMIN)
  expect(previewed).toEqual(await askThere(lift, ADMIN))
  expect(previewed.data.liftSuspension.effect.permitted).toBeGreaterThan(0)
})

describe('a console that is served by Holdfast, and asks the gateway', () => {
  const preflight = (origin: string) =>
    fetch(gateway.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-request-id',
      },
    })

  test('may: its browser is told so before it asks', async () => {
    const { status, headers } = await preflight(CONSOLE)
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(CONSOLE)
    expect(headers.get('access-control-allow-methods')).toBe('POST')
    expect(headers.get('access-control-allow-headers')?.toLowerCase()).toMatch(
      /authorization.*content-type.*x-request-id/,
    )
    // A token is in a header; no cookie is to be sent.
    expect(headers.get('access-control-allow-credentials')).not.toBe('true')
  })

  test('reads the answer, and no page of anybody else’s does', async () => {
    const askFrom = async (origin: string) => {
      const authorization = `Bearer ${await sign(issuer, partnerOf('EMIS'))}`
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ viewer { organisation } }' }),
      })
      const { data }: any = await response.json()
      return { data, allowed: response.headers.get('access-control-allow-origin') }
    }
    const data = { viewer: { organisation: 'EMIS' } }
    expect(await askFrom(CONSOLE)).toEqual({ data, allowed: CONSOLE })
    expect((await askFrom('https://elsewhere.example')).allowed).not.toMatch(/elsewhere|\*/)
    const { headers } = await preflight('https://elsewhere.example')
    expect(headers.get('access-control-allow-origin')).not.toMatch(/elsewhere|\*/)
  })

  test('may send a mutation again: it acts once', async () => {
    const authorization = `Bearer ${await sign(issuer, ADMIN)}`
    const query = `mutation { recordOrganisation(input: {
      code: "RCGP", name: "Royal College", reason: "A test." }) { status } }`
    const headers = {
      authorization, 'content-type': 'application/json', 'x-request-id': randomUUID(),
    }
    const body = JSON.stringify({ query })
    for (let time = 0; time < 2; time += 1) {
      const response = await fetch(gateway.url, { method: 'POST', headers, body })
      expect(await response.json()).toEqual({ data: { recordOrganisation: { status: 'APPLIED' } } })
    }
  })
})
