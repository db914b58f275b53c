import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done, mailing, practice, programme, rollout } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

const OTHER = { programme: 'GP2GP' }
const MANAGER = practiceManager('P82001')
const NOW = '2010-04-01T08:00:00.000Z'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-03-02T08:00:00.000Z')
  await programme(world)
  await programme(world, { code: 'GP2GP', name: 'Transfer of records', noticeDaysMin: 7 })
  // It was in Manchester until February, and has been in Bolton since.
  await practice(world, 'P82001', '5HQ', {
    memberships: [{ region: '5NT', to: '2010-02-01' }, { region: '5HQ', from: '2010-02-01' }],
  })
  await practice(world, 'P82002', '5HQ')
  await practice(world, 'P84001', '5NT')
  await practice(world, 'P82003', '5HQ', { suppliers: [{ supplier: 'TPP' }] })
  await rollout(world, 'Q31', 'STANDARD')
  // M-1 to M-8, in this order.
  await mailing(world, '5NT', '2010-01-31', { packs: 11 })
  await mailing(world, '5HQ', '2010-01-31', { packs: 12 })
  await mailing(world, '5NT', '2010-02-01', { packs: 13 })
  await mailing(world, 'Q31', '2010-02-10', { packs: 14, withOptOutForm: true })
  await mailing(world, '5HQ', '2010-02-20', { packs: 15, practices: ['P82001', 'P82002'] })
  await mailing(world, '5HQ', '2010-02-25', { packs: 16, practices: ['P82002'] })
  const { id, version } = await mailing(world, '5HQ', '2010-02-28', { packs: 17 })
  await done(world, 'voidMailing', { id, version })
  await mailing(world, '5HQ', '2010-03-01', { packs: 18, ...OTHER })
  await done(world, 'planMailing', {
    programme: 'SCR', region: '5HQ', packs: 19, withOptOutForm: true, plannedFor: '2010-03-10',
  })
  world.clock.at = NOW
})
afterAll(() => world.close())

const SEEN = `query ($p: ID!, $of: ID! = "SCR", $at: DateTime, $knownAt: DateTime) {
  practice(odsCode: $p, knownAt: $knownAt) {
    mailings(programme: $of, at: $at) { mailing lastReceivedOn noticeCounts }
    ruling(programme: $of, at: $at) { reasons { code message } }
  }
}`
const see = async (p: string, rest: object = {}, actor: Actor = MANAGER) =>
  (await world.must(SEEN, { p, ...rest }, actor)).practice
const idsOf = (mailings: readonly { mailing: string }[]) => mailings.map(({ mailing: id }) => id)
const countedOf = (mailings: readonly { mailing: string; noticeCounts: boolean }[]) =>
  idsOf(mailings.filter(({ noticeCounts }) => noticeCounts))

describe('the manager of a practice reads which mailings reached its patients', () => {
  test('when, by which region, of how many packs, with a form or not', async () => {
    const source = `{ practice(odsCode: "P82001") {
      mailings { mailing region { code } packs withOptOutForm lastReceivedOn noticeCounts } } }`
    const { practice: own } = await world.must(source, {}, MANAGER)
    const said = { withOptOutForm: false, noticeCounts: false }
    expect(own.mailings).toEqual([
      { ...said, mailing: 'M-1', region: { code: '5NT' }, packs: 11, lastReceivedOn: '2010-01-31' },
      {
        mailing: 'M-4', region: { code: 'Q31' }, packs: 14, withOptOutForm: true,
        lastReceivedOn: '2010-02-10', noticeCounts: false,
      },
      {
        ...said, mailing: 'M-5', region: { code: '5HQ' }, packs: 15, lastReceivedOn: '2010-02-20',
        noticeCounts: true,
      },
    ])
  })

  test('and none that was planned, void, before it came, after it left, or of others', async () => {
    expect(idsOf((await see('P84001', {}, ADMIN)).mailings)).toEqual(['M-1', 'M-3', 'M-4'])
    expect(idsOf((await see('P82002', {}, ADMIN)).mailings)).toEqual(['M-2', 'M-4', 'M-5', 'M-6'])
    expect(idsOf((await see('P82001', { of: 'GP2GP' })).mailings)).toEqual(['M-8'])
  })

  test.each([
    ['before any', '2010-01-30T23:59:59.999Z', []],
    ['from midnight of the first on', '2010-01-31T00:00:00.000Z', ['M-1']],
    ['until midnight of the last', '2010-02-19T23:59:59.999Z', ['M-1', 'M-4']],
    ['from it on', '2010-02-20T00:00:00.000Z', ['M-1', 'M-4', 'M-5']],
  ])('as at a moment: %s', async (_, at, ids) => {
    const { mailings } = await see('P82001', { at })
    expect(idsOf(mailings)).toEqual(ids)
    expect(countedOf(mailings)).toEqual(ids.slice(-1))
  })

  test('as known at a moment, which did not know yet that one was recorded in error', async () => {
    const changes = `{ ledgerEntries(filter: { kind: "voidMailing" }) { edges { node { at } } } }`
    const { ledgerEntries } = await world.must(changes, {}, AUDITOR)
    const knownAt = ledgerEntries.edges[0].node.at
    expect(idsOf((await see('P82001', { knownAt })).mailings)).not.toContain('M-7')
    expect((await see('P82001', { knownAt: '2010-03-01T00:00:00Z' }))).toBeNull()
  })
})

test('notice counts from the mailing that the refusal names, at every moment of it', async () => {
  for (const at of ['2010-01-31T12:00:00Z', '2010-02-15T12:00:00Z', NOW]) {
    const { mailings, ruling } = await see('P82001', { at })
    const refusal = ruling.reasons.find(({ code }: any) => code === 'NOTICE_TOO_SHORT')
    expect(refusal.message).toContain(`a mailing, ${countedOf(mailings)[0]}, on`)
  }
})

test('of a practice that is live it counts from the last one before that', async () => {
  await done(world, 'recordFirstUploads', {
    programme: 'SCR', practices: ['P82002'], at: '2010-02-22T12:00:00Z',
  })
  const { mailings } = await see('P82002', {}, ADMIN)
  expect(idsOf(mailings)).toEqual(['M-2', 'M-4', 'M-5', 'M-6'])
  expect(countedOf(mailings)).toEqual(['M-5'])
})

describe('who is told of them: whoever may read its rulings, and nobody else', () => {
  const SOURCE = `query ($p: ID!, $of: ID! = "SCR") {
    _entities(representations: [{ __typename: "Practice", odsCode: $p }]) {
      ... on Practice { mailings(programme: $of) { mailing } } } }`
  const told = async (p: string, actor: Actor | null, of?: string) => {
    const { data, code } = await world.ask(SOURCE, { p, ...(of && { of }) }, actor)
    return code ?? data._entities.map((each: any) => each && idsOf(each.mailings))
  }
  const OWN = [['M-1', 'M-4', 'M-5']]

  test.each([
    ['its manager', MANAGER, OWN],
    ['its supplier', partner('EMIS'), OWN],
    ['the lead of its PCT', leadOf('5HQ'), OWN],
    ['the lead of its SHA', leadOf('Q31'), OWN],
    ['liaison', LIAISON, OWN],
    ['the department', ADMIN, OWN],
    ['an auditor', AUDITOR, OWN],
    ['the manager of another practice', practiceManager('P82002'), [null]],
    ['another supplier', partner('TPP'), [null]],
    ['the lead of the PCT that it left', leadOf('5NT'), [null]],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('%s', async (_, actor, expected) => {
    expect(await told('P82001', actor)).toEqual(expected)
  })

  test('a supplier of other programmes is refused, and of its own is told', async () => {
    const narrowed = { ...partner('EMIS'), programmes: ['GP2GP'] }
    expect(await told('P82001', narrowed)).toBe('FORBIDDEN')
    expect(await told('P82001', narrowed, 'GP2GP')).toEqual([['M-8']])
    expect(await told('P82001', MANAGER, 'NONE')).toBe('NOT_FOUND')
  })

  test('of the other practices that a mailing reached they learn nothing', async () => {
    const source = `{ practice(odsCode: "P82001") { mailings { practiceCodes } } }`
    const { code, errors } = await world.ask(source, {}, MANAGER)
    expect([code, errors[0]?.message]).toEqual([
      'GRAPHQL_VALIDATION_FAILED', expect.stringContaining('PracticeMailing'),
    ])
  })
})
