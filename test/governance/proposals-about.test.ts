import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { assurance } from '../assurances/story.js'
import type { Actor } from '../../api/kernel/actor.js'
import { done, give, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { ADMIN, AUDITOR, leadOf, LIAISON, openWorld, type World } from '../world/world.js'

const COLLEGE = { ...LIAISON, organisation: 'RCGP', subject: 'a.college' }

let world: World
let secret: string
let lifted: string
let replaced: string

const waiting = async (name: string, input: Record<string, unknown>): Promise<string> =>
  (await give(world, name, input)).data[name].proposal.id

beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-04T09:00:00.000Z')
  await programme(world)
  await practice(world, 'P84001', '5NT')
  await rollout(world, '5NT', 'ACCELERATED')
  await mailing(world, '5NT', '2010-01-04')
  world.clock.at = '2010-04-16T10:00:00.000Z'
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'College' })
  secret = (await assurance(world, { public: false })).id
  await suspension(world, { classifications: ['ACCELERATED'] })
  await suspension(world, {}, { signatories: ['BMA/GPC', 'RCGP'] })
  lifted = await waiting('liftSuspension', { id: 'S-1', version: 1 })
  replaced = await waiting('replaceSuspension', {
    id: 'S-2', version: 1, strength: 'BINDING', assurance: secret,
    scope: [{ activities: ['VIEW'] }],
  })
})
afterAll(() => world.close())

const about = async (id: string, actor: Actor = ADMIN, rest = ''): Promise<string[]> => {
  const source = `query ($id: ID!) {
    proposals(filter: { about: $id ${rest} }) { totalCount edges { node { id } } }
  }`
  const { proposals } = await world.must(source, { id }, actor)
  const ids = proposals.edges.map(({ node }: any) => node.id)
  expect(proposals.totalCount).toBe(ids.length)
  return ids
}

describe('the proposals about a thing are', () => {
  test('those whose command names it, and no others', async () => {
    expect(await about('S-1')).toEqual([lifted])
    expect(await about('S-2')).toEqual([replaced])
    expect(await about('S-99')).toEqual([])
  })

  test('narrowed by what became of them', async () => {
    expect(await about('S-1', ADMIN, 'state: AWAITING')).toEqual([lifted])
    expect(await about('S-1', ADMIN, 'state: APPLIED')).toEqual([])
  })

  test('shown to who may read them, and to nobody else', async () => {
    expect(await about('S-1', LIAISON)).toEqual([lifted])
    expect(await about('S-1', COLLEGE)).toEqual([])
    expect(await about('S-2', COLLEGE)).toEqual([replaced])
    expect(await about('S-1', leadOf('Q31'))).toEqual([])
  })

  test('not found by a private assurance, but by who may read it', async () => {
    expect(await about(secret, AUDITOR)).toEqual([replaced])
    expect(await about(secret, COLLEGE)).toEqual([])
  })
})

test('what goes by a code is named by its type and its code', async () => {
  const waits = await waiting('recordPractice', {
    odsCode: 'P84001', name: 'P84001', version: 1, suppliers: [{ supplier: 'EMIS' }],
    memberships: [{ region: '5NT', to: '2010-09-01' }, { region: '5HQ', from: '2010-09-01' }],
  })
  expect(await about('Practice:P84001')).toEqual([waits])
  expect(await about('P84001')).toEqual([])
})
