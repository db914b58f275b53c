import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Teller } from '../../api/events/teller.js'
import type { Actor } from '../../api/kernel/actor.js'
import { ADMIN, openWorld, partner, type World } from '../world/world.js'
import { openReceiver, type Receiver } from './receiver.js'
import { deliveries, ours, register, suspend, theirs } from './scene.js'

const MINUTE_MS = 60_000
const EMIS = partner('EMIS')
const TPP: Actor = { ...partner('TPP'), issuer: 'https://suppliers.example' }

let world: World
let receiver: Receiver
let teller: Teller
/** Real time, as a test sets it forward. */
let ahead = 0
const real = { nowMs: () => Date.now() + ahead }

beforeAll(async () => {
  world = await openWorld('demonstration')
  world.issuers.push({
    ...world.issuers[0]!, issuer: TPP.issuer, gives: { PARTNER: ['TPP'], LIAISON: ['TPP'] },
  })
  receiver = await openReceiver()
  teller = new Teller({ maker: world.maker, real })
})
afterAll(async () => {
  await receiver.close()
  await world.close()
})

const stopped = async (actor: Actor): Promise<string[]> => {
  const { webhooks } = await world.must('{ webhooks { edges { node { stopped } } } }', {}, actor)
  return webhooks.edges.map(({ node }: any) => node.stopped)
}

/** Somebody is suspended, and whoever waits for that is told. */
const told = async (practice: string): Promise<number> => {
  const before = receiver.received.length
  await suspend(world, [practice])
  await teller.tellDue()
  return receiver.received.length - before
}

test('a webhook is told nothing once its issuer is trusted no longer, and says why', async () => {
  await register(world, TPP, receiver.url, ['SUSPENSION_IMPOSED'])
  expect(await told(theirs[0]!)).toBe(1)
  expect(await stopped(TPP)).toEqual([null])

  const [removed] = world.issuers.splice(1, 1)
  expect(await told(theirs[1]!)).toBe(0)
  const why = 'Tokens of https://suppliers.example, which vouched for its owner, no longer count.'
  expect(await stopped(ADMIN)).toEqual([why])
  expect(await deliveries(world, ADMIN)).toMatchObject({
    waiting: 1, deliveries: [{ state: 'DELIVERED' }, { state: 'WAITING', fault: why }],
  })

  // What waited is sent where it is trusted again.
  world.issuers.push(removed!)
  ahead += MINUTE_MS
  await teller.tellDue()
  expect(receiver.received).toHaveLength(2)
  expect(await stopped(ADMIN)).toEqual([null])
})

test('nor where the issuer vouches for its owner, or its owner’s role, no longer', async () => {
  const [, suppliers] = world.issuers
  for (const gives of [{ PARTNER: ['EMIS'] }, { LIAISON: ['TPP'] }, {}]) {
    world.issuers[1] = { ...suppliers!, gives }
    expect(await told(theirs[2]!)).toBe(0)
    expect(await stopped(ADMIN)).toEqual([
      'https://suppliers.example no longer vouches for its owner as partner.',
    ])
  }
  world.issuers[1] = { ...suppliers!, gives: { PARTNER: 'ANY' } }
  expect(await stopped(ADMIN)).toEqual([null])
})

test('others are told as before', async () => {
  await register(world, EMIS, receiver.url, ['SUSPENSION_IMPOSED'])
  world.issuers.splice(1, 1)
  expect(await told(ours[3]!)).toBe(1)
  expect(await stopped(EMIS)).toEqual([null])
})
