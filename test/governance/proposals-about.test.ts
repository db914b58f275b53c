import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { assurance } from '../assurances/story.js'
import type { Actor } from '../../api/kernel/actor.js'
import { named } from '../../api/changes/proposal.decision.js'
import { COMMANDS, type CommandName } from '../../api/kernel/mutations.js'
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
  // Where it is to belong is named as well, though deeper in.
  expect(await about('Region:5HQ')).toEqual([waits])
})

describe('what a command names by a bare code is found by the type that it is of:', () => {
  test('a programme whose notice is to be shorter', async () => {
    const before = await about('Programme:SCR')
    const waits = await waiting('setProgramme', { code: 'SCR', version: 1, noticeDaysMin: 1 })
    expect((await about('Programme:SCR')).sort()).toEqual([...before, waits].sort())
    expect(await about('Region:SCR')).toEqual([])
    expect(await about('SCR')).toEqual([])
  })

  test('a region that is to lie elsewhere, and where', async () => {
    await suspension(world, { regions: ['Q31'] })
    const { region } = await world.must('{ region(code: "5NT") { name version } }', {}, ADMIN)
    const waits = await waiting('recordRegion', {
      ...region, code: '5NT', kind: 'PCT', parents: [{ region: 'Q33' }],
    })
    expect(await about('Region:5NT')).toContain(waits)
    expect(await about('Region:Q33')).toEqual([waits])
    expect(await about('Organisation:5NT')).toEqual([])
  })

  test('a pre-election period that is to be shorter', async () => {
    const period = { code: 'LOCAL-2010', name: 'Local', from: '2010-04-20T00:00:00Z' }
    await done(world, 'setPurdah', { ...period, to: '2010-05-07T00:00:00Z' })
    const waits = await waiting('setPurdah', { ...period, version: 1, to: '2010-05-06T00:00:00Z' })
    expect(await about('Purdah:LOCAL-2010')).toEqual([waits])
  })

  test('every command there is whose input has such a code', () => {
    const contract = readFileSync('schema.graphql', 'utf8')
    const coded = [...contract.matchAll(/^input (\w+)Input \{([^}]*)\}/gm)]
      .filter(([, , fields]) => /^ {2}code: ID!$/m.test(fields!))
      .map(([, name]) => `${name![0]!.toLowerCase()}${name!.slice(1)}`)
      .filter((name): name is CommandName => name in COMMANDS)
    expect(coded).toContain('recordOrganisation')
    expect(coded.map((name) => [name, named(name, { code: 'X' })])).toEqual(
      coded.map((name) => [name, [expect.stringMatching(/^(Organisation|Programme|Purdah|Region):X$/)]]),
    )
  })
})
