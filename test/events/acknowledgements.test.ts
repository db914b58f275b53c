import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fanOut } from '../../api/events/fan-out.js'
import type { Actor } from '../../api/kernel/actor.js'
import { practice, programme, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
let id: string
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  await practice(world, 'A00001', '5HQ')
  await practice(world, 'A00002', '5HQ')
  await practice(world, 'A00003', '5HQ', { suppliers: [{ supplier: 'TPP' }] })
  await practice(world, 'A00004', '5NT', { suppliers: [{ supplier: 'INPS' }] })
  id = (await suspension(world, { regions: ['5HQ'] })).id
})
afterAll(() => world.close())

const WHO = `query ($id: ID!) { suspension(id: $id) {
  unacknowledgedBy { supplier practices receivedAt acknowledgedAt } } }`
const who = async (actor: Actor | null) =>
  (await world.must(WHO, { id }, actor)).suspension.unacknowledgedBy

const ACKNOWLEDGE = `mutation ($input: AcknowledgeSuspensionInput!) {
  acknowledgeSuspension(input: $input) { supplier practices acknowledgedAt } }`
const acknowledge = (actor: Actor, suspensionId = id) =>
  world.ask(ACKNOWLEDGE, { input: { suspension: suspensionId } }, actor)

const UNKNOWING = { receivedAt: null, acknowledgedAt: null }
const EMIS = { supplier: 'EMIS', practices: 2, ...UNKNOWING }
const TPP = { supplier: 'TPP', practices: 1, ...UNKNOWING }

test.each([['the department', ADMIN], ['auditors', AUDITOR], ['its signatories', LIAISON]])(
  '%s see which suppliers with practices in scope have not acknowledged a suspension',
  async (_, actor) => expect(await who(actor)).toEqual([EMIS, TPP]),
)

test.each<[string, Actor | null]>([
  ['other bodies', { ...LIAISON, organisation: 'RCGP' }],
  ['regional leads', leadOf('Q31')],
  ['suppliers', partner('EMIS')],
  ['practices', practiceManager('A00001')],
  ['strangers', null],
])('%s do not', async (_, actor) => expect(await who(actor)).toBeNull())

test('a supplier that acknowledges it is off the list; once more changes nothing', async () => {
  const first = await acknowledge(partner('EMIS'))
  const at = world.clock.at
  expect(first.data.acknowledgeSuspension).toEqual({
    supplier: 'EMIS', practices: 2, acknowledgedAt: at,
  })
  expect(await who(ADMIN)).toEqual([TPP])
  world.clock.at = '2010-04-23T08:00:00.000Z'
  const { data } = await acknowledge({ ...partner('EMIS'), subject: 'another system' })
  expect(data.acknowledgeSuspension.acknowledgedAt).toBe(at)
})

test('only suppliers of practices in scope acknowledge, and only what there is', async () => {
  expect((await acknowledge(partner('INPS'))).code).toBe('NOT_ASKED')
  expect((await acknowledge(partner('EMIS'), 'S-99')).code).toBe('NOT_FOUND')
  expect((await acknowledge(ADMIN)).code).toBe('FORBIDDEN')
})

test.each([
  ['NUL', 'S-1\u0000', 'There is no suspension S-1\ufffd.'],
  ['half of a surrogate pair', '\ud800', 'There is no suspension \ufffd.'],
  ['what turns its line round', '\u202eS-1', 'There is no suspension \ufffdS-1.'],
  ['5,000 letters', 'x'.repeat(5000), `There is no suspension ${'x'.repeat(59)}….`],
])('an id with %s is none, and repeated as it can be read', async (_, given, message) => {
  const { code, errors } = await acknowledge(partner('EMIS'), given)
  expect([code, errors[0]?.message]).toEqual(['NOT_FOUND', message])
})

test('what a webhook took is received, and not yet acknowledged', async () => {
  const input = { url: 'https://hooks.example/', events: ['SUSPENSION_IMPOSED'] }
  await world.must(
    'mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { secret } }',
    { input }, partner('TPP'),
  )
  id = (await suspension(world, { regions: ['5HQ'] })).id
  while (await fanOut(world.maker, { realNowMs: Date.now() }));
  expect(await who(ADMIN)).toEqual([EMIS, TPP])
  await world.database.query(
    `UPDATE delivery SET state = 'DELIVERED', "endedAt" = '2026-01-01T00:00:00Z'`,
  )
  const receivedAt = '2026-01-01T00:00:00.000Z'
  expect(await who(ADMIN)).toEqual([EMIS, { ...TPP, receivedAt }])
})

test('a system acknowledges nothing of a programme that its token is not for', async () => {
  const narrowed = { ...partner('TPP'), programmes: ['OTHER'] }
  expect((await acknowledge(narrowed)).code).toBe('FORBIDDEN')
})
