import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { Teller } from '../../api/events/teller.js'
import { done, give, sign } from '../world/story.js'
import { until } from '../world/until.js'
import {
  ADMIN, AUDITOR, LIAISON, openOn, openWorld, partner, type OpenWorld, type World,
} from '../world/world.js'
import { openReceiver, type Receiver } from './receiver.js'
import { ours, register, suspend, theirs } from './scene.js'

let world: World
let receiver: Receiver
let teller: Teller
/** Real time, as a test sets it forward. */
let ahead = 0
const real = { nowMs: () => Date.now() + ahead }

beforeAll(async () => {
  world = await openWorld('demonstration')
  teller = new Teller({ maker: world.maker, real })
})
afterAll(() => world.close())
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(async () => {
  ahead = 0
  await receiver.close()
  await world.database.query(`UPDATE endpoint SET "removedAt" = now()`)
})

test('a suspension reaches the supplier, signed, with its own practices alone', async () => {
  const { secret, webhook } = await register(world, partner('EMIS'), receiver.url)
  expect(webhook.registeredFor).toBe('EMIS')
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  const { id } = await suspend(world, [ours[0]!, theirs[0]!])
  const { sequence } = world.follower.current.head
  await teller.tellDue()
  const at = world.clock.at
  expect(receiver.messages(secret)).toEqual([
    {
      type: 'suspension.imposed', timestamp: at,
      data: {
        registerSequence: sequence, suspension: id, programme: 'SCR', strength: 'BINDING',
        from: at, endedAt: null, ending: null, replacedBy: null, practices: [ours[0]],
      },
    },
    {
      type: 'rulings.changed', timestamp: at,
      data: {
        registerSequence: sequence,
        turns: [{
          programme: 'SCR', activity: 'UPLOAD', turn: 'REFUSED', from: at, until: null,
          practices: [ours[0]],
        }],
      },
    },
  ])
  expect(receiver.received[0]?.headers['content-type']).toBe('application/json')
  await teller.tellDue()
  expect(receiver.received).toHaveLength(2)
})

test('a suspension of others’ practices is no news to a supplier', async () => {
  const { secret } = await register(world, partner('EMIS'), receiver.url)
  await suspend(world, [theirs[1]!])
  await suspend(world, [ours[1]!])
  await teller.tellDue()
  const told = receiver.messages(secret).flatMap(({ data }) => data.practices ?? [])
  expect(told).toEqual([ours[1]])
})

test('who may sign is asked; a ruling turns only once all have signed', async () => {
  const { id, version } = await suspend(world, [ours[2]!], { signatories: ['BMA/GPC'] })
  await teller.tellDue()
  await register(world, partner('EMIS'), receiver.url)
  const liaison = await openReceiver()
  const other = await openReceiver()
  const { secret } = await register(world, LIAISON, liaison.url)
  await register(world, { ...LIAISON, organisation: 'RCGP' }, other.url)

  const { data } = await give(world, 'liftSuspension', { id, version })
  await teller.tellDue()
  const proposal = data.liftSuspension.proposal.id
  expect(liaison.messages(secret)).toEqual([
    expect.objectContaining({
      type: 'proposal.awaits-signature',
      data: expect.objectContaining({ proposal, command: 'liftSuspension' }),
    }),
  ])
  expect([receiver.received, other.received]).toEqual([[], []])

  await sign(world, proposal)
  await teller.tellDue()
  expect(receiver.received).toEqual([])
  await sign(world, proposal, LIAISON)
  await teller.tellDue()
  const types = receiver.received.map(({ body }) => JSON.parse(body))
  expect(types.map(({ type }) => type)).toEqual(['suspension.ended', 'rulings.changed'])
  expect(types[0].data).toMatchObject({ suspension: id, ending: 'LIFTED', practices: [ours[2]] })
  expect(types[1].data.turns).toMatchObject([{ turn: 'PERMITTED', practices: [ours[2]] }])
  await Promise.all([liaison.close(), other.close()])
})

test('what is refused or only tried out is told to nobody', async () => {
  await register(world, partner('EMIS'), receiver.url)
  const scope = [{ activities: ['UPLOAD'], practices: [ours[3]] }]
  const input = { programme: 'SCR', strength: 'BINDING', scope, reason: 'To see.' }
  const preview = `mutation ($input: ImposeSuspensionInput!) {
    imposeSuspension(input: $input, preview: true) { status } }`
  await world.must(preview, { input }, ADMIN)
  await give(world, 'imposeSuspension', input, AUDITOR)
  await teller.tellDue()
  expect(receiver.received).toEqual([])
})

test('a replay tells what happened before somebody asked, as far as they may see it', async () => {
  const { id } = await suspend(world, [ours[6]!, theirs[2]!])
  const { sequence } = world.follower.current.head
  const kinds = ['SUSPENSION_IMPOSED']
  const { webhook, secret } = await register(world, partner('TPP'), receiver.url, kinds)
  await teller.tellDue()
  expect(receiver.received).toEqual([])
  await world.must(
    `mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { changes } }`,
    { input: { id: webhook.id, fromSequence: sequence, toSequence: sequence + 100 } },
    partner('TPP'),
  )
  await teller.tellDue()
  expect(receiver.messages(secret)).toMatchObject([
    { data: { suspension: id, practices: [theirs[2]] } },
  ])
})

test('processes share the work: each message is sent once, whoever made the change', async () => {
  const others: OpenWorld[] = [await openOn(world.url, world.clock.at)]
  const receivers = await Promise.all(Array.from({ length: 4 }, openReceiver))
  for (const [place, { url }] of receivers.entries()) {
    await register(world, place < 2 ? LIAISON : ADMIN, url, ['SUSPENSION_IMPOSED'])
  }
  const tellers = [world, ...others].map(({ maker }) => new Teller({ maker, real }))
  for (const each of tellers) each.start()
  const imposed: string[] = []
  for (const code of ours.slice(7, 12)) imposed.push((await suspend(others[0]!, [code])).id)
  const all = () => receivers.every(({ received }) => received.length >= imposed.length)
  await until(all)
  await Promise.all(tellers.map((each) => each.stop()))
  for (const each of receivers) {
    const told = each.received.map(({ body }) => JSON.parse(body).data.suspension)
    expect(told).toEqual(imposed)
    await each.close()
  }
  await Promise.all(others.map((each) => each.stop()))
})

test('what was entered while nobody told is told by whoever comes next', async () => {
  const { secret } = await register(world, partner('EMIS'), receiver.url, ['SUSPENSION_IMPOSED'])
  const { id } = await suspend(world, [ours[12]!])
  const next = await openOn(world.url, world.clock.at)
  await new Teller({ maker: next.maker, real }).tellDue()
  expect(receiver.messages(secret)).toMatchObject([{ data: { suspension: id } }])
  await next.stop()
})

test('a supplier that a practice has left is told nothing more of it', async () => {
  const code = ours[13]!
  const { practice: { version, name } } = await world.must(
    `{ practice(odsCode: "${code}") { version name } }`, {}, ADMIN)
  const day = '2010-04-20'
  const suppliers = [{ supplier: 'EMIS', to: day }, { supplier: 'TPP', from: day }]
  await done(world, 'recordPractice', {
    odsCode: code, version, name, suppliers,
    memberships: world.follower.current.get('practice', code)!.memberships,
  })
  await teller.tellDue()
  await register(world, partner('EMIS'), receiver.url)
  await suspend(world, [code])
  await teller.tellDue()
  expect(receiver.received).toEqual([])
})
