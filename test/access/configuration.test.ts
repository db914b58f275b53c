import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { USUAL_CLAIMS, type Issuer } from '../../api/access/issuer.js'
import { NO_TRUST, type Trust } from '../../api/configured-issuers.js'
import { enterConfiguration } from '../../api/enter-configuration.js'
import { operator } from '../../api/kernel/actor.js'
import { ADMIN, AUDITOR, openOn, openWorld, type World } from '../world/world.js'
import { verifyAt } from '../ledger/tampering.js'

const named = (issuer: string): Issuer => ({
  issuer,
  audience: 'holdfast',
  algorithms: ['ES256'],
  keys: { keys: [{ kty: 'EC', crv: 'P-256', x: 'its-x', y: 'its-y' }] },
  gives: { AUDITOR: 'ANY' },
  claims: USUAL_CLAIMS,
})
const one = named('https://one.example')
const other = named('https://other.example')

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const start = (trust: Partial<Trust>, at = world.maker) =>
  enterConfiguration(at, operator('ops'), { ...NO_TRUST, ...trust })

const entries = async (actor = AUDITOR) => {
  const source = `{ ledgerEntries(filter: { table: "configuration" },
    orderBy: { field: SEQUENCE, direction: ASC }) {
      edges { node { subject kind body { before after reason } } } } }`
  const { ledgerEntries } = await world.must(source, {}, actor)
  return ledgerEntries.edges.map((edge: any) => edge.node)
}

test('each start that finds it changed enters it, and no other does', async () => {
  await start(NO_TRUST)
  expect(await entries()).toEqual([])

  await start({ issuers: [one] })
  await start({ issuers: [one] })
  const [entered, ...more] = await entries()
  expect(more).toEqual([])
  expect(entered).toMatchObject({
    subject: 'ops',
    kind: 'recordConfiguration',
    body: {
      before: null,
      after: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), issuers: [one.issuer], systems: [] },
      reason: expect.stringMatching(/configured otherwise/),
    },
  })
  expect(JSON.stringify(entered)).not.toContain('its-x')

  await start({ issuers: [one, other] })
  await start({ issuers: [{ ...one, gives: { AUDITOR: ['DH'] } }, other] })
  await start(NO_TRUST)
  const hashes = (await entries()).map(({ body }: any) => body.after.hash)
  expect(new Set(hashes).size).toBe(4)
  expect(await verifyAt(world.url)).toMatchObject({ entries: world.follower.current.head.sequence })
})

test('of two processes that start together one enters it', async () => {
  const before = (await entries()).length
  const second = await openOn(world.url, world.clock.at)
  await Promise.all([start({ issuers: [other] }), start({ issuers: [other] }, second.maker)])
  await second.stop()
  expect(await entries()).toHaveLength(before + 1)
})

test('it is entered by whoever runs Holdfast, and is no mutation', async () => {
  const refused = enterConfiguration(world.maker, ADMIN, { issuers: [one], systems: [] })
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { type } = await world.must('{ type: __type(name: "Mutation") { fields { name } } }')
  expect(type.fields.map(({ name }: any) => name)).not.toContain('recordConfiguration')
})
