import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { assurance, supersede, suspensionFor } from '../assurances/story.js'
import { done, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

const APRIL = '2010-04-20T08:00:00.000Z'
const MAY = '2010-05-01T09:00:00.000Z'
const RCGP: Actor = { ...LIAISON, organisation: 'RCGP', subject: 'r.liaison' }
const NONE = 2_147_483_647

let world: World
/** Given by London to the doctors’ representatives; the college is told nothing of it. */
let secret: string
/** What took its place, for everybody. */
let open: string
/** The suspension that was made for it. */
let held: string
beforeAll(async () => {
  world = await openWorld('bodies', APRIL)
  await programme(world)
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
  const between = { givenBy: [{ organisation: 'Q36' }], givenTo: [{ organisation: 'BMA/GPC' }] }
  secret = (await assurance(world, { ...between, public: false })).id
  held = (await suspensionFor(world, secret)).id
  open = (await supersede(world, secret, { givenTo: [{ organisation: 'RCGP' }] })).id
  world.clock.at = MAY
  await done(world, 'recordOrganisation', { code: 'RCN', name: 'Royal College of Nursing' })
})
afterAll(() => world.close())

const PARTS = `sequence at change issuer subject organisation kind bodyHash root
  body { table key before after reason }`

const ONE = `query ($sequence: Int!, $knownAt: DateTime) {
  ledgerEntry(sequence: $sequence, knownAt: $knownAt) { ${PARTS} } }`
const ask = (sequence: number, actor: Actor | null, knownAt: string | null = null) =>
  world.ask(ONE, { sequence, knownAt }, actor)
const entry = async (sequence: number, actor: Actor | null, knownAt: string | null = null) =>
  (await world.must(ONE, { sequence, knownAt }, actor)).ledgerEntry

const LIST = `query ($filter: LedgerEntryFilter) {
  ledgerEntries(first: 200, filter: $filter) { totalCount edges { node { ${PARTS} } } } }`
const listed = async (filter: unknown, actor: Actor): Promise<any[]> =>
  (await world.must(LIST, { filter }, actor)).ledgerEntries.edges.map((edge: any) => edge.node)

const numberOf = async (key: string): Promise<number> => (await listed({ key }, ADMIN))[0].sequence

describe('an entry asked for by its number', () => {
  test.each([
    ['an administrator', ADMIN], ['an auditor', AUDITOR], ['liaison', LIAISON],
    ['another body’s liaison', RCGP],
  ])('is what the list shows %s of it, or nothing where the list has none', async (_, actor) => {
    const all = await listed({ since: APRIL }, actor)
    const shown = new Map(all.map((each) => [each.sequence, each]))
    const { sequence: head } = (await world.must('{ ledgerHead { sequence } }')).ledgerHead
    const [before] = await listed({ until: APRIL }, ADMIN)
    expect(shown.size).toBeGreaterThan(0)
    for (let sequence = (before?.sequence ?? 0) + 1; sequence <= head; sequence += 1) {
      expect(await entry(sequence, actor)).toEqual(shown.get(sequence) ?? null)
    }
  })

  test('of a private assurance is told from none by those alone who may read it', async () => {
    const sequence = await numberOf(secret)
    for (const actor of [ADMIN, AUDITOR, LIAISON]) {
      expect(await entry(sequence, actor)).toMatchObject({ sequence, body: { key: secret } })
    }
    expect(await ask(sequence, RCGP)).toEqual(await ask(NONE, RCGP))
    expect((await ask(sequence, RCGP)).data).toEqual({ ledgerEntry: null })
  })

  test('links another body to no assurance that is not for it', async () => {
    const [hold, taken] = [await numberOf(held), await numberOf(open)]
    expect((await entry(hold, LIAISON)).body.after).toMatchObject({ assurance: secret })
    expect((await entry(taken, LIAISON)).body.after).toMatchObject({ supersedes: secret })
    expect((await entry(hold, RCGP)).body.after).toMatchObject({ id: held, assurance: null })
    expect((await entry(taken, RCGP)).body.after).toMatchObject({ id: open, supersedes: null })
  })

  test.each([
    ['anybody', null, 'UNAUTHENTICATED'],
    ['a supplier', partner('EMIS'), 'FORBIDDEN'],
    ['a practice', practiceManager('F81001'), 'FORBIDDEN'],
    ['a region', leadOf('Q36'), 'FORBIDDEN'],
  ])('is refused to %s, whether there is one or not', async (_, actor, code) => {
    const [there, none] = [await ask(1, actor), await ask(NONE, actor)]
    expect(there.code).toBe(code)
    expect(there).toEqual(none)
  })

  test.each([0, -1, NONE, -NONE])('is null for the number %i', async (sequence) => {
    expect(await entry(sequence, ADMIN)).toBeNull()
  })

  test.each([1.5, 2_147_483_648, '1'])('is no answer to %j, which is no number', async (asked) => {
    expect((await ask(asked as number, ADMIN)).errors[0]?.message).toMatch(/sequence must be a whole number/)
  })

  test('is unknown to what was known before it was entered', async () => {
    const sequence = await numberOf('RCN')
    expect(await entry(sequence, ADMIN, MAY)).toMatchObject({ sequence })
    expect(await entry(sequence, ADMIN, '2010-05-01T08:59:59.999Z')).toBeNull()
    expect(await entry(await numberOf(open), ADMIN, APRIL)).not.toBeNull()
  })
})

describe('the entries of a range of numbers', () => {
  const numbersOf = async (filter: object, actor: Actor) =>
    (await listed(filter, actor)).map(({ sequence }) => sequence as number)

  test.each([
    ['begin with the first of it', 0, null],
    ['end with the last of it', null, 0],
    ['are one alone, where it begins and ends with it', 0, 0],
    ['are none of a range turned round', 1, 0],
    ['are none behind the last', NONE, null],
    ['are none before the first', null, -NONE],
  ])('%s', async (_, from, to) => {
    const around = await numberOf(secret)
    const all = await numbersOf({}, ADMIN)
    const fromSequence = from === NONE ? NONE : from === null ? null : around + from
    const toSequence = to === -NONE ? 0 : to === null ? null : around + to
    const wanted = all.filter((each) =>
      each >= (fromSequence ?? each) && each <= (toSequence ?? each))
    expect(await numbersOf({ fromSequence, toSequence }, ADMIN)).toEqual(wanted)
    expect(wanted.length < all.length).toBe(true)
  })

  test('are those that one may read, and no more', async () => {
    const fromSequence = await numberOf(secret)
    const all = (await numbersOf({}, RCGP)).filter((each) => each >= fromSequence)
    expect(await numbersOf({ fromSequence }, RCGP)).toEqual(all)
    expect(all).not.toContain(fromSequence)
    const toSequence = fromSequence
    expect(await numbersOf({ fromSequence, toSequence }, RCGP)).toEqual([])
  })
})
