import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, reasons, rollout, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P82002', '5HQ', { suppliers: [{ supplier: 'TPP' }] })
  await practice(world, 'P84001', '5NT')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await mailing(world, 'Q31', '2010-01-15')
})
afterAll(() => world.close())

const FULL = `query ($practices: [ID!]!, $at: DateTime) {
  rulings(practices: $practices, at: $at) {
    practiceCode practice { odsCode } activity outcome basis at validUntil registerSequence
    reasons { code message remedy permittedFrom rollout { id } suspension { id } }
    advisories { id } obligations { code } rollouts { id }
  }
}`

test('answers come in the order asked, one each, and unknown practices are refusals', async () => {
  const practices = ['P84001', 'NOBODY', 'P82001', 'P84001']
  const { rulings } = await world.must(FULL, { practices }, ADMIN)
  expect(rulings.map((r: any) => [r.practiceCode, r.outcome, r.reasons[0]?.code])).toEqual([
    ['P84001', 'REFUSE', 'NO_ROLLOUT'],
    ['NOBODY', 'REFUSE', 'PRACTICE_UNKNOWN'],
    ['P82001', 'PERMIT', undefined],
    ['P84001', 'REFUSE', 'NO_ROLLOUT'],
  ])
})

test('a live permit says until when, obliges, and names the ledger entry it rests on', async () => {
  const { rulings } = await world.must(FULL, { practices: ['P82001'] }, ADMIN)
  expect(rulings[0]).toMatchObject({
    basis: 'LIVE',
    at: '2010-04-16T08:00:00.000Z',
    validUntil: '2010-04-16T09:00:00.000Z',
    registerSequence: world.follower.current.head.sequence,
    obligations: [{ code: 'PATIENT_DISSENT' }],
  })
})

test('an answer about a named moment, be it this one, is no permission', async () => {
  const at = world.clock.at
  const { rulings } = await world.must(FULL, { practices: ['P82001'], at }, ADMIN)
  expect(rulings[0]).toMatchObject({ outcome: 'PERMIT', basis: 'HYPOTHETICAL', validUntil: null })
})

test('a permit ends with the next recorded date, if that comes first', async () => {
  await practice(world, 'P82003', '5HQ', { openTo: '2010-04-17' })
  world.clock.at = '2010-04-16T22:30:00.000Z'
  const { rulings } = await world.must(FULL, { practices: ['P82003', 'P82001'] }, ADMIN)
  world.clock.at = '2010-04-16T08:00:00.000Z'
  expect(rulings.map((r: any) => r.validUntil)).toEqual([
    '2010-04-16T23:00:00.000Z',
    '2010-04-16T23:30:00.000Z',
  ])
})

test.each([
  ['83 days after the last receipt', '2010-04-08T22:59:59.999Z', ['NOTICE_TOO_SHORT']],
  ['84 days after it, from midnight in London', '2010-04-08T23:00:00.000Z', []],
])('patients’ notice: %s', async (_, at, codes) => {
  expect((await reasons(world, 'P82001', { at })).filter((c) => c.startsWith('N'))).toEqual(codes)
})

test('a refusal for want of notice names the mailing and the day on which it ends', async () => {
  const at = '2010-03-01T12:00:00Z'
  const { rulings } = await world.must(FULL, { practices: ['P82001'], at }, ADMIN)
  expect(rulings[0].reasons.at(-1)).toMatchObject({
    code: 'NOTICE_TOO_SHORT',
    message: expect.stringMatching(
      /^Patients last received a mailing, M-\d+, on 15 January 2010; 84 days have not passed\.$/,
    ),
    remedy: 'They will have passed when 9 April 2010 begins.',
    permittedFrom: '2010-04-08T23:00:00.000Z',
  })
})

describe('who is told', () => {
  const outcomes = async (actor: Parameters<World['must']>[2]) => {
    const practices = ['P82001', 'P82002', 'P84001']
    const { rulings } = await world.must(FULL, { practices }, actor)
    return rulings.map((r: any) => (r.practice ? r.outcome : r.reasons[0].code))
  }
  const UNKNOWN = 'PRACTICE_UNKNOWN'

  test.each([
    ['a partner, of the practices it serves', partner('TPP'), [UNKNOWN, 'PERMIT', UNKNOWN]],
    ['a practice, of itself', practiceManager('P82001'), ['PERMIT', UNKNOWN, UNKNOWN]],
    ['a regional lead, of the own PCT', leadOf('5HQ'), ['PERMIT', 'PERMIT', UNKNOWN]],
    ['a regional lead, of an SHA', leadOf('Q31'), ['PERMIT', 'PERMIT', 'REFUSE']],
    ['a regional lead of elsewhere, of none', leadOf('Q32'), [UNKNOWN, UNKNOWN, UNKNOWN]],
    ['a liaison officer, of all', LIAISON, ['PERMIT', 'PERMIT', 'REFUSE']],
    ['an auditor, of all', AUDITOR, ['PERMIT', 'PERMIT', 'REFUSE']],
  ])('%s', async (_, actor, expected) => {
    expect(await outcomes(actor)).toEqual(expected)
  })

  test('a practice of others is told apart from an unknown one by nothing', async () => {
    const { rulings } = await world.must(FULL, { practices: ['P84001', 'P99999'] }, partner('TPP'))
    const [others, unknown] = rulings
    expect({ ...others, practiceCode: '' }).toEqual({ ...unknown, practiceCode: '' })
  })

  test('and nobody without a token', async () => {
    expect((await world.ask(FULL, { practices: ['P82001'] })).code).toBe('UNAUTHENTICATED')
  })
})

test('an unknown programme is an error that names it', async () => {
  const { code, errors } = await world.ask(
    'query { ruling(practice: "P82001", programme: "NHS") { outcome } }', {}, ADMIN,
  )
  expect([code, errors[0]?.message]).toEqual(['NOT_FOUND', 'There is no programme NHS.'])
})

describe('suspensions', () => {
  test('every suspension that holds is listed, and each only while it holds', async () => {
    const first = await suspension(world, { regions: ['Q31'] })
    const second = await suspension(world, { suppliers: ['EMIS'] })
    expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED', 'SUSPENDED'])
    expect(await reasons(world, 'P82002')).toEqual(['SUSPENDED'])
    expect(await reasons(world, 'P82001', { activity: 'VIEW' })).toEqual([])
    await done(world, 'liftSuspension', { id: first.id, version: 1 })
    expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
    await done(world, 'liftSuspension', { id: second.id, version: 1 })
    expect(await reasons(world, 'P82001')).toEqual([])
  })

  test('advice is shown and refuses nothing', async () => {
    const advice = await suspension(world, {}, { strength: 'ADVISORY', signatories: [] })
    const { rulings } = await world.must(FULL, { practices: ['P82001'] }, ADMIN)
    await done(world, 'liftSuspension', { id: advice.id, version: 1 })
    expect(rulings[0]).toMatchObject({ outcome: 'PERMIT', advisories: [{ id: advice.id }] })
  })

  test('one that begins later holds from its moment on, and ends permissions then', async () => {
    const later = await suspension(world, {}, { from: '2010-04-16T08:20:00Z' })
    const { rulings } = await world.must(FULL, { practices: ['P82001'] }, ADMIN)
    expect(rulings[0]).toMatchObject({ outcome: 'PERMIT', validUntil: '2010-04-16T08:20:00.000Z' })
    const at = (moment: string) => reasons(world, 'P82001', { at: moment })
    expect(await at('2010-04-16T08:19:59.999Z')).toEqual([])
    expect(await at('2010-04-16T08:20:00.000Z')).toEqual(['SUSPENDED'])
    await done(world, 'liftSuspension', { id: later.id, version: 1 })
  })
})

test('the permissive classification, named, opens nothing', async () => {
  await practice(world, 'P84002', '5JX')
  await rollout(world, '5JX', 'ACCELERATED')
  const wide = await rollout(world, 'Q31', 'EARLY_ADOPTER')
  await mailing(world, '5JX', '2010-01-10')
  const held = await suspension(world, { classifications: ['ACCELERATED'] })
  expect(await reasons(world, 'P84002')).toEqual(['SUSPENDED'])
  expect(await reasons(world, 'P84002', { c: 'EARLY_ADOPTER' })).toEqual(['SUSPENDED'])
  expect(await reasons(world, 'P84002', { c: 'STANDARD' })).toEqual(['NO_ROLLOUT', 'SUSPENDED'])
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await done(world, 'endRollout', { id: wide.id, version: 2 })
})
