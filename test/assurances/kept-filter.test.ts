import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { practice, programme, rollout } from '../world/story.js'
import { ADMIN, LIAISON, openWorld, partner, practiceManager, type World } from '../world/world.js'
import { assurance, breach, suspensionFor } from './story.js'

const NOW = '2010-04-20T08:00:00.000Z'
const LATER = '2010-04-20T09:00:00.000Z'
const STATES = ['KEPT', 'NOT_ENFORCED', 'BREACHED', 'MET'] as const

const of = (region: string) => [
  {
    activities: ['UPLOAD' as const], classifications: null, regions: [region], practices: null,
    suppliers: null,
  },
]

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', NOW)
  await programme(world)
  await practice(world, 'F81001', '5PY')
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P84001', '5NT')
  for (const region of ['5PY', '5HQ', '5NT']) await rollout(world, region, 'STANDARD')
  // A-1 is kept, A-2 is not, and A-3, which is between others, is broken after an hour.
  await assurance(world, { scope: of('5PY') })
  await suspensionFor(world, 'A-1', { scope: of('5PY') })
  await assurance(world, { scope: of('5HQ') })
  await assurance(world, {
    scope: of('5NT'), public: false, text: 'Between us.', givenBy: [{ organisation: 'Q36' }],
    givenTo: [{ organisation: 'DH' }],
  })
  await suspensionFor(world, 'A-3', { scope: of('5NT') })
  world.clock.at = LATER
  await breach(world, { practice: 'P84001', at: '2010-04-20T08:30:00.000Z' })
})
afterAll(() => world.close())

const LIST = `query ($kept: AssuranceKept, $at: DateTime, $knownAt: DateTime, $search: String) {
  assurances(filter: { kept: $kept, search: $search }, at: $at, knownAt: $knownAt) {
    totalCount edges { node { id kept(at: $at) } }
  }
}`
const listed = async (variables: object, actor: Actor | null = ADMIN) => {
  const { assurances } = await world.must(LIST, { ...variables }, actor)
  const nodes: { id: string; kept: string }[] = assurances.edges.map(({ node }: any) => node)
  expect(assurances.totalCount).toBe(nodes.length)
  return nodes
}
const idsOf = async (variables: object, actor?: Actor | null) =>
  (await listed(variables, actor)).map(({ id }) => id)

test('assurances are found by whether they are kept, at the moment asked about', async () => {
  expect(await idsOf({ kept: 'KEPT' })).toEqual(['A-1'])
  expect(await idsOf({ kept: 'NOT_ENFORCED' })).toEqual(['A-2'])
  expect(await idsOf({ kept: 'BREACHED' })).toEqual(['A-3'])
  expect(await idsOf({ kept: 'MET' })).toEqual([])
  expect(await idsOf({ kept: null })).toEqual(['A-1', 'A-2', 'A-3'])
  expect(await idsOf({ kept: 'KEPT', search: 'no such words' })).toEqual([])
})

test.each([
  ['now', {}],
  ['before the breach', { at: NOW }],
  ['before any suspension', { at: '2010-04-19T08:00:00.000Z' }],
  ['as known before the breach', { knownAt: NOW }],
  ['as known before it, at a later day', { knownAt: NOW, at: '2010-05-01T08:00:00.000Z' }],
])('each is found under what it says itself, and under nothing else: %s', async (_, moments) => {
  const all = await listed(moments)
  expect(all).toHaveLength(3)
  for (const kept of STATES) {
    const itself = all.filter((each) => each.kept === kept)
    expect(await listed({ kept, ...moments })).toEqual(itself)
  }
})

test.each([
  ['nobody', null],
  ['liaison, to whom it was not given', LIAISON],
  ['a supplier', partner('EMIS')],
  ['the practice that broke it', practiceManager('P84001')],
])('one between others is found by no state for %s', async (_, actor) => {
  const found = await Promise.all(STATES.map((kept) => idsOf({ kept }, actor)))
  expect(found).toEqual([['A-1'], ['A-2'], [], []])
})

test('a state that there is none of is refused', async () => {
  expect((await world.ask(LIST, { kept: 'BROKEN' })).code).toBe('BAD_USER_INPUT')
})
