import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { verifyAt } from '../ledger/tampering.js'
import { done, give, practice, programme } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
/** Each test has a practice of Bolton of its own, of which nothing was said. */
let odsCode: string
let practicesMade = 0
beforeAll(async () => {
  world = await openWorld('bodies', '2010-05-04T08:00:00.000Z')
  await programme(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  practicesMade += 1
  odsCode = `P82${String(practicesMade).padStart(3, '0')}`
  await practice(world, odsCode, '5HQ')
})

const agreed = (matter = 'INFORMED') => ({ programme: 'SCR', practice: odsCode, matter })
const agree = (actor: Actor, matter?: string) =>
  give(world, 'recordAgreement', agreed(matter), actor)

test('a practice agrees for itself, and its PCT agrees for it; each on its own', async () => {
  const own = await done(world, 'recordAgreement', agreed(), practiceManager(odsCode))
  expect(own).toMatchObject({
    practiceCode: odsCode, party: 'PRACTICE', region: null, matter: 'INFORMED', standing: true,
    givenAt: world.clock.at, withdrawnAt: null,
  })
  const ofPct = await done(world, 'recordAgreement', agreed(), leadOf('5HQ'))
  expect(ofPct).toMatchObject({ party: 'PCT', region: { code: '5HQ' }, standing: true })
  await done(world, 'withdrawAgreement', { id: ofPct.id, version: 1 }, leadOf('5HQ'))
  const source = `query ($p: ID!) { practice(odsCode: $p) { agreements { party standing } } }`
  const { practice: seen } = await world.must(source, { p: odsCode }, practiceManager(odsCode))
  expect(seen.agreements).toEqual([
    { party: 'PRACTICE', standing: true },
    { party: 'PCT', standing: false },
  ])
})

test('nobody else agrees for a practice', async () => {
  const others = [practiceManager('P82999'), leadOf('Q31'), leadOf('ENG'), leadOf('5NT')]
  for (const actor of [...others, leadOf('NO'), ADMIN, LIAISON]) {
    expect((await agree(actor)).code).toBe('FORBIDDEN')
  }
})

test('a PCT agrees for the practices it has now, not for those it had or will have', async () => {
  await done(world, 'recordPractice', {
    odsCode,
    name: 'On the move',
    memberships: [
      { region: '5HQ', to: '2010-05-05' },
      { region: '5NT', from: '2010-05-05' },
    ],
    suppliers: [],
    version: 1,
  })
  expect((await agree(leadOf('5NT'))).code).toBe('FORBIDDEN')
  const before = await done(world, 'recordAgreement', agreed(), leadOf('5HQ'))
  world.clock.at = '2010-05-04T23:00:00.000Z'
  expect((await agree(leadOf('5HQ'), 'ABLE_TO_OPT_OUT')).code).toBe('FORBIDDEN')
  expect((await agree(leadOf('5NT'))).code).toBeNull()
  const named = { id: before.id, version: 1 }
  expect((await give(world, 'withdrawAgreement', named, leadOf('5NT'))).code).toBe('FORBIDDEN')
  expect((await give(world, 'withdrawAgreement', named, leadOf('5HQ'))).code).toBeNull()
})

test('the same is not agreed twice while it stands; once withdrawn, it may be again', async () => {
  const manager = practiceManager(odsCode)
  const first = await done(world, 'recordAgreement', agreed(), manager)
  const again = await agree(manager)
  expect([again.code, again.errors[0]?.message]).toEqual([
    'UNCHANGED', `Nothing was changed: agreement ${first.id} says the same.`,
  ])
  expect((await agree(manager, 'ABLE_TO_OPT_OUT')).code).toBeNull()
  await done(world, 'withdrawAgreement', { id: first.id, version: 1 }, manager)
  expect((await agree(manager)).code).toBeNull()
})

test('an agreement is withdrawn once, by whoever gave it, and stands until then', async () => {
  const manager = practiceManager(odsCode)
  const { id } = await done(world, 'recordAgreement', agreed(), manager)
  const withdraw = (actor: Actor, version = 1) =>
    give(world, 'withdrawAgreement', { id, version }, actor)
  for (const actor of [leadOf('5HQ'), leadOf('Q31'), ADMIN]) {
    expect((await withdraw(actor)).code).toBe('FORBIDDEN')
  }
  expect((await withdraw(practiceManager('P82999'))).code).toBe('NOT_FOUND')
  expect((await withdraw(manager, 2)).code).toBe('STALE_VERSION')
  world.clock.at = '2010-05-06T08:00:00.000Z'
  expect((await withdraw(manager)).data.withdrawAgreement.agreement).toMatchObject({
    id, version: 2, standing: false, withdrawnAt: world.clock.at,
  })
  expect((await withdraw(manager, 2)).code).toBe('ALREADY_WITHDRAWN')
  const source = `query ($p: ID!, $at: DateTime) {
    agreements(filter: { practice: $p, standing: true }, at: $at) { totalCount }
  }`
  const standing = async (at: string) =>
    (await world.must(source, { p: odsCode, at }, manager)).agreements.totalCount
  expect(await standing('2010-05-06T07:59:59.999Z')).toBe(1)
  expect(await standing('2010-05-06T08:00:00.000Z')).toBe(0)
})

test('agreements are read by the practice, its leads, liaison and those who read all', async () => {
  await done(world, 'recordAgreement', agreed(), practiceManager(odsCode))
  const list = 'query ($p: ID!) { agreements(filter: { practice: $p }) { totalCount } }'
  const count = async (actor: Actor) =>
    (await world.must(list, { p: odsCode }, actor)).agreements.totalCount
  for (const actor of [
    practiceManager(odsCode), leadOf('5HQ'), leadOf('Q31'), LIAISON, ADMIN, AUDITOR,
  ]) {
    expect(await count(actor)).toBe(1)
  }
  expect(await count(practiceManager('P82999'))).toBe(0)
  expect(await count(leadOf('5NT'))).toBe(0)
  expect((await world.ask(list, { p: odsCode }, partner('EMIS'))).code).toBe('FORBIDDEN')
  expect((await world.ask(list, { p: odsCode })).code).toBe('UNAUTHENTICATED')
  const field = 'query ($p: ID!) { practice(odsCode: $p) { agreements { id } } }'
  const { practice: seen } = await world.must(field, { p: odsCode }, partner('EMIS'))
  expect(seen).toEqual({ agreements: null })
})

describe('why an agreement was given, and why it was withdrawn', () => {
  const WHY = `query ($p: ID!, $knownAt: DateTime) {
    agreements(filter: { practice: $p }, knownAt: $knownAt) {
      edges { node { party reason withdrawalReason } }
    }
  }`
  const why = async (actor: Actor, rest: object = {}) => {
    const { agreements } = await world.must(WHY, { p: odsCode, ...rest }, actor)
    return agreements.edges.map(({ node }: any) => [node.party, node.reason, node.withdrawalReason])
  }
  const GIVEN = 'Told by letter.'
  const TAKEN_BACK = 'The letters had the wrong date.'

  test('is told to the practice, and to whoever else may read it', async () => {
    const manager = practiceManager(odsCode)
    const input = { ...agreed(), reason: GIVEN }
    const { id } = await done(world, 'recordAgreement', input, manager)
    await done(world, 'recordAgreement', { ...agreed(), reason: 'By its PCT.' }, leadOf('5HQ'))
    const stands = [['PRACTICE', GIVEN, null], ['PCT', 'By its PCT.', null]]
    expect(await why(manager)).toEqual(stands)
    // At the same moment by the clock: it is another writing all the same.
    const taken = { id, version: 1, reason: TAKEN_BACK }
    await done(world, 'withdrawAgreement', taken, manager)
    for (const actor of [manager, leadOf('5HQ'), LIAISON, ADMIN, AUDITOR]) {
      expect(await why(actor)).toEqual([['PRACTICE', GIVEN, TAKEN_BACK], stands[1]])
    }
    expect(await why(practiceManager('P82999'))).toEqual([])
  })

  test('is told as it was known: not yet, before it was withdrawn', async () => {
    const manager = practiceManager(odsCode)
    const { id } = await done(world, 'recordAgreement', { ...agreed(), reason: GIVEN }, manager)
    const knownAt = world.clock.at
    world.clock.at = new Date(Date.parse(knownAt) + 60_000).toISOString()
    await done(world, 'withdrawAgreement', { id, version: 1, reason: TAKEN_BACK }, manager)
    expect(await why(manager, { knownAt })).toEqual([['PRACTICE', GIVEN, null]])
    expect(await why(manager)).toEqual([['PRACTICE', GIVEN, TAKEN_BACK]])
  })

  test('is answered by the change itself, and by a preview of it not yet', async () => {
    const source = `mutation ($input: RecordAgreementInput!, $preview: Boolean!) {
      recordAgreement(input: $input, preview: $preview) { agreement { reason withdrawalReason } }
    }`
    const record = async (preview: boolean) => {
      const variables = { input: { ...agreed(), reason: GIVEN }, preview }
      return (await world.must(source, variables, practiceManager(odsCode))).recordAgreement
    }
    const told = (reason: string | null) => ({ agreement: { reason, withdrawalReason: null } })
    expect(await record(true)).toEqual(told(null))
    expect(await record(false)).toEqual(told(GIVEN))
  })
})

test('agreements are found by practice, region, party, matter and programme', async () => {
  await done(world, 'recordAgreement', agreed(), practiceManager(odsCode))
  await done(world, 'recordAgreement', agreed('ABLE_TO_OPT_OUT'), leadOf('5HQ'))
  const source = `query ($filter: AgreementFilter) { agreements(filter: $filter) {
    edges { node { party matter practice { odsCode } programme { code } region { code } } }
  } }`
  const found = async (filter: Record<string, unknown>) => {
    const wanted = { practice: odsCode, ...filter }
    const { agreements } = await world.must(source, { filter: wanted }, AUDITOR)
    return agreements.edges.map((edge: any) => edge.node.party)
  }
  expect(await found({ region: 'Q31', programme: 'SCR' })).toEqual(['PRACTICE', 'PCT'])
  expect(await found({ region: '5NT' })).toEqual([])
  expect(await found({ party: 'PCT' })).toEqual(['PCT'])
  expect(await found({ matter: 'INFORMED' })).toEqual(['PRACTICE'])
  expect(await found({ programme: 'NONE' })).toEqual([])
})

test.each([
  ['an unknown programme', { programme: 'NONE' }, 'NOT_FOUND'],
  // As of a foreign one: a lead is not told which of them there are.
  ['an unknown practice', { practice: 'P99999' }, 'FORBIDDEN'],
  ['an unknown matter', { matter: 'WILLING' }, 'BAD_USER_INPUT'],
])('nothing is agreed of %s', async (_, rest, code) => {
  const answer = await give(world, 'recordAgreement', { ...agreed(), ...rest }, leadOf('5HQ'))
  expect(answer.code).toBe(code)
})

test('and the ledger tells every row as it stands', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})
