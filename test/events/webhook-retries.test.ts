import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Teller } from '../../api/events/teller.js'
import { until } from '../world/until.js'
import { ADMIN, openWorld, partner, type World } from '../world/world.js'
import { openReceiver, status, type Receiver } from './receiver.js'
import { deliveries, ours, register, suspend, theirs } from './scene.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

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

describe('a message that is not received', () => {
  const failing = async (answer = status(500)) => {
    const registered = await register(world, partner('EMIS'), receiver.url, ['SUSPENSION_IMPOSED'])
    receiver.answer = answer
    await suspend(world, [ours[4]!])
    await teller.tellDue()
    return registered
  }

  test('is sent again after a while, word for word and under its id', async () => {
    await failing()
    await teller.tellDue()
    expect(receiver.received).toHaveLength(1)
    expect(await deliveries(world, partner('EMIS'))).toMatchObject({
      waiting: 1, deliveries: [{ state: 'WAITING', attempts: 1, fault: 'It answered 500.' }],
    })
    receiver.answer = status(200)
    ahead = MINUTE_MS
    await teller.tellDue()
    const [first, second] = receiver.received
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(await deliveries(world, partner('EMIS'))).toMatchObject({
      waiting: 0, deliveries: [{ state: 'DELIVERED', attempts: 2, fault: null }],
    })
  })

  test('holds up no later one', async () => {
    await failing()
    receiver.answer = status(204)
    await suspend(world, [ours[5]!])
    await teller.tellDue()
    expect(receiver.received).toHaveLength(2)
    expect((await deliveries(world, partner('EMIS'))).waiting).toBe(1)
  })

  test('is given up after three days, and sent again where a replay asks for it', async () => {
    const { webhook } = await failing()
    ahead = 3 * DAY_MS + MINUTE_MS
    await teller.tellDue()
    const { dead, deliveries: [given] } = await deliveries(world, partner('EMIS'))
    expect({ dead, state: given.state }).toEqual({ dead: 1, state: 'DEAD' })
    ahead += DAY_MS
    await teller.tellDue()
    expect(receiver.received).toHaveLength(2)

    receiver.answer = status(204)
    const replay =
      'mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { changes } }'
    const range = { fromSequence: given.registerSequence, toSequence: given.registerSequence }
    const input = { id: webhook.id, ...range }
    const { data } = await world.ask(replay, { input }, partner('EMIS'))
    expect(data.replayWebhook.changes).toBe(1)
    await teller.tellDue()
    expect(receiver.received[2]?.headers['webhook-id']).toBe(given.id)
    expect((await deliveries(world, partner('EMIS'))).dead).toBe(0)
    expect((await world.ask(replay, { input }, ADMIN)).code).toBe('FORBIDDEN')
    expect((await world.ask(replay, { input }, partner('TPP'))).code).toBe('NOT_FOUND')
  })

  test('is one whose answer points elsewhere: nobody is led anywhere', async () => {
    const elsewhere = await openReceiver()
    await failing(status(307, { location: elsewhere.url }))
    expect((await deliveries(world, partner('EMIS'))).deliveries[0].fault).toBe('It answered 307.')
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
  })
})

test('who is slow to take much keeps nobody else from being told', async () => {
  const slow = await openReceiver()
  let goOn = (): void => undefined
  const goesOn = new Promise<void>((resolve) => (goOn = resolve))
  slow.answer = (request, response) =>
    void goesOn.then(() => {
      ahead += 1_500
      status(204)(request, response)
    })
  await register(world, partner('EMIS'), slow.url, ['SUSPENSION_IMPOSED'])
  const many = ours.slice(6, 20)
  for (const practice of many) await suspend(world, [practice])
  const running = new Teller({ maker: world.maker, real })
  running.start()
  await until(() => slow.received.length > 0)
  let takenBefore = 0
  receiver.answer = (request, response) => {
    takenBefore = slow.received.length
    status(204)(request, response)
  }
  await register(world, partner('TPP'), receiver.url, ['SUSPENSION_IMPOSED'])
  await suspend(world, [theirs[0]!])
  await until(async () => (await deliveries(world, partner('TPP'))).waiting === 1)
  goOn()
  await until(() => receiver.received.length > 0)
  expect(takenBefore).toBeGreaterThan(0)
  expect(takenBefore).toBeLessThan(many.length)
  await running.stop()
  await slow.close()
})
