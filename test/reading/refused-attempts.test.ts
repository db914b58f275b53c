import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tryReport } from '../breaches/reports.js'
import { give, practice, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await give(world, 'liftSuspension', { id: 'S-9', version: 1 })
  world.clock.at = '2010-04-18T08:00:00.000Z'
  await give(world, 'liftSuspension', { id: 'S-9', version: 1 }, partner('EMIS'))
  await give(world, 'liftSuspension', { id: 'S-9', version: 1 }, null)
  await give(world, 'liftSuspension', { id: 'S-9', version: 1 }, null)
})
afterAll(() => world.close())

const LIST = `query ($first: Int, $after: String, $filter: RefusedAttemptFilter,
    $direction: Direction! = DESC) {
  refusedAttempts(first: $first, after: $after, filter: $filter,
    orderBy: { field: ID, direction: $direction }) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { at issuer subject organisation role command input code message } }
  }
}`
const listed = async (variables: Record<string, unknown> = {}, actor = AUDITOR) => {
  const { refusedAttempts } = await world.must(LIST, { first: 50, ...variables }, actor)
  return { ...refusedAttempts, nodes: refusedAttempts.edges.map((edge: any) => edge.node) }
}

describe('what was refused', () => {
  test('is listed with who asked for what, and why not; the newest first', async () => {
    const { nodes } = await listed({ filter: { command: 'liftSuspension' } })
    expect(nodes).toMatchObject([
      { role: 'PARTNER', organisation: 'EMIS', code: 'FORBIDDEN', at: '2010-04-18T08:00:00.000Z' },
      {
        role: 'PROGRAMME_ADMIN', organisation: 'DH', issuer: 'tests', code: 'NOT_FOUND',
        command: 'liftSuspension', input: { id: 'S-9', version: 1 },
        message: 'There is no suspension S-9.', at: '2010-04-16T08:00:00.000Z',
      },
    ])
  })

  test.each([
    [{ code: 'NOT_FOUND' }, 1],
    [{ command: 'liftSuspension', code: 'FORBIDDEN' }, 1],
    [{ command: 'startRollout' }, 0],
    [{ command: 'liftSuspension', since: '2010-04-18T08:00:00.000Z' }, 1],
    [{ command: 'liftSuspension', since: '2010-04-18T08:00:00.001Z' }, 0],
    [{ code: 'nul\u0000' }, 0],
  ])('filtered by %j: %i', async (filter, expected) => {
    expect((await listed({ filter })).totalCount).toBe(expected)
  })

  test('is walked page by page', async () => {
    const asked = { first: 1, direction: 'ASC', filter: { command: 'liftSuspension' } }
    const one = await listed(asked)
    expect(one).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    const two = await listed({ ...asked, after: one.pageInfo.endCursor })
    expect(two.pageInfo.hasNextPage).toBe(false)
    expect([...one.nodes, ...two.nodes].map(({ code }) => code)).toEqual(['NOT_FOUND', 'FORBIDDEN'])
  })

  test('is read by administrators and auditors alone', async () => {
    expect((await listed({}, ADMIN)).totalCount).toBe((await listed()).totalCount)
    const counts = '{ anonymousRefusals { totalCount } }'
    for (const source of [LIST, counts]) {
      for (const actor of [LIAISON, leadOf('Q31'), partner('EMIS'), practiceManager('P82001')]) {
        expect((await world.ask(source, {}, actor)).code).toBe('FORBIDDEN')
      }
      expect((await world.ask(source)).code).toBe('UNAUTHENTICATED')
    }
  })
})

test('without a token, only how often is kept, by day and command', async () => {
  const source = `query ($filter: AnonymousRefusalFilter) { anonymousRefusals(filter: $filter) {
    edges { node { day command refused } } } }`
  const counts = async (filter: unknown) =>
    (await world.must(source, { filter }, ADMIN)).anonymousRefusals.edges.map((e: any) => e.node)
  const two = [{ day: '2010-04-18', command: 'liftSuspension', refused: 2 }]
  expect(await counts(null)).toEqual(two)
  expect(await counts({ since: '2010-04-18T12:00:00Z', command: 'liftSuspension' })).toEqual(two)
  expect(await counts({ since: '2010-04-19T00:00:00Z' })).toEqual([])
  expect(await counts({ command: 'startRollout' })).toEqual([])
})

describe('a request that reports uploads and is refused as a whole', () => {
  const kept = async () => (await listed({ filter: { command: 'reportUploads' } })).nodes
  const uploads = [{ practice: 'P82001' }]

  test('is kept as other attempts are, each time', async () => {
    await tryReport(world, uploads, partner('EMIS'), null)
    await tryReport(world, uploads, LIAISON)
    const id = randomUUID()
    await tryReport(world, uploads, partner('EMIS'), id)
    await tryReport(world, [{ practice: 'P82001', records: 9 }], partner('EMIS'), id)
    expect(await kept()).toMatchObject([
      { code: 'REQUEST_ID_REUSED', role: 'PARTNER', organisation: 'EMIS' },
      { code: 'FORBIDDEN', role: 'LIAISON' },
      { code: 'REQUEST_ID_REQUIRED', input: { programme: 'SCR', reports: [{ records: 7 }] } },
    ])
  })

  test('is only counted without a token; one whose reports are rejected is none', async () => {
    const before = (await kept()).length
    expect((await tryReport(world, uploads, null)).code).toBe('UNAUTHENTICATED')
    const { data } = await tryReport(world, [{ practice: 'NOBODY' }])
    expect(data.reportUploads).toMatchObject({ rejected: 1 })
    expect(await kept()).toHaveLength(before)
    const count = `SELECT refused FROM anonymous_refusal WHERE command = 'reportUploads'`
    expect(await world.database.query(count)).toEqual([{ refused: 1 }])
  })
})
