import { afterAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, rollout } from '../world/story.js'
import { LIAISON, leadOf, openWorld, practiceManager, type World } from '../world/world.js'
import { assurance, breach, supersede, suspensionFor } from './story.js'

const NOW = '2010-04-20T08:00:00.000Z'
const worlds: World[] = []
let world: World
beforeEach(async () => {
  world = await openWorld('bodies', NOW)
  worlds.push(world)
  await programme(world)
  await practice(world, 'F81001', '5PY')
  await practice(world, 'F81002', '5PY')
  await practice(world, 'P82001', '5HQ')
})
afterEach(() => worlds.pop()?.close())
afterAll(() => Promise.all(worlds.map((each) => each.close())))

const READ = `query ($id: ID!, $at: DateTime) { assurance(id: $id) {
  kept(at: $at) unmet(at: $at) { id kind days } suspensions { id }
  coverage(at: $at) { within unheldCount
    lackingSignatories { suspension { id } lacking { code } } }
} }`
const read = async (id: string, at: string = world.clock.at) =>
  (await world.must(READ, { id, at })).assurance
const kept = async (id: string, at?: string) => (await read(id, at)).kept

const clause = (rest: Record<string, unknown>) => [
  {
    activities: ['UPLOAD' as const], classifications: null, regions: null, practices: null,
    suppliers: null, ...rest,
  },
]

const UNHELD = `query ($id: ID!, $first: Int) { assurance(id: $id) { coverage {
  unheld(first: $first) { totalCount pageInfo { hasNextPage } edges { node { odsCode } } }
} } }`

describe('an assurance is kept', () => {
  test('by binding suspensions that together hold every practice within its scope', async () => {
    const { id } = await assurance(world)
    expect(await read(id)).toMatchObject({
      kept: 'NOT_ENFORCED', coverage: { within: 3, unheldCount: 3 },
    })
    await suspensionFor(world, id, { scope: clause({ regions: ['Q35'] }) })
    expect(await read(id)).toMatchObject({
      kept: 'NOT_ENFORCED', coverage: { within: 3, unheldCount: 1 },
    })
    // Whichever they were made for.
    await suspensionFor(world, id, { assurance: null, scope: clause({ practices: ['P82001'] }) })
    expect(await read(id)).toMatchObject({
      kept: 'KEPT', coverage: { within: 3, unheldCount: 0, lackingSignatories: [] },
    })
    expect(await read(id, '2010-04-20T07:59:59.999Z')).toMatchObject({ kept: 'NOT_ENFORCED' })
  })

  test.each([
    ['advice', { strength: 'ADVISORY' as const }],
    ['a suspension of something else', { scope: clause({ activities: ['VIEW'] }) }],
    ['one that has yet to begin', { from: '2010-04-20T08:00:00.001Z' }],
    ['one of another wave', { scope: clause({ classifications: ['ACCELERATED'] }) }],
  ])('but not by %s', async (_, rest) => {
    const { id } = await assurance(world)
    await suspensionFor(world, id, rest)
    expect(await kept(id)).toBe('NOT_ENFORCED')
  })

  test('if each activity that it names is held', async () => {
    const { id } = await assurance(world, { scope: [{ activities: ['UPLOAD', 'INFORM'] }] })
    await suspensionFor(world, id)
    expect(await read(id)).toMatchObject({ kept: 'NOT_ENFORCED', coverage: { unheldCount: 3 } })
    await suspensionFor(world, id, { scope: clause({ activities: ['INFORM'] }) })
    expect(await kept(id)).toBe('KEPT')
  })

  test('in its own wave: early adopters go on inside an accelerated region', async () => {
    await mailing(world, 'ENG', '2009-06-01')
    await rollout(world, 'Q35', 'ACCELERATED')
    await rollout(world, '5PY', 'EARLY_ADOPTER', { practices: ['F81001'] })
    const scope = [{ activities: ['UPLOAD'], classifications: ['ACCELERATED'] }]
    const { id } = await assurance(world, { scope })
    expect(await read(id)).toMatchObject({ coverage: { within: 1, unheldCount: 1 } })
    await suspensionFor(world, id, { scope: clause({ classifications: ['ACCELERATED'] }) })
    expect(await read(id)).toMatchObject({ kept: 'KEPT', coverage: { within: 1 } })
  })

  test('whatever becomes of practices that are closed', async () => {
    const { id } = await assurance(world, { scope: [{ activities: ['UPLOAD'], regions: ['5HQ'] }] })
    expect(await kept(id)).toBe('NOT_ENFORCED')
    await practice(world, 'P82001', '5HQ', { version: 1, openTo: '2010-04-20' })
    expect(await read(id)).toMatchObject({ kept: 'KEPT', coverage: { within: 0 } })
  })
})

test('the practices that nothing holds are listed for those who may see them', async () => {
  const { id } = await assurance(world)
  await suspensionFor(world, id, { scope: clause({ practices: ['F81002'] }) })
  const unheld = async (actor: typeof LIAISON, first = 50) =>
    (await world.must(UNHELD, { id, first }, actor)).assurance.coverage.unheld
  const codes = async (actor: typeof LIAISON) =>
    (await unheld(actor)).edges.map((edge: any) => edge.node.odsCode)
  expect(await codes(LIAISON)).toEqual(['F81001', 'P82001'])
  expect(await codes(leadOf('5HQ'))).toEqual(['P82001'])
  expect(await codes(practiceManager('F81002'))).toEqual([])
  expect(await unheld(LIAISON, 1)).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
  expect((await world.ask(UNHELD, { id })).code).toBe('UNAUTHENTICATED')
})

test('suspensions that a recipient does not sign for are named, with who is lacking', async () => {
  const givenTo = [{ organisation: 'BMA/GPC' }, { organisation: 'Q36' }]
  const { id } = await assurance(world, { givenTo })
  const lacks = await suspensionFor(world, id)
  await suspensionFor(world, id, { signatories: ['Q36', 'BMA/GPC', 'Q30'] })
  await suspensionFor(world, id, { signatories: [], scope: clause({ activities: ['VIEW'] }) })
  const { coverage } = await read(id)
  expect(coverage.lackingSignatories).toEqual([
    { suspension: { id: lacks.id }, lacking: [{ code: 'Q36' }] },
  ])
})

test('what is met: suspensions made for it were lifted, and none of them is left', async () => {
  const { id } = await assurance(world)
  const one = await suspensionFor(world, id, { scope: clause({ regions: ['Q35'] }) })
  const two = await suspensionFor(world, id)
  await done(world, 'liftSuspension', { id: one.id, version: 1 })
  expect(await kept(id)).toBe('KEPT')
  await done(world, 'liftSuspension', { id: two.id, version: 1 })
  expect(await kept(id)).toBe('MET')
  expect((await read(id)).suspensions).toEqual([{ id: one.id }, { id: two.id }])
})

test('neither a withdrawal nor a correction touches what was imposed', async () => {
  const { id } = await assurance(world)
  const held = await suspensionFor(world, id)
  const elsewhere = { reaffirms: false, givenTo: [{ organisation: 'Q36' }] }
  const corrected = await supersede(world, id, elsewhere)
  await done(world, 'withdrawAssurance', { id, version: 1 })
  await done(world, 'withdrawAssurance', { id: corrected.id, version: 1 })
  expect(world.follower.current.get('suspension', held.id)).toEqual(held)
})

test('an assurance whose suspension was annulled is not met, but not enforced', async () => {
  const { id } = await assurance(world)
  await suspensionFor(world, id, { from: NOW, endedAt: NOW, ending: 'ANNULLED' })
  expect(await kept(id)).toBe('NOT_ENFORCED')
})

test('the conditions of suspensions in force for it are unmet', async () => {
  const { id } = await assurance(world)
  const condition = {
    id: 'c1', kind: 'NOTICE' as const, days: 84, audience: null, party: null, matter: null,
    organisation: null, since: NOW,
  }
  await suspensionFor(world, id, { conditions: [condition] })
  await suspensionFor(world, id, { assurance: null, conditions: [{ ...condition, days: 1 }] })
  await suspensionFor(world, id, { conditions: [condition], endedAt: NOW, ending: 'ANNULLED' })
  expect((await read(id)).unmet).toEqual([{ id: 'c1', kind: 'NOTICE', days: 84 }])
  expect((await read(id, '2010-04-20T07:59:59.999Z')).unmet).toEqual([])
})

describe('a breach is one of an assurance', () => {
  const given = (rest: Record<string, unknown> = {}) =>
    assurance(world, { scope: [{ activities: ['UPLOAD'], regions: ['5PY'] }], ...rest })
  const done2010 = { practice: 'F81001', at: '2010-04-16T10:00:00.000Z' }

  test.each([
    ['an upload within its scope', done2010, 'BREACHED'],
    ['on the first moment of the day it was given',
      { ...done2010, at: '2010-04-15T23:00:00.000Z' }, 'BREACHED'],
    ['before that day', { ...done2010, at: '2010-04-15T22:59:59.999Z' }, 'NOT_ENFORCED'],
    ['outside its scope', { ...done2010, practice: 'P82001' }, 'NOT_ENFORCED'],
    ['in another programme', { ...done2010, programme: 'OTHER' }, 'NOT_ENFORCED'],
    ['in a region above it', { ...done2010, practice: null, region: 'Q35' }, 'BREACHED'],
    ['in another region', { ...done2010, practice: null, region: 'Q31' }, 'NOT_ENFORCED'],
    ['a mailing, which it does not name', { ...done2010, kind: 'MAILING' as const },
      'NOT_ENFORCED'],
    ['a statement under purdah', { kind: 'PURDAH' as const, of: 'A-1' }, 'NOT_ENFORCED'],
  ])('%s: %j', async (_, rest, expected) => {
    await programme(world, { code: 'OTHER' })
    const { id } = await given()
    await breach(world, rest)
    expect(await kept(id)).toBe(expected)
  })

  test('and stays on record, though all is held from then on', async () => {
    const { id } = await given()
    await suspensionFor(world, id)
    await breach(world, done2010)
    expect(await kept(id)).toBe('BREACHED')
    expect(await kept(id, '2010-04-16T09:59:59.999Z')).toBe('NOT_ENFORCED')
  })

  test('where the practice lay then, wherever it has moved since', async () => {
    await practice(world, 'F81001', '5HQ', {
      version: 1,
      memberships: [{ region: '5PY', to: '2010-04-18' }, { region: '5HQ', from: '2010-04-18' }],
    })
    const { id } = await given()
    await breach(world, { practice: 'F81001', at: '2010-04-19T10:00:00.000Z' })
    expect(await kept(id)).toBe('NOT_ENFORCED')
    await breach(world, { practice: 'F81001', at: '2010-04-17T10:00:00.000Z' })
    expect(await kept(id)).toBe('BREACHED')
  })
})

test('how far the whole of England is held is answered for each minute anew', async () => {
  const england = await openWorld('demonstration')
  worlds.push(england)
  const { id } = await assurance(england, { scope: [{ activities: ['UPLOAD', 'VIEW'] }] })
  const source = 'query ($id: ID!) { assurance(id: $id) { kept coverage { within unheldCount } } }'
  for (const minute of ['00', '01', '02']) {
    england.clock.at = `2010-04-22T08:${minute}:00.000Z`
    const { assurance: answered } = await england.must(source, { id })
    expect(answered).toEqual({
      kept: 'NOT_ENFORCED', coverage: { within: 8046, unheldCount: 8046 },
    })
  }
})

test('what is held turns with the dates that are recorded, however often it is asked', async () => {
  const { id } = await assurance(world, { scope: [{ activities: ['UPLOAD'], regions: ['5HQ'] }] })
  await suspensionFor(world, id, { from: '2010-04-21T08:00:00.000Z' })
  await practice(world, 'P82001', '5HQ', { version: 1, openTo: '2010-05-01' })
  const asked: [string, number, string][] = [
    ['2010-04-21T07:59:59.999Z', 1, 'NOT_ENFORCED'],
    ['2010-04-21T08:00:00.000Z', 1, 'KEPT'],
    ['2010-04-30T22:59:59.999Z', 1, 'KEPT'],
    ['2010-04-30T23:00:00.000Z', 0, 'KEPT'],
    ['2010-04-20T08:00:00.000Z', 1, 'NOT_ENFORCED'],
  ]
  for (const [at, within, expected] of asked) {
    expect(await read(id, at)).toMatchObject({ kept: expected, coverage: { within } })
  }
})
