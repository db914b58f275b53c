import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done, give } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('demonstration')
})
afterAll(() => world.close())

const CONNECTION = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

/** Walks a list of practices page by page; answers the codes in order. */
const walk = async (first: number, filter: unknown, orderBy: unknown): Promise<string[]> => {
  const source = `query ($first: Int!, $after: String, $filter: PracticeFilter, $by: PracticeOrder) {
    practices(first: $first, after: $after, filter: $filter, orderBy: $by) {
      ${CONNECTION} edges { cursor node { odsCode name } }
    }
  }`
  const codes: string[] = []
  for (let after = null, more = true; more; ) {
    const { practices } = await world.must(source, { first, after, filter, by: orderBy }, ADMIN)
    codes.push(...practices.edges.map((edge: any) => edge.node.odsCode))
    expect(practices.pageInfo.hasPreviousPage).toBe(after !== null)
    after = practices.pageInfo.endCursor
    more = practices.pageInfo.hasNextPage
    if (!more) expect(practices.totalCount).toBe(codes.length)
  }
  return codes
}

describe('a list', () => {
  test('is walked page by page, each thing once', async () => {
    const codes = await walk(200, null, null)
    expect(codes).toHaveLength(8046)
    expect(codes).toEqual([...new Set(codes)].sort())
  })

  test.each([
    ['ASC', 7],
    ['DESC', 49],
    ['DESC', 50],
  ])('sorted by name, %s, in pages of %i, settles ties by the code', async (direction, first) => {
    for (const code of (await walk(200, { region: '5HQ' }, null)).slice(0, 20)) {
      const input = { odsCode: code, name: 'The same name', memberships: [{ region: '5HQ' }] }
      await give(world, 'recordPractice', { ...input, suppliers: [], version: 1 })
    }
    const codes = await walk(first, { region: '5HQ' }, { field: 'NAME', direction })
    expect(codes).toHaveLength(49)
    expect(new Set(codes).size).toBe(49)
  })

  test.each([
    [-1, 'INVALID_INPUT'],
    [0, null],
    [200, null],
    [201, 'INVALID_INPUT'],
  ])('of %i things a page', async (first, code) => {
    const answer = await world.ask('query ($n: Int!) { regions(first: $n) { totalCount } }', {
      n: first,
    })
    expect(answer.code).toBe(code)
  })

  test.each(['nonsense', '', 'eyJ9', 'bnVsbA', 'WyJROTkiXQ'])('after %j', async (after) => {
    const source = 'query ($after: String) { regions(after: $after) { totalCount } }'
    expect([null, 'INVALID_INPUT']).toContain((await world.ask(source, { after })).code)
  })
})

const counts = async (list: string, filter: string, actor = ADMIN, at?: string) => {
  const source = `query ($at: DateTime) { ${list}(filter: { ${filter} }, at: $at) { totalCount } }`
  return (await world.must(source, { at }, actor))[list].totalCount
}

test.each([
  ['regions', 'kind: SHA', 10],
  ['regions', 'kind: PCT, parent: "Q35"', 13],
  ['regions', 'within: "Q36"', 31],
  ['regions', 'search: "bolton"', 1],
  ['practices', 'region: "5PY"', 79],
  ['practices', 'region: "Q36", open: true', 1461],
  ['practices', 'open: false', 0],
  ['practices', 'supplier: "ISOFT"', 804],
  ['practices', 'search: "DEMO000"', 9],
  ['rollouts', 'state: RUNNING', 20],
  ['rollouts', 'classification: EARLY_ADOPTER', 6],
  ['rollouts', 'region: "Q35"', 6],
  ['rollouts', 'programme: "NONE"', 0],
  ['suspensions', 'inForce: true, strength: BINDING', 1],
  ['organisations', 'search: "BMA"', 1],
  ['programmes', 'search: "summary"', 1],
])('%s { %s }: %i', async (list, filter, expected) => {
  // Bolton's practices were named anew above, and lost their supplier.
  const actual = await counts(list, filter)
  if (filter.includes('ISOFT')) expect(actual).toBeLessThanOrEqual(expected)
  else expect(actual).toBe(expected)
})

test.each([
  ['regions', 'kind: PCT, parent: "Q35"', '2010-03-31T12:00:00Z', 14],
  ['regions', 'kind: PCT, parent: "Q35"', '2010-03-31T22:59:59Z', 14],
  ['regions', 'kind: PCT, parent: "Q35"', '2010-03-31T23:00:00Z', 13],
  ['practices', 'region: "5QV"', '2010-03-31T12:00:00Z', 0],
  ['practices', 'region: "5QV"', '2010-04-01T12:00:00Z', 133],
  ['rollouts', 'state: RUNNING', '2009-12-31T12:00:00Z', 6],
  ['suspensions', 'inForce: true', '2010-04-16T09:59:59Z', 0],
  ['suspensions', 'inForce: true', '2010-04-16T10:00:00Z', 1],
])('%s { %s } at %s: %i', async (list, filter, at, expected) => {
  expect(await counts(list, filter, ADMIN, at)).toBe(expected)
})

describe('practices are listed', () => {
  const BOLTON = 49
  test.each([
    ['an administrator', ADMIN, 8046],
    ['an auditor', AUDITOR, 8046],
    ['a liaison officer', LIAISON, 8046],
    ['a lead of Bolton', leadOf('5HQ'), BOLTON],
    ['a lead of the North West', leadOf('Q31'), 1233],
    ['a practice', practiceManager('DEMO4553'), 1],
    ['an unknown supplier', partner('NOBODY'), 0],
  ])('for %s', async (_, actor, expected) => {
    expect(await counts('practices', '', actor)).toBe(expected)
    const source = `{ region(code: "ENG") { practices { totalCount } } }`
    const { region } = await world.must(source, {}, actor)
    expect(region.practices.totalCount).toBe(expected)
  })

  test('one by one as they are in lists', async () => {
    const source = 'query { practice(odsCode: "DEMO4553") { odsCode } }'
    expect((await world.must(source, {}, partner('EMIS'))).practice).not.toBeNull()
    expect((await world.must(source, {}, partner('TPP'))).practice).toBeNull()
    expect((await world.must(source, {}, leadOf('5HQ'))).practice).toBeNull()
  })
})

test('a region has ancestors, and counts of rulings, at a moment', async () => {
  const source = `query ($at: DateTime) { region(code: "5HQ") {
    ancestors(at: $at) { code } rulingCounts(at: $at) { permitted refused }
    parents { from to region { name } }
  } }`
  expect((await world.must(source)).region).toMatchObject({
    ancestors: [{ code: 'Q31' }, { code: 'ENG' }],
    rulingCounts: { permitted: BOLTON_PERMITTED, refused: 0 },
    parents: [{ from: '2006-10-01', to: '2013-04-01', region: { name: 'North West' } }],
  })
  const { region } = await world.must(source, { at: '2007-06-01T00:00:00Z' })
  expect(region.rulingCounts).toEqual({ permitted: 0, refused: BOLTON_PERMITTED })
})
const BOLTON_PERMITTED = 49

test('England adds up', async () => {
  const source = '{ region(code: "ENG") { rulingCounts { permitted refused } } }'
  const { region } = await world.must(source)
  // The six early adopters: five PCTs, and twelve practices of South West Essex.
  expect(region.rulingCounts).toEqual({ permitted: 293, refused: 8046 - 293 })
})

test('what was found elsewhere is null, and what is not public needs a token', async () => {
  const nothing = `{
    region(code: "NO") { code } rollout(id: "R-0") { id } suspension(id: "S") { id }
  }`
  expect(await world.must(nothing)).toEqual({ region: null, rollout: null, suspension: null })
  expect(await world.must('{ viewer { subject } }')).toEqual({ viewer: null })
})

describe('the ledger', () => {
  test('is read by administrators, auditors and, in part, liaison; its head by all', async () => {
    const source = '{ ledgerEntries(first: 1) { totalCount } }'
    for (const actor of [leadOf('Q31'), partner('EMIS'), practiceManager('DEMO0001')]) {
      expect((await world.ask(source, {}, actor)).code).toBe('FORBIDDEN')
    }
    expect((await world.ask(source)).code).toBe('UNAUTHENTICATED')
    for (const actor of [AUDITOR, LIAISON]) {
      expect((await world.ask(source, {}, actor)).code).toBeNull()
    }
    const { ledgerHead } = await world.must('{ ledgerHead { sequence root } }')
    expect(ledgerHead).toMatchObject({ root: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('begins with what it is', async () => {
    const source = `{ ledgerEntries(first: 1, orderBy: { field: SEQUENCE, direction: ASC }) {
      edges { node { sequence kind body { table after } } }
    } }`
    const { ledgerEntries } = await world.must(source, {}, AUDITOR)
    expect(ledgerEntries.edges[0].node).toMatchObject({
      sequence: 1,
      kind: 'openRegister',
      body: { table: 'installation', after: { demonstration: true } },
    })
  })

  test('is walked both ways, as at a moment, and by change', async () => {
    const source = `query ($after: String, $direction: Direction!) {
      ledgerEntries(first: 3, after: $after, filter: { kind: "startRollout", table: "rollout" },
        orderBy: { field: SEQUENCE, direction: $direction }, at: "2009-01-01T00:00:00Z") {
        totalCount pageInfo { hasNextPage endCursor } edges { node { body { key } } }
      } }`
    const keys = async (direction: string) => {
      const one = (await world.must(source, { direction }, AUDITOR)).ledgerEntries
      const after = one.pageInfo.endCursor
      const two = (await world.must(source, { direction, after }, AUDITOR)).ledgerEntries
      expect([one.totalCount, two.pageInfo.hasNextPage]).toEqual([6, false])
      return [...one.edges, ...two.edges].map((edge: any) => edge.node.body.key)
    }
    const ids = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6']
    expect(await keys('ASC')).toEqual(ids)
    expect(await keys('DESC')).toEqual([...ids].reverse())
  })
})

test('a region edited while a list is walked moves nothing in the list', async () => {
  const source = `query ($after: String) {
    regions(first: 5, after: $after, filter: { kind: SHA }) {
      pageInfo { endCursor } edges { node { code } }
    } }`
  const one = (await world.must(source)).regions
  await done(world, 'recordRegion', { code: 'Q29', name: 'New', kind: 'SHA', parents: [] })
  const two = (await world.must(source, { after: one.pageInfo.endCursor })).regions
  const codes = [...one.edges, ...two.edges].map((edge: any) => edge.node.code)
  expect(codes).toEqual(['Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39'])
})
