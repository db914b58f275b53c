import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { verifyAt } from '../ledger/tampering.js'
import {
  done, give, mailing, practice, programme, reasons, rollout, suspension,
} from '../world/story.js'
import { ADMIN, LIAISON, leadOf, openWorld, partner, type World } from '../world/world.js'
import { record } from './evidence.js'

const BEGINS = '2010-04-16T10:00:00.000Z'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', BEGINS)
  await programme(world)
  for (const code of ['P82001', 'P82002']) await practice(world, code, '5HQ')
  await practice(world, 'P84001', '5NT')
  await mailing(world, 'ENG', '2009-06-01')
  await rollout(world, 'ENG', 'ACCELERATED')
})
afterAll(() => world.close())

const DAY_MS = 86_400_000
const later = (ms: number): string => new Date(Date.parse(world.clock.at) + ms).toISOString()
const nextDay = (): void => {
  world.clock.at = later(DAY_MS)
}
beforeEach(nextDay)

/** A suspension of Bolton and Manchester that releases each practice that meets its conditions. */
const releasing = (...conditions: Record<string, unknown>[]): Promise<any> =>
  suspension(world, { regions: ['5HQ', '5NT'] }, { releases: true, conditions })

const annul = (held: any) => done(world, 'annulSuspension', { id: held.id, version: held.version })

const agreement = (id: string, rest: Record<string, unknown> = {}) =>
  record(world, 'agreement', {
    id,
    programme: 'SCR',
    practice: 'P82001',
    party: 'PRACTICE',
    region: null,
    matter: 'INFORMED',
    givenAt: world.clock.at,
    withdrawnAt: null,
    ...rest,
  })

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }

test('a practice is released when it agrees, and held again when it takes that back', async () => {
  const held = await releasing(AGREED)
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  const [givenAt, withdrawnAt] = [later(1000), later(5000)]
  await agreement('G-901', { givenAt, withdrawnAt })
  const at = (moment: string, code = 'P82001') => reasons(world, code, { at: moment })
  expect(await at(later(999))).toEqual(['SUSPENDED'])
  expect(await at(givenAt)).toEqual([])
  expect(await at(later(4999))).toEqual([])
  expect(await at(withdrawnAt)).toEqual(['SUSPENDED'])
  expect(await at(givenAt, 'P82002')).toEqual(['SUSPENDED'])
  await annul(held)
})

test('a permission ends when the agreement that it rests on does', async () => {
  const held = await releasing(AGREED)
  await agreement('G-902', { withdrawnAt: later(600_000) })
  const { ruling } = await world.must(
    '{ ruling(practice: "P82001") { outcome validUntil } }', {}, ADMIN,
  )
  expect(ruling).toEqual({ outcome: 'PERMIT', validUntil: later(600_000) })
  await annul(held)
})

test.each([
  ['another matter', { matter: 'ABLE_TO_OPT_OUT' }],
  ['another party', { party: 'PCT', region: '5HQ' }],
  ['a day before it counts', { givenAt: '2010-04-16T09:59:59.999Z' }],
])('an agreement of %s releases nobody', async (_, rest) => {
  const held = await releasing({ ...AGREED, since: BEGINS })
  await agreement('G-903', { withdrawnAt: null, ...rest })
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  await agreement('G-903', { givenAt: BEGINS })
  expect(await reasons(world, 'P82001')).toEqual([])
  await agreement('G-903', { withdrawnAt: world.clock.at })
  await annul(held)
})

test('what a PCT agreed counts only while the practice belongs to it', async () => {
  await practice(world, 'P82009', '5HQ', {
    memberships: [{ region: '5HQ', to: '2010-06-01' }, { region: '5NT', from: '2010-06-01' }],
  })
  const held = await releasing({ ...AGREED, party: 'PCT' })
  await agreement('G-904', { practice: 'P82009', party: 'PCT', region: '5HQ' })
  const at = (moment: string) => reasons(world, 'P82009', { at: moment })
  expect(await at('2010-05-31T22:59:59.999Z')).toEqual([])
  expect(await at('2010-05-31T23:00:00.000Z')).toEqual(['SUSPENDED'])
  await annul(held)
})

test.each([
  ['received on the day it counts from', 'P82003', '2010-04-19', []],
  ['received the day before', 'P82004', '2010-04-18', ['SUSPENDED']],
])('days of notice: a mailing %s', async (_, code, lastReceivedOn, codes) => {
  await practice(world, code, '5HQ')
  world.clock.at = '2010-04-30T12:00:00.000Z'
  const held = await releasing({ kind: 'NOTICE', days: 14, since: '2010-04-18T23:00:00.000Z' })
  await mailing(world, '5HQ', lastReceivedOn, { practices: [code] })
  const at = async (moment: string) =>
    (await reasons(world, code, { at: moment })).filter((reason) => reason === 'SUSPENDED')
  expect(await at('2010-05-02T22:59:59.999Z')).toEqual(['SUSPENDED'])
  expect(await at('2010-05-02T23:00:00.000Z')).toEqual(codes)
  await annul(held)
})

const CONSULTATION = {
  programme: 'SCR',
  title: 'Records',
  audience: 'PATIENTS' as const,
  regions: ['5HQ'],
  closesOn: '2010-12-01',
  recordedAt: null,
  deviation: null,
  exemption: null,
  responses: 0,
  concludedAt: null,
  outcome: null,
  evidence: null,
}

test('a consultation counts in its regions, once opened or concluded as asked', async () => {
  const opened = await releasing({ kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' })
  await record(world, 'consultation', { ...CONSULTATION, id: 'C-901', openedAt: world.clock.at })
  expect(await reasons(world, 'P82001')).toEqual([])
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
  await annul(opened)
  const concluded = await releasing({ kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' })
  const concludedAt = later(1000)
  const ended = { ...CONSULTATION, id: 'C-901', openedAt: world.clock.at, concludedAt }
  await record(world, 'consultation', ended)
  expect(await reasons(world, 'P82001', { at: later(999) })).toEqual(['SUSPENDED'])
  expect(await reasons(world, 'P82001', { at: concludedAt })).toEqual([])
  await annul(concluded)
})

describe('sign-offs', () => {
  const GPC = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }

  test('are given by the organisation named, where it says, until it withdraws them', async () => {
    const held = await releasing(GPC)
    const signed = { suspension: held.id, condition: 'c1', regions: ['5HQ'] }
    const others = { ...LIAISON, organisation: 'DH' }
    expect((await give(world, 'recordSignOff', signed, others)).code).toBe('FORBIDDEN')
    expect((await give(world, 'recordSignOff', signed, ADMIN)).code).toBe('FORBIDDEN')
    const signOff = await done(world, 'recordSignOff', signed, LIAISON)
    expect(signOff).toMatchObject({ regionCodes: ['5HQ'], practiceCodes: null })
    expect(await reasons(world, 'P82001')).toEqual([])
    expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
    const withdrawal = { id: signOff.id, version: 1 }
    expect((await give(world, 'withdrawSignOff', withdrawal, others)).code).toBe('FORBIDDEN')
    await done(world, 'withdrawSignOff', withdrawal, LIAISON)
    expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
    const again = await give(world, 'withdrawSignOff', { id: signOff.id, version: 2 }, LIAISON)
    expect(again.code).toBe('ALREADY_WITHDRAWN')
    await annul(held)
  })

  test.each([
    ['a condition that there is not', { condition: 'c9' }, 'INVALID_INPUT'],
    ['a condition of another kind', { condition: 'c2' }, 'INVALID_INPUT'],
    ['regions and practices', { regions: ['5HQ'], practices: ['P82001'] }, 'INVALID_INPUT'],
    ['an unknown practice', { practices: ['P99999'] }, 'NOT_FOUND'],
    ['what it says already', {}, 'UNCHANGED'],
  ])('are refused for %s', async (_, rest, code) => {
    const held = await releasing(GPC, AGREED)
    await done(world, 'recordSignOff', { suspension: held.id, condition: 'c1' }, LIAISON)
    const input = { suspension: held.id, condition: 'c1', ...rest }
    expect((await give(world, 'recordSignOff', input, LIAISON)).code).toBe(code)
    await annul(held)
    const late = { suspension: held.id, condition: 'c1', regions: ['5NT'] }
    expect((await give(world, 'recordSignOff', late, LIAISON)).code).toBe('ALREADY_ENDED')
  })
})

test('one that does not release holds where its conditions are met, too', async () => {
  const held = await suspension(world, { regions: ['5HQ'] }, { conditions: [AGREED] })
  await agreement('G-905')
  await agreement('G-906', { practice: 'P82002' })
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  await annul(held)
})

const STATES = `query ($id: ID!, $practice: ID!) { suspension(id: $id) {
  conditions { id kind party matter audience days organisation }
  conditionStates(practice: $practice) { met evidence condition { id } }
} }`
const PROGRESS = `query ($id: ID!, $region: ID) { suspension(id: $id) {
  progress(region: $region) { met unmet condition { id } }
} }`

describe('what is still missing', () => {
  let held: any
  beforeAll(async () => {
    nextDay()
    held = await releasing(AGREED, { kind: 'SIGN_OFF', organisation: 'BMA/GPC' })
    await agreement('G-910')
  })
  afterAll(() => annul(held))

  test('is told with every refusal, in words and as conditions', async () => {
    const { ruling } = await world.must(
      `{ ruling(practice: "P82001") { reasons { remedy unmet { id kind organisation } } } }`,
      {},
      ADMIN,
    )
    expect(ruling.reasons).toEqual([
      {
        remedy: expect.stringMatching(/^Suspension S-\d+ releases .* the sign-off of BMA\/GPC,/),
        unmet: [{ id: 'c2', kind: 'SIGN_OFF', organisation: 'BMA/GPC' }],
      },
    ])
  })

  test('is told for one practice, with the evidence, to whoever may see it', async () => {
    const variables = { id: held.id, practice: 'P82001' }
    const expected = {
      conditionStates: [
        { met: true, evidence: ['G-910'], condition: { id: 'c1' } },
        { met: false, evidence: [], condition: { id: 'c2' } },
      ],
    }
    for (const actor of [ADMIN, partner('EMIS'), leadOf('5HQ')]) {
      expect((await world.must(STATES, variables, actor)).suspension).toMatchObject(expected)
    }
    expect((await world.ask(STATES, variables, leadOf('5NT'))).code).toBe('NOT_FOUND')
    expect((await world.ask(STATES, variables)).code).toBe('UNAUTHENTICATED')
  })

  test('is counted by region, for everybody', async () => {
    const counts = async (region: string | null) => {
      const { suspension: { progress } } = await world.must(PROGRESS, { id: held.id, region })
      return progress.map(({ met, unmet }: any) => [met, unmet])
    }
    const ofBolton = await counts('5HQ')
    expect(ofBolton[0][0]).toBe(1)
    expect(ofBolton[1][0]).toBe(0)
    expect(await counts('5NT')).toEqual([[0, 1], [0, 1]])
    const whole = await counts(null)
    expect(whole[0][1]).toBe(ofBolton[0][1] + 1)
  })
})

test('a rollout starts under a suspension that releases, and under no other', async () => {
  const held = await releasing(AGREED)
  const input = { programme: 'SCR', region: '5NT', classification: 'STANDARD' }
  const planned = await done(world, 'planRollout', input)
  const started = await done(world, 'startRollout', { id: planned.id, version: 1 })
  expect(started.state).toBe('RUNNING')
  const whole = await suspension(world, { regions: ['5NT'] })
  const another = await done(world, 'planRollout', input)
  const refused = await give(world, 'startRollout', { id: another.id, version: 1 })
  expect(refused.errors[0]?.extensions).toMatchObject({ suspensions: [whole.id] })
  await annul(held)
  await annul(whole)
})

test('the ledger tells all of it, row for row', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('rows')
})
