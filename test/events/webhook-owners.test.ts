import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Teller } from '../../api/events/teller.js'
import type { Actor } from '../../api/kernel/actor.js'
import { AUDITOR, leadOf, openWorld, partner, SECOND_ADMIN, type World } from '../world/world.js'
import { openReceiver, type Receiver } from './receiver.js'
import { ALL, ours, REGISTER, register, suspend } from './scene.js'

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

describe('who may register what', () => {
  test.each([
    ['a practice', { ...partner('X'), role: 'PRACTICE' as const, supplier: null }],
    ['a regional lead', leadOf('Q31')],
    ['an auditor', AUDITOR],
  ])('%s may not', async (_, actor) => {
    const input = { url: receiver.url, events: ALL }
    expect((await world.ask(REGISTER, { input }, actor)).code).toBe('FORBIDDEN')
  })

  test('each sees and removes its own; the department sees and removes all', async () => {
    const { webhook: { id } } = await register(world, partner('EMIS'), receiver.url)
    const list = '{ webhooks { edges { node { id } } } }'
    const seen = async (actor: Actor) =>
      (await world.must(list, {}, actor)).webhooks.edges.map(({ node }: any) => node.id)
    expect(await seen(partner('TPP'))).toEqual([])
    expect(await seen({ ...partner('EMIS'), subject: 'a colleague' })).toEqual([id])
    expect(await seen(AUDITOR)).toEqual([id])
    expect((await world.ask(list, {}, leadOf('Q31'))).code).toBe('FORBIDDEN')
    expect((await world.ask(list)).code).toBe('UNAUTHENTICATED')
    const remove = `mutation ($input: WebhookInput!) { removeWebhook(input: $input) { id } }`
    const input = { id }
    expect((await world.ask(remove, { input }, partner('TPP'))).code).toBe('NOT_FOUND')
    await world.must(remove, { input }, SECOND_ADMIN)
    await suspend(world, [ours[14]!])
    await teller.tellDue()
    expect(receiver.received).toEqual([])
  })

  test('a system narrowed to some programmes sees none that is told of others', async () => {
    const narrowed = (programmes: string[]) => ({ ...partner('EMIS'), programmes })
    const { webhook } = await register(world, narrowed(['SCR']), receiver.url)
    await register(world, partner('EMIS'), receiver.url)
    const list = '{ webhooks { edges { node { id } } } }'
    const seen = async (actor: Actor) =>
      (await world.must(list, {}, actor)).webhooks.edges.map(({ node }: any) => node.id)
    expect(await seen(narrowed(['SCR', 'ETP']))).toEqual([webhook.id])
    expect(await seen(narrowed(['ETP']))).toEqual([])
    expect(await seen(partner('EMIS'))).toHaveLength(2)
  })

  test('five at most, for one supplier', async () => {
    for (let count = 0; count < 5; count += 1) await register(world, partner('EMIS'), receiver.url)
    const input = { url: receiver.url, events: ALL }
    expect((await world.ask(REGISTER, { input }, partner('EMIS'))).code).toBe('LIMIT_REACHED')
    await register(world, partner('TPP'), receiver.url)
  })
})
