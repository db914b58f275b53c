import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import {
  ADMIN, leadOf, openWorld, practiceManager, partner, type World,
} from '../world/world.js'

let world: World
let held: any

const MORNING = '2010-04-16T08:00:00.000Z'
const NOON = '2010-04-16T12:00:00.000Z'
const EVENING = '2010-04-16T21:00:00.000Z'
const REASON = { reason: 'Reported by telephone.' }

beforeAll(async () => {
  world = await openWorld('bodies', MORNING)
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P82002', '5HQ')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await mailing(world, 'ENG', '2009-12-01')
  const purdah = { code: 'LOCAL-2010', name: 'Local elections', from: NOON, to: null }
  await done(world, 'setPurdah', purdah)
  world.clock.at = NOON
  held = await suspension(world)
  world.clock.at = EVENING
})
afterAll(() => world.close())

/** What a change says that it writes. */
const written = async (
  name: string,
  input: Record<string, unknown>,
  { preview = false, actor = ADMIN } = {},
): Promise<any> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const source = `mutation ($input: ${type}!, $preview: Boolean!) {
    outcome: ${name}(input: $input, preview: $preview) {
      status
      proposal { id effect { entries breaches { totalCount } } }
      effect {
        entries
        breaches {
          totalCount
          edges { node { id kind reasons suspensions { id } practice { odsCode } } }
        }
      }
    }
  }`
  const variables = { input: { ...REASON, ...input }, preview }
  return (await world.must(source, variables, actor)).outcome
}
const liveFrom = async (odsCode: string, actor = ADMIN, knownAt: string | null = null) => {
  const source = `query ($odsCode: ID!, $knownAt: DateTime) {
    practice(odsCode: $odsCode, knownAt: $knownAt) { liveFrom other: liveFrom(programme: "NONE") }
  }`
  return (await world.must(source, { odsCode, knownAt }, actor)).practice
}

const upload = (practices: string[], at = NOON) => ({ programme: 'SCR', practices, at })

test('a preview says what would be recorded as a breach, and of which suspension', async () => {
  const { effect } = await written('recordFirstUploads', upload(['P82001']), { preview: true })
  expect(effect.entries).toBe(2)
  expect(effect.breaches.edges.map(({ node }: any) => node)).toEqual([{
    id: expect.stringMatching(/^B-\d+$/),
    kind: 'UPLOAD',
    reasons: ['SUSPENDED'],
    suspensions: [{ id: held.id }],
    practice: { odsCode: 'P82001' },
  }])
  const before = upload(['P82001'], '2010-04-16T11:59:59.999Z')
  const other = await written('recordFirstUploads', before, { preview: true })
  expect(other.effect).toMatchObject({ entries: 1, breaches: { totalCount: 0 } })
  expect(await liveFrom('P82001')).toEqual({ liveFrom: null, other: null })
})

test('the outcome names the breach that was recorded', async () => {
  const { effect } = await written('recordFirstUploads', upload(['P82001']))
  const [{ node }] = effect.breaches.edges
  const { node: read } = await world.must(
    'query ($id: ID!) { node(id: $id) { ... on Breach { kind at practice { odsCode } } } }',
    { id: node.id },
    ADMIN,
  )
  expect(read).toEqual({ kind: 'UPLOAD', at: NOON, practice: { odsCode: 'P82001' } })
})

test('what was so already is said to write nothing', async () => {
  const again = await written('recordFirstUploads', upload(['P82001'], MORNING))
  expect(again).toMatchObject({
    status: 'APPLIED', effect: { entries: 0, breaches: { totalCount: 0 } },
  })
  const both = await written('recordFirstUploads', upload(['P82001', 'P82002'], MORNING))
  expect(both.effect.entries).toBe(1)
})

test('a practice says since when it is live, to whoever may see the practice', async () => {
  const told = { liveFrom: NOON, other: null }
  expect(await liveFrom('P82001')).toEqual(told)
  expect(await liveFrom('P82001', practiceManager('P82001'))).toEqual(told)
  expect(await liveFrom('P82001', partner('EMIS'))).toEqual(told)
  expect(await liveFrom('P82001', practiceManager('P82002'))).toBeNull()
  expect(await liveFrom('P82001', leadOf('Q36'))).toBeNull()
  expect(await liveFrom('P82001', ADMIN, NOON)).toEqual({ liveFrom: null, other: null })
  const ask = (programmes: string[]) => {
    const emis = { ...partner('EMIS'), programmes }
    return world.ask('{ practice(odsCode: "P82001") { liveFrom } }', {}, emis)
  }
  expect((await ask(['SCR'])).code).toBeNull()
  expect((await ask(['OTHER'])).code).toBe('FORBIDDEN')
})

test('a lead sees in the preview that a consultation in several regions is a breach', async () => {
  const consultation = {
    programme: 'SCR', title: 'Records', audience: 'PRACTICES', regions: ['5HQ', '5NT'],
    openedAt: NOON, closesOn: '2010-08-01',
  }
  const asked = { preview: true, actor: leadOf('Q31') }
  const { effect } = await written('recordConsultation', consultation, asked)
  expect(effect.breaches.edges.map(({ node }: any) => node)).toMatchObject([
    { kind: 'CONSULTATION', reasons: ['IN_PURDAH'], suspensions: [] },
  ])
})

test('what waits says what it would write, and says so only once', async () => {
  const planned = await written('planRollout', {
    programme: 'SCR', region: '5NT', classification: 'STANDARD',
  })
  expect(planned.effect).toMatchObject({ entries: 1, breaches: { totalCount: 0 } })
  const lifted = await written('liftSuspension', { id: held.id, version: 1 })
  expect(lifted.status).toBe('AWAITING_SIGNATURES')
  expect(lifted.effect.entries).toBeGreaterThan(0)
  expect(lifted.proposal.effect).toEqual({ entries: null, breaches: null })
})

test('a breach that the caller may not see is not counted for them either', async () => {
  await done(world, 'recordRegion', {
    code: '5XX', name: 'Moved', kind: 'PCT',
    parents: [{ region: 'Q36', to: '2010-04-17' }, { region: 'Q31', from: '2010-04-17' }],
  })
  world.clock.at = '2010-04-17T08:00:00.000Z'
  const opened = (openedAt: string) => ({
    programme: 'SCR', title: 'Records', audience: 'PRACTICES', regions: ['5XX'],
    openedAt, closesOn: '2010-08-01',
  })
  const told = async (openedAt: string, actor: Actor) => {
    const asked = { preview: true, actor }
    const { effect } = await written('recordConsultation', opened(openedAt), asked)
    return { entries: effect.entries, breaches: effect.breaches.totalCount }
  }
  // It lay in another SHA when it was opened, whose matter it was.
  expect(await told(NOON, ADMIN)).toEqual({ entries: 2, breaches: 1 })
  expect(await told(NOON, leadOf('Q31'))).toEqual({ entries: 1, breaches: 0 })
  const today = world.clock.at
  expect(await told(today, leadOf('Q31'))).toEqual({ entries: 2, breaches: 1 })
})
