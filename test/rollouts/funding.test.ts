import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyAt } from '../ledger/tampering.js'
import { done, give, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-04T08:00:00.000Z')
  await programme(world)
})
afterAll(() => world.close())

const plan = () =>
  done(world, 'planRollout', { programme: 'SCR', region: '5HQ', classification: 'ACCELERATED' })
const money = (rest: Record<string, unknown> = {}) => ({
  version: 1, payer: 'DH', pence: 3_000_000_000, useBy: '2010-03-31', ...rest,
})

const FUNDING = `query ($id: ID!, $at: DateTime) { rollout(id: $id) {
  funding { payer pence useBy useByPassed(at: $at) }
} }`

test('a rollout has its money until its last day; it may be recorded anew', async () => {
  const { id } = await plan()
  await done(world, 'fundRollout', money({ id }), leadOf('Q31'))
  const at = async (moment: string) =>
    (await world.must(FUNDING, { id, at: moment }, AUDITOR)).rollout.funding
  const funding = { payer: 'DH', pence: 3_000_000_000, useBy: '2010-03-31' }
  expect(await at('2010-03-31T22:59:59.999Z')).toEqual({ ...funding, useByPassed: false })
  expect(await at('2010-03-31T23:00:00.000Z')).toEqual({ ...funding, useByPassed: true })
  await done(world, 'fundRollout', money({ id, version: 2, pence: 1 }))
  expect(await at('2010-01-04T08:00:00Z')).toMatchObject({ pence: 1 })
})

test('its money is read by leads of its region and by those who read all', async () => {
  const { id } = await plan()
  await done(world, 'fundRollout', money({ id }))
  const seen = async (actor: Parameters<World['must']>[2]) =>
    (await world.must(FUNDING, { id }, actor)).rollout.funding !== null
  for (const actor of [leadOf('5HQ'), leadOf('Q31'), LIAISON, ADMIN, AUDITOR]) {
    expect(await seen(actor)).toBe(true)
  }
  const others = [null, leadOf('5NT'), partner('EMIS'), practiceManager('P82001')]
  for (const actor of others) expect(await seen(actor)).toBe(false)
})

test.each([
  ['a penny', { pence: 1 }, null],
  ['no penny', { pence: 0 }, 'INVALID_INPUT'],
  ['half a penny', { pence: 0.5 }, 'BAD_USER_INPUT'],
  ['as much as is counted exactly', { pence: Number.MAX_SAFE_INTEGER }, null],
  ['a penny more', { pence: Number.MAX_SAFE_INTEGER + 1 }, 'BAD_USER_INPUT'],
  ['an unknown payer', { payer: 'NOBODY' }, 'NOT_FOUND'],
  ['an edit of another version', { version: 2 }, 'STALE_VERSION'],
])('money: %s', async (_, rest, code) => {
  const { id } = await plan()
  expect((await give(world, 'fundRollout', money({ id, ...rest }))).code).toBe(code)
})

test('a lead funds no rollout elsewhere, and nobody one that has ended', async () => {
  const { id } = await plan()
  expect((await give(world, 'fundRollout', money({ id }), leadOf('5NT'))).code).toBe('FORBIDDEN')
  await done(world, 'endRollout', { id, version: 1 })
  expect((await give(world, 'fundRollout', money({ id, version: 2 }))).code).toBe('ALREADY_ENDED')
})

test('and the ledger tells every row as it stands', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})
