import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyAt } from '../ledger/tampering.js'
import { done, give } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
})
afterAll(() => world.close())

const GENERAL = {
  code: 'GENERAL-2010',
  name: 'General election of 2010',
  from: '2010-04-05T23:00:00.000Z',
  to: '2010-05-11T18:00:00.000Z',
}

const inForceAt = async (at: string): Promise<string[]> => {
  const source = `query ($at: DateTime) {
    purdahs(filter: { inForce: true }, at: $at) { edges { node { code inForce(at: $at) } } }
  }`
  const { purdahs } = await world.must(source, { at })
  expect(purdahs.edges.every(({ node }: any) => node.inForce)).toBe(true)
  return purdahs.edges.map(({ node }: any) => node.code)
}

test('a period is in force from its first moment until its last', async () => {
  await done(world, 'setPurdah', GENERAL)
  expect(await inForceAt('2010-04-05T22:59:59.999Z')).toEqual([])
  expect(await inForceAt('2010-04-05T23:00:00.000Z')).toEqual(['GENERAL-2010'])
  expect(await inForceAt('2010-05-11T17:59:59.999Z')).toEqual(['GENERAL-2010'])
  expect(await inForceAt('2010-05-11T18:00:00.000Z')).toEqual([])
})

test('a period whose end is not known goes on until it is edited as a whole', async () => {
  const local = { code: 'LOCAL-2011', name: 'Local elections', from: '2011-04-14T00:00:00.000Z' }
  const begun = await done(world, 'setPurdah', local)
  expect(begun).toEqual({ ...local, to: null, version: 1 })
  expect(await inForceAt('2019-01-01T00:00:00.000Z')).toEqual(['LOCAL-2011'])
  const to = '2011-05-06T00:00:00.000Z'
  const ended = await done(world, 'setPurdah', { ...local, to, version: 1 })
  expect(ended).toEqual({ ...local, to, version: 2 })
  expect(await inForceAt('2019-01-01T00:00:00.000Z')).toEqual([])
})

test('the calendar is public, in order of time', async () => {
  const { purdahs } = await world.must('{ purdahs { totalCount edges { node { code name } } } }')
  expect(purdahs.edges.map(({ node }: any) => node.code)).toEqual(['GENERAL-2010', 'LOCAL-2011'])
})

test.each([
  ['ends as it begins', { to: GENERAL.from }, 'INVALID_INPUT'],
  ['ends before it begins', { to: '2010-04-05T22:59:59.999Z' }, 'INVALID_INPUT'],
  ['ends a moment after it begins', { to: '2010-04-05T23:00:00.001Z' }, null],
  ['has a code in small letters', { code: 'general' }, 'INVALID_INPUT'],
  ['has no name', { name: '' }, 'INVALID_INPUT'],
  ['is entered twice', { code: 'GENERAL-2010' }, 'ALREADY_EXISTS'],
  ['is edited at another version', { code: 'GENERAL-2010', version: 9 }, 'STALE_VERSION'],
])('a period that %s', async (_, rest, code) => {
  const answer = await give(world, 'setPurdah', { ...GENERAL, code: 'OTHER', ...rest })
  expect(answer.code).toBe(code)
})

test('and the ledger tells every row as it stands', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})
