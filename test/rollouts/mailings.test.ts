import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { breaches } from '../breaches/reports.js'
import { verifyAt } from '../ledger/tampering.js'
import { done, give, practice, programme, reasons, rollout, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

const MORNING = '2010-04-01T08:00:00.000Z'
const PURDAH = {
  code: 'GENERAL-2010',
  name: 'General election of 2010',
  from: '2010-04-05T23:01:00.000Z',
  to: '2010-05-11T18:00:00.000Z',
}

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-01T08:00:00.000Z')
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P82002', '5HQ')
  await practice(world, 'P84001', '5NT')
  await rollout(world, 'Q31', 'STANDARD')
  await done(world, 'setPurdah', PURDAH)
  world.clock.at = MORNING
})
afterAll(() => world.close())

const PACKS = { programme: 'SCR', region: '5HQ', packs: 9000, withOptOutForm: true }
const planned = (rest: Record<string, unknown> = {}) => ({
  ...PACKS, plannedFor: '2010-04-02', ...rest,
})
const received = (rest: Record<string, unknown> = {}) => ({
  ...PACKS, lastReceivedOn: '2010-04-01', ...rest,
})
const plan = (rest: Record<string, unknown> = {}) => done(world, 'planMailing', planned(rest))

describe('a planned mailing', () => {
  test('is for today or later', async () => {
    const yesterday = planned({ plannedFor: '2010-03-31' })
    expect((await give(world, 'planMailing', yesterday)).code).toBe('INVALID_INPUT')
    expect(await plan({ plannedFor: '2010-04-01' })).toMatchObject({
      plannedFor: '2010-04-01', lastReceivedOn: null, voidedAt: null, packs: 9000,
    })
  })

  test('reaches nobody until it is received', async () => {
    const { id } = await plan({ region: '5NT', plannedFor: '2010-04-01' })
    const at = '2010-12-01T00:00:00Z'
    expect(await reasons(world, 'P84001', { at })).toEqual(['NOTICE_TOO_SHORT'])
    const mailed = await done(world, 'recordMailing', received({ region: '5NT', plan: id }))
    expect(mailed).toMatchObject({ id, version: 2, lastReceivedOn: '2010-04-01' })
    expect(await reasons(world, 'P84001', { at })).toEqual([])
    await done(world, 'voidMailing', { id, version: 2 })
    expect(await reasons(world, 'P84001', { at })).toEqual(['NOTICE_TOO_SHORT'])
  })

  test.each([
    ['an unknown region', { region: 'NO' }, 'NOT_FOUND'],
    ['a practice of another region', { practices: ['P84001'] }, 'INVALID_INPUT'],
    ['no pack', { packs: 0 }, 'INVALID_INPUT'],
    ['an empty exemption', { exemption: ' ' }, 'INVALID_INPUT'],
  ])('is refused with %s', async (_, rest, code) => {
    expect((await give(world, 'planMailing', planned(rest))).code).toBe(code)
  })
})

describe('no mailing is planned where informing patients is held', () => {
  const hold = (clause: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    suspension(world, { activities: ['INFORM'], ...clause }, rest)
  const lift = ({ id }: { id: string }) => done(world, 'liftSuspension', { id, version: 1 })

  test.each([
    ['its region', { regions: ['5HQ'] }, {}, 'SUSPENDED'],
    ['the region above', { regions: ['Q31'] }, {}, 'SUSPENDED'],
    ['the wave of its rollout', { classifications: ['STANDARD'] }, {}, 'SUSPENDED'],
    ['another wave', { classifications: ['ACCELERATED'] }, {}, null],
    ['another region', { regions: ['5NT'] }, {}, null],
    ['one practice of the region', { practices: ['P82002'] }, {}, 'SUSPENDED'],
    ['a practice not mailed', { practices: ['P82002'] }, { practices: ['P82001'] }, null],
    ['only uploads', { activities: ['UPLOAD'] }, {}, null],
  ])('%s', async (_, clause, rest, code) => {
    const held = await hold(clause)
    const answer = await give(world, 'planMailing', planned(rest))
    await lift(held)
    expect(answer.code).toBe(code)
    if (code === null) return
    expect(answer.errors[0]?.message).toContain(held.id)
    expect(answer.errors[0]?.extensions).toMatchObject({ suspensions: [held.id] })
  })

  test.each([
    ['the day before it is', '2010-04-02', null],
    ['the day it is', '2010-04-03', 'SUSPENDED'],
  ])('planned for %s', async (_, plannedFor, code) => {
    const held = await hold({ regions: ['5HQ'] }, { from: '2010-04-02T23:00:00.000Z' })
    const answer = await give(world, 'planMailing', planned({ plannedFor }))
    await lift(held)
    expect(answer.code).toBe(code)
  })

  test('advice not to mail is shown, and refuses nothing', async () => {
    const advice = await hold({ regions: ['5HQ'] }, { strength: 'ADVISORY' })
    expect((await give(world, 'planMailing', planned())).code).toBeNull()
    await lift(advice)
  })

  test('what was mailed all the same is kept: it is a fact', async () => {
    const { id } = await plan()
    const held = await hold({ regions: ['5HQ'] })
    expect((await give(world, 'recordMailing', received({ plan: id }))).code).toBeNull()
    expect((await give(world, 'recordMailing', received())).code).toBeNull()
    await lift(held)
  })
})

describe('a mailing received as planned', () => {
  test('takes over what was received, and is received once', async () => {
    const { id } = await plan()
    const told = { packs: 8888, withOptOutForm: false, plan: id }
    const mailed = await done(world, 'recordMailing', received(told), leadOf('5HQ'))
    expect(mailed).toMatchObject({
      id, packs: 8888, withOptOutForm: false, plannedFor: '2010-04-02',
    })
    expect((await give(world, 'recordMailing', received({ plan: id }))).code)
      .toBe('ALREADY_RECEIVED')
  })

  test.each([
    ['another region', {}, { region: '5NT' }, 'INVALID_INPUT'],
    ['some practices of a region', {}, { practices: ['P82001'] }, 'INVALID_INPUT'],
    ['all of a region for some', { practices: ['P82001'] }, {}, 'INVALID_INPUT'],
    ['the practices in another order', { practices: ['P82001', 'P82002'] }, {
      practices: ['P82002', 'P82001'],
    }, null],
  ])('reached whom it was planned for: %s', async (_, asPlanned, asReceived, code) => {
    const { id } = await plan(asPlanned)
    const answer = await give(world, 'recordMailing', received({ plan: id, ...asReceived }))
    expect(answer.code).toBe(code)
  })

  test('was planned', async () => {
    expect((await give(world, 'recordMailing', received({ plan: 'M-999' }))).code)
      .toBe('NOT_FOUND')
    const { id } = await plan()
    await done(world, 'voidMailing', { id, version: 1 })
    expect((await give(world, 'recordMailing', received({ plan: id }))).code)
      .toBe('ALREADY_VOIDED')
  })
})

test('a mailing is voided once', async () => {
  const { id } = await done(world, 'recordMailing', received())
  const voided = await done(world, 'voidMailing', { id, version: 1 }, leadOf('Q31'))
  expect(voided).toMatchObject({ version: 2, voidedAt: world.clock.at })
  expect((await give(world, 'voidMailing', { id, version: 1 })).code).toBe('STALE_VERSION')
  expect((await give(world, 'voidMailing', { id, version: 2 })).code).toBe('ALREADY_VOIDED')
})

test('a regional lead plans and voids in the own region and below, and nowhere else', async () => {
  const elsewhere = await plan({ region: '5NY' })
  const named = { id: elsewhere.id, version: 1 }
  const lead = leadOf('Q31')
  expect((await give(world, 'planMailing', planned(), lead)).code).toBeNull()
  expect((await give(world, 'planMailing', planned({ region: '5NY' }), lead)).code)
    .toBe('FORBIDDEN')
  // It may not read that one, either.
  expect((await give(world, 'voidMailing', named, lead)).code).toBe('NOT_FOUND')
})

describe('mailings are read', () => {
  const LIST = 'query ($f: MailingFilter) { mailings(filter: $f) { edges { node { id } } } }'
  const listed = async (actor: Actor, filter: Record<string, unknown> = {}): Promise<string[]> =>
    (await world.must(LIST, { f: filter }, actor)).mailings.edges.map((edge: any) => edge.node.id)
  const ONE = 'query ($id: ID!) { mailing(id: $id) { id } }'

  test('by a lead in the own region, and by those who read all', async () => {
    const { id } = await done(world, 'recordMailing', received())
    const national = await done(world, 'recordMailing', received({ region: 'ENG' }))
    for (const actor of [leadOf('5HQ'), leadOf('Q31'), LIAISON, ADMIN, AUDITOR]) {
      expect(await listed(actor)).toContain(id)
      expect((await world.must(ONE, { id }, actor)).mailing).toEqual({ id })
    }
    expect(await listed(leadOf('5NT'))).not.toContain(id)
    expect(await listed(leadOf('5HQ'))).not.toContain(national.id)
    expect((await world.must(ONE, { id }, leadOf('5NT'))).mailing).toBeNull()
    for (const source of [LIST, ONE]) {
      for (const actor of [partner('EMIS'), practiceManager('P82001')]) {
        expect((await world.ask(source, { id }, actor)).code).toBe('FORBIDDEN')
      }
      expect((await world.ask(source, { id })).code).toBe('UNAUTHENTICATED')
    }
  })

  test('by region, and by whether they were received or voided', async () => {
    const open = await plan({ region: '5NY' })
    const mailed = await done(world, 'recordMailing', received({ region: '5NY' }))
    const wrong = await done(world, 'recordMailing', received({ region: '5NY' }))
    await done(world, 'voidMailing', { id: wrong.id, version: 1 })
    const region = { region: '5NY', programme: 'SCR', voided: false }
    expect(await listed(AUDITOR, { ...region, received: true })).toEqual([mailed.id])
    expect(await listed(AUDITOR, { ...region, received: false })).toContain(open.id)
    expect(await listed(AUDITOR, { ...region, voided: true })).toEqual([wrong.id])
    expect(await listed(AUDITOR, { ...region, region: '5HQ' })).not.toContain(mailed.id)
    expect(await listed(AUDITOR, { programme: 'NONE' })).toEqual([])
  })
})

// Last, and in order of time: an entry's time never goes back.
describe('in purdah no mailing is planned', () => {
  test.each([
    ['before it, for a day before it', MORNING, '2010-04-05', null],
    ['before it, for the day it begins', MORNING, '2010-04-06', 'IN_PURDAH'],
    ['before it, for the day it ends', MORNING, '2010-05-11', 'IN_PURDAH'],
    ['before it, for the day after', MORNING, '2010-05-12', null],
    ['the last moment before it', '2010-04-05T23:00:59.999Z', '2010-05-12', null],
    ['its first moment, for a day after it', PURDAH.from, '2010-05-12', 'IN_PURDAH'],
    ['its last moment', '2010-05-11T17:59:59.999Z', '2010-05-12', 'IN_PURDAH'],
    ['the moment it is over', PURDAH.to, '2010-05-12', null],
  ])('%s', async (_, at, plannedFor, code) => {
    world.clock.at = at
    expect((await give(world, 'planMailing', planned({ plannedFor }))).code).toBe(code)
    const exempt = await plan({ plannedFor, exemption: 'Propriety 8' })
    expect(exempt.exemption).toBe('Propriety 8')
    // What patients received is a fact, and is kept without.
    expect((await give(world, 'recordMailing', received())).code).toBeNull()
  })
})

test('and the ledger tells every row as it stands', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})

describe('a mailing that was received in purdah', () => {
  const reasonsOf = async (mailed: Promise<any>): Promise<string[][]> => {
    const { id } = await mailed
    return (await breaches(world, AUDITOR))
      .filter(({ of }) => of === id)
      .map(({ reasons: codes }) => codes)
  }
  const told = (rest: Record<string, unknown> = {}) =>
    done(world, 'recordMailing', received({ lastReceivedOn: '2010-04-20', ...rest }))

  test('is a breach, for nobody permitted it', async () => {
    expect(await reasonsOf(told())).toEqual([['IN_PURDAH']])
    expect(await reasonsOf(told({ lastReceivedOn: '2010-04-05' }))).toEqual([])
  })

  test('is none where the permission is named, with the plan or without', async () => {
    expect(await reasonsOf(told({ exemption: 'Propriety 9' }))).toEqual([])
    const planning = { plannedFor: '2010-05-12', exemption: 'Propriety 10' }
    const { id } = await plan(planning)
    const mailed = await told({ plan: id })
    expect(mailed.exemption).toBe('Propriety 10')
    expect(await reasonsOf(Promise.resolve(mailed))).toEqual([])
  })

  test('is none once the permission is told that its plan had not', async () => {
    const { id } = await plan({ plannedFor: '2010-05-12' })
    const mailed = await told({ plan: id, exemption: 'Propriety 11' })
    expect(mailed).toMatchObject({ id, exemption: 'Propriety 11' })
    expect(await reasonsOf(Promise.resolve(mailed))).toEqual([])
  })

  test('names its permission in words', async () => {
    const empty = received({ exemption: ' ' })
    expect((await give(world, 'recordMailing', empty)).code).toBe('INVALID_INPUT')
  })
})
