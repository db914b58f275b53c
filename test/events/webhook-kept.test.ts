import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Teller } from '../../api/events/teller.js'
import { openWorld, partner, type World } from '../world/world.js'
import { openReceiver, status, type Receiver } from './receiver.js'
import { ours, register, suspend } from './scene.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const EMIS = partner('EMIS')

let world: World
let receiver: Receiver
/** Real time, as a test sets it. */
let nowMs = Date.now()
const real = { nowMs: () => nowMs }

beforeAll(async () => {
  world = await openWorld('demonstration')
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver.close()
  await world.close()
})

/** A process that begins then: what it does once in a while it does at once. */
const tellAt = (ms: number): Promise<void> => {
  nowMs = ms
  return new Teller({ maker: world.maker, real }).tellDue()
}
const kept = async (): Promise<string[]> => {
  const rows = await world.database.query('SELECT event, state FROM delivery ORDER BY event, state')
  return rows.map(({ event, state }: any) => `${event} ${state}`)
}

test('messages are kept for 30 days after they ended; the news of a suspension stays', async () => {
  await register(world, EMIS, receiver.url, ['RULINGS_CHANGED', 'SUSPENSION_IMPOSED'])
  const delivered = Date.now() + MINUTE_MS
  await suspend(world, [ours[0]!])
  await tellAt(delivered)
  const both = ['RULINGS_CHANGED DELIVERED', 'SUSPENSION_IMPOSED DELIVERED']
  expect(await kept()).toEqual(both)
  await tellAt(delivered + 30 * DAY_MS - 1)
  expect(await kept()).toEqual(both)
  await tellAt(delivered + 30 * DAY_MS)
  expect(await kept()).toEqual(['SUSPENSION_IMPOSED DELIVERED'])
})

test('those given up are kept as long, and what waits is never taken away', async () => {
  receiver.answer = status(500)
  const due = nowMs
  await suspend(world, [ours[1]!])
  await tellAt(due)
  const told = ['SUSPENSION_IMPOSED DELIVERED']
  expect(await kept()).toEqual([
    'RULINGS_CHANGED WAITING', ...told, 'SUSPENSION_IMPOSED WAITING',
  ])
  const ended = due + 3 * DAY_MS + 1
  await tellAt(ended)
  const dead = ['RULINGS_CHANGED DEAD', 'SUSPENSION_IMPOSED DEAD', ...told].sort()
  expect((await kept()).sort()).toEqual(dead)
  await tellAt(ended + 30 * DAY_MS - 1)
  expect((await kept()).sort()).toEqual(dead)
  await tellAt(ended + 30 * DAY_MS)
  expect(await kept()).toEqual(told)
})

test('they are taken away a thousand at a time, the oldest first', async () => {
  await world.database.query(
    `INSERT INTO delivery (id, endpoint, event, subject, sequence, payload, state, attempts,
       "firstDueAt", "nextAttemptAt", "endedAt")
     SELECT gen_random_uuid(), (SELECT id FROM endpoint LIMIT 1), 'RULINGS_CHANGED', 'old-' || n, n,
       '{}', 'DELIVERED', 1, now(), now(), timestamptz '2020-01-01' + n * interval '1 second'
     FROM generate_series(1, 1001) AS n`,
  )
  await tellAt(nowMs)
  const left = `SELECT subject FROM delivery WHERE event = 'RULINGS_CHANGED'`
  expect(await world.database.query(left)).toEqual([{ subject: 'old-1001' }])
  await tellAt(nowMs)
  expect(await world.database.query(left)).toEqual([])
})
