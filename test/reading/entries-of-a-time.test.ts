import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { assurance } from '../assurances/story.js'
import { done, programme } from '../world/story.js'
import { ADMIN, LIAISON, openWorld, type World } from '../world/world.js'

const MARCH = '2010-03-01T09:00:00.000Z'
const APRIL = '2010-04-20T09:00:00.000Z'
const MAY = '2010-05-01T09:00:00.000Z'

/** So many milliseconds later; earlier where it is negative. */
const later = (moment: string, ms = 1): string => new Date(Date.parse(moment) + ms).toISOString()
const earlier = (moment: string): string => later(moment, -1)

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', MARCH)
  await programme(world)
  world.clock.at = APRIL
  await assurance(world, { public: false, givenTo: [{ organisation: 'Q36' }] })
  world.clock.at = MAY
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
})
afterAll(() => world.close())

interface Wanted {
  readonly since?: string
  readonly until?: string
  readonly table?: string
}
const entries = async (filter: Wanted, actor = ADMIN, direction = 'ASC') => {
  const source = `query ($filter: LedgerEntryFilter, $direction: Direction!) {
    ledgerEntries(first: 1, filter: $filter, orderBy: { field: SEQUENCE, direction: $direction }) {
      totalCount edges { node { kind at } }
    }
  }`
  const { ledgerEntries } = await world.must(source, { filter, direction }, actor)
  const { node = null } = ledgerEntries.edges[0] ?? {}
  return { count: ledgerEntries.totalCount as number, at: node?.at as string | undefined, node }
}

/** Where a reader is who steps from change to change. */
const next = async (moment: string, actor = ADMIN) =>
  (await entries({ since: later(moment) }, actor)).at
const last = async (moment: string, actor = ADMIN) =>
  (await entries({ until: moment }, actor, 'DESC')).at

test('from any moment leads a step to the next change and to the last', async () => {
  expect([await next(earlier(MARCH)), await next(MARCH), await next(APRIL)]).toEqual([
    MARCH, APRIL, MAY,
  ])
  expect(await next(MAY)).toBeUndefined()
  expect([await last(later(MAY)), await last(MAY), await last(APRIL)]).toEqual([MAY, APRIL, MARCH])
})

test.each([
  ['from the moment itself', { since: APRIL, until: later(APRIL) }, 1],
  ['up to it, and without it', { until: APRIL, since: later(MARCH) }, 0],
  ['from just before it', { since: earlier(APRIL), until: later(APRIL) }, 1],
  ['from just after it', { since: later(APRIL), until: MAY }, 0],
  ['of both days', { since: APRIL, until: later(MAY) }, 2],
  ['of no time at all', { since: APRIL, until: APRIL }, 0],
  ['of a time turned round', { since: MAY, until: APRIL }, 0],
  ['of a table and a time', { since: APRIL, table: 'organisation' }, 1],
])('the entries %s', async (_, filter, count) => {
  expect((await entries(filter)).count).toBe(count)
})

test('a step shows nobody that there is an entry which they may not read', async () => {
  expect(await next(MARCH, LIAISON)).toBe(MAY)
  expect(await last(MAY, LIAISON)).not.toBe(APRIL)
  expect((await entries({ since: APRIL, until: MAY }, LIAISON)).count).toBe(0)
})

test('as at a moment and as known at one, later entries stay out, whatever is wanted', async () => {
  const source = `query ($at: DateTime, $knownAt: DateTime, $since: DateTime) {
    ledgerEntries(at: $at, knownAt: $knownAt, filter: { since: $since }) { totalCount } }`
  for (const until of [{ at: APRIL }, { knownAt: APRIL }]) {
    const { ledgerEntries } = await world.must(source, { ...until, since: APRIL }, ADMIN)
    expect(ledgerEntries.totalCount).toBe(1)
  }
})
