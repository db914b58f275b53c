import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { ADMIN, openWorld, partner, type Answered, type World } from '../world/world.js'

let world: World
let held: any

const MORNING = '2010-04-16T08:00:00.000Z'
const NOON = '2010-04-16T12:00:00.000Z'
const EVENING = '2010-04-16T18:00:00.000Z'
const NEXT_DAY = '2010-04-17T08:00:00.000Z'

beforeAll(async () => {
  world = await openWorld('bodies', MORNING)
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P84001', '5NT')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  world.clock.at = NOON
  held = await suspension(world, {}, { reason: 'The profession has not been heard.' })
  world.clock.at = EVENING
  await mailing(world, '5HQ', '2010-01-15')
  world.clock.at = NEXT_DAY
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await practice(world, 'P82001', '5HQ', { name: 'Another name', version: 1 })
})
afterAll(() => world.close())

const RULING = `query ($p: ID! = "P82001", $at: DateTime, $knownAt: DateTime) {
  ruling(practice: $p, at: $at, knownAt: $knownAt) {
    outcome basis at validUntil registerSequence practice { name regionAt { name } }
    reasons { code suspension { id inForce endedAt } }
  }
}`

const ruling = async (asked: Record<string, unknown>, actor = ADMIN) =>
  (await world.must(RULING, asked, actor)).ruling

const codes = async (asked: Record<string, unknown>): Promise<string[]> =>
  (await ruling(asked)).reasons.map(({ code }: any) => code)

describe('a ruling, as at a moment and as known at another', () => {
  test('a mailing recorded in the evening was not known at noon, when it counted', async () => {
    expect(await codes({ at: NOON })).toEqual(['SUSPENDED'])
    expect(await codes({ at: NOON, knownAt: NOON })).toEqual(['SUSPENDED', 'NOTICE_TOO_SHORT'])
    expect(await codes({ at: NOON, knownAt: EVENING })).toEqual(['SUSPENDED'])
  })

  test('what was imposed at noon was not known a moment before', async () => {
    const before = '2010-04-16T11:59:59.999Z'
    expect(await codes({ knownAt: before })).toEqual(['NOTICE_TOO_SHORT'])
    expect(await codes({ knownAt: NOON })).toContain('SUSPENDED')
    expect(await codes({ at: NEXT_DAY, knownAt: before })).toEqual(['NOTICE_TOO_SHORT'])
  })

  test('the day after the lifting was not foreseen the day before', async () => {
    expect(await codes({ at: NEXT_DAY, knownAt: EVENING })).toEqual(['SUSPENDED'])
    expect(await codes({ at: NEXT_DAY })).toEqual([])
  })

  test('is about the moment that was known, unless another is named', async () => {
    expect((await ruling({ knownAt: NOON })).at).toBe(NOON)
    expect((await ruling({ knownAt: NOON, at: EVENING })).at).toBe(EVENING)
  })

  test.each([
    ['the past', EVENING],
    ['now', NEXT_DAY],
    ['days to come', '2011-01-01T00:00:00.000Z'],
  ])('is no permission, be it as known in %s', async (_, knownAt) => {
    expect(await ruling({ knownAt })).toMatchObject({ basis: 'HYPOTHETICAL', validUntil: null })
  })

  test('names the entry that the ledger had reached then', async () => {
    const source = `query ($at: DateTime!) {
      ledgerEntries(knownAt: $at, first: 1) { edges { node { sequence } } }
    }`
    const { ledgerEntries } = await world.must(source, { at: NOON }, ADMIN)
    const reached = ledgerEntries.edges[0].node.sequence
    expect((await ruling({ knownAt: NOON })).registerSequence).toBe(reached)
    expect((await ruling({ knownAt: NEXT_DAY })).registerSequence).toBeGreaterThan(reached)
  })

  test('days to come know what is known now', async () => {
    const { registerSequence } = await ruling({ knownAt: '2011-01-01T00:00:00Z' })
    expect(registerSequence).toBe(world.follower.current.head.sequence)
  })

  test('left empty asks what is known now', async () => {
    expect(await ruling({ knownAt: null })).toMatchObject({ basis: 'LIVE', outcome: 'PERMIT' })
  })
})

describe('whatever is nested', () => {
  test('is told as it was known, down to the last field', async () => {
    const then = await ruling({ knownAt: NOON })
    expect(then.practice).toEqual({ name: 'Practice P82001', regionAt: { name: 'Bolton' } })
    expect(then.reasons[0].suspension).toEqual({ id: held.id, inForce: true, endedAt: null })
    expect((await ruling({})).practice.name).toBe('Another name')
  })

  test('counts of rulings follow their region', async () => {
    const source = `query ($knownAt: DateTime) { region(code: "5HQ", knownAt: $knownAt) {
      rulingCounts { permitted refused } practices { totalCount }
    } }`
    const then = await world.must(source, { knownAt: EVENING }, ADMIN)
    expect(then.region.rulingCounts).toEqual({ permitted: 0, refused: 1 })
    const now = await world.must(source, {}, ADMIN)
    expect(now.region.rulingCounts).toEqual({ permitted: 1, refused: 0 })
  })
})

test.each([
  ['suspensions(knownAt: $knownAt) { totalCount }', 0, 1],
  ['practices(knownAt: $knownAt, filter: { search: "Another" }) { totalCount }', 0, 1],
  ['rollouts(knownAt: $knownAt) { totalCount }', 1, 1],
  ['programmes(knownAt: $knownAt) { totalCount }', 1, 1],
])('%s: %i in the morning, %i now', async (list, then, now) => {
  const counts = async (knownAt: string | null) => {
    const data = await world.must(`query ($knownAt: DateTime) { ${list} }`, { knownAt }, ADMIN)
    return Object.values<any>(data)[0].totalCount
  }
  expect([await counts(MORNING), await counts(null)]).toEqual([then, now])
})

test('one thing is read as it was known, and not at all before it was', async () => {
  const source = `query ($id: ID!, $knownAt: DateTime) {
    suspension(id: $id, knownAt: $knownAt) { endedAt }
  }`
  const endedAt = async (knownAt: string | null) =>
    (await world.must(source, { id: held.id, knownAt })).suspension
  expect(await endedAt(MORNING)).toBeNull()
  expect(await endedAt(NOON)).toEqual({ endedAt: null })
  expect(await endedAt(null)).toEqual({ endedAt: NEXT_DAY })
})

test('before the register began nothing was known, and it says when it begins', async () => {
  const { code, errors } = await world.ask(RULING, { knownAt: '2006-01-01T00:00:00Z' }, ADMIN)
  expect(code).toBe('NOT_FOUND')
  expect(errors[0]?.extensions).toMatchObject({ begins: '2007-01-01T00:00:00.000Z' })
  expect(errors[0]?.message).toContain('the register begins on 1 January 2007')
})

describe('one request is answered as known at one moment', () => {
  const ask = (source: string): Promise<Answered> => world.ask(source, {}, ADMIN)
  const region = (knownAt: string) => `region(code: "5HQ"${knownAt}) { code }`
  const THEN = `, knownAt: "${NOON}"`
  const NOW = `b: ${region('')}`

  test.each([
    ['two moments', `{ a: ${region(THEN)} b: ${region(`, knownAt: "${EVENING}"`)} }`],
    ['then and now', `{ a: ${region(THEN)} ${NOW} }`],
    ['what knows no past beside it', `{ ${region(THEN)} viewer { subject } }`],
    ['then and now in a fragment', `{ ...F } fragment F on Query { a: ${region(THEN)} ${NOW} }`],
  ])('and %s are refused', async (_, source) => {
    expect(await ask(source)).toMatchObject({ code: 'INVALID_INPUT', data: null })
  })

  test.each([
    ['one moment, named twice', `{ a: ${region(THEN)} b: ${region(THEN)} __typename }`],
    ['one moment, in a fragment', `{ ...F ...F } fragment F on Query { ${region(THEN)} }`],
    ['now, named as nothing', `{ a: ${region(', knownAt: null')} b: ${region('')} }`],
  ])('and %s is answered', async (_, source) => {
    expect((await ask(source)).errors).toEqual([])
  })
})

test('a supplier that serves a practice no more reads no past of it', async () => {
  const EMIS_THEN = { knownAt: NOON, p: 'P84001' }
  expect((await ruling(EMIS_THEN, partner('EMIS'))).practice).not.toBeNull()
  const suppliers = [{ supplier: 'TPP' }]
  await practice(world, 'P84001', '5NT', { suppliers, version: 1 })
  expect((await ruling(EMIS_THEN, partner('EMIS'))).practice).toBeNull()
  expect((await ruling(EMIS_THEN, partner('TPP'))).practice).not.toBeNull()
  const source = 'query ($at: DateTime) { practices(knownAt: $at) { totalCount } }'
  const { practices } = await world.must(source, { at: NOON }, partner('TPP'))
  expect(practices.totalCount).toBe(1)
})
