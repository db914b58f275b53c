import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { verifyAt } from '../ledger/tampering.js'
import {
  done, give, giveSigned, mailing, practice, programme, reasons, rollout, suspension,
} from '../world/story.js'
import { ADMIN, leadOf, openWorld, type World } from '../world/world.js'

const NOW = '2010-04-16T10:00:00.000Z'
const UNTIL = '2010-07-15T10:00:00.000Z'

let world: World
let held: any
beforeAll(async () => {
  world = await openWorld('bodies', NOW)
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P84001', '5NT')
  await mailing(world, 'ENG', '2009-06-01')
  await rollout(world, 'ENG', 'ACCELERATED')
  held = await suspension(world)
})
afterAll(() => world.close())
beforeEach(() => {
  world.clock.at = NOW
})

const lead = leadOf('5HQ')
const request = (rest: Record<string, unknown> = {}, actor = lead) =>
  give(
    world,
    'requestDispensation',
    { suspension: held.id, practices: ['P82001'], until: UNTIL, ...rest },
    actor,
  )
const asked = async (rest: Record<string, unknown> = {}): Promise<any> =>
  (await request(rest)).data.requestDispensation.dispensation
const decide = (one: any, rest: Record<string, unknown> = {}) =>
  giveSigned(world, 'decideDispensation', { id: one.id, version: 1, granted: true, ...rest })
const granted = async (rest: Record<string, unknown> = {}): Promise<any> =>
  (await decide(await asked(rest))).data.decideDispensation.dispensation
const endAt = (one: any, to: string | null = null, actor = ADMIN) =>
  give(world, 'endDispensation', { id: one.id, version: 2, to }, actor)

test.each([
  ['90 days off', UNTIL, null],
  ['a moment later', '2010-07-15T10:00:00.001Z', 'INVALID_INPUT'],
  ['now', NOW, 'INVALID_INPUT'],
  ['a moment from now', '2010-04-16T10:00:00.001Z', null],
])('it is asked for with an end %s', async (_, until, code) => {
  expect((await request({ until })).code).toBe(code)
})

test.each([
  ['a practice of its own', {}, null],
  ['its own region', { practices: null, regions: ['5HQ'] }, null],
  ['a practice of others', { practices: ['P84001'] }, 'INVALID_INPUT'],
  ['a region above', { practices: null, regions: ['Q31'] }, 'FORBIDDEN'],
  ['nobody in particular', { practices: null }, 'INVALID_INPUT'],
  ['both regions and practices', { regions: ['5HQ'] }, 'INVALID_INPUT'],
  ['a suspension that there is not', { suspension: 'S-99' }, 'NOT_FOUND'],
])('a region asks for %s', async (_, rest, code) => {
  expect((await request(rest)).code).toBe(code)
})

test('who names regions and practices is told which to take out', async () => {
  const { errors } = await request({ regions: ['5HQ'] })
  expect(errors[0]?.message).toContain('Take out the regions (5HQ) to name practices')
})

test('nobody is excepted from advice, or from what has ended', async () => {
  const advice = await suspension(world, {}, { strength: 'ADVISORY', signatories: [] })
  expect((await request({ suspension: advice.id })).code).toBe('INVALID_INPUT')
  const ended = await suspension(world)
  const waiting = await asked({ suspension: ended.id })
  await done(world, 'annulSuspension', { id: ended.id, version: 1 })
  expect((await request({ suspension: ended.id })).code).toBe('ALREADY_ENDED')
  expect((await decide(waiting)).code).toBe('ALREADY_ENDED')
  expect((await decide(waiting, { granted: false })).code).toBeNull()
})

test('asked for, it excepts nobody; granted, those it names, from now until it ends', async () => {
  const waiting = await asked({ until: '2010-05-01T00:00:00.000Z' })
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  world.clock.at = '2010-04-17T10:00:00.000Z'
  await decide(waiting)
  const at = (moment: string) => reasons(world, 'P82001', { at: moment })
  expect(await at('2010-04-17T09:59:59.999Z')).toEqual(['SUSPENDED'])
  expect(await at('2010-04-17T10:00:00.000Z')).toEqual([])
  expect(await at('2010-04-30T23:59:59.999Z')).toEqual([])
  expect(await at('2010-05-01T00:00:00.000Z')).toEqual(['SUSPENDED'])
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
  const source = `{ ruling(practice: "P82001") {
    dispensations { id reason suspension { id } practiceCodes regionCodes inForce }
  } }`
  const { ruling } = await world.must(source, {}, ADMIN)
  expect(ruling.dispensations).toEqual([
    {
      id: waiting.id,
      reason: 'So the test has it.',
      suspension: { id: held.id },
      practiceCodes: ['P82001'],
      regionCodes: null,
      inForce: true,
    },
  ])
  await endAt(waiting)
})

test('it is granted for less than was asked, never for more, and only once', async () => {
  const waiting = await asked({ until: '2010-05-01T00:00:00.000Z' })
  const more = await decide(waiting, { until: '2010-05-01T00:00:00.001Z' })
  expect(more.code).toBe('INVALID_INPUT')
  const { data } = await decide(waiting, { until: '2010-04-20T00:00:00.000Z' })
  expect(data.decideDispensation.dispensation.to).toBe('2010-04-20T00:00:00.000Z')
  expect((await decide(waiting, { version: 2 })).code).toBe('ALREADY_DECIDED')
  await endAt(waiting)
})

test('refused, it excepts nobody', async () => {
  const { data } = await decide(await asked(), { granted: false })
  expect(data.decideDispensation.dispensation).toMatchObject({ granted: false, from: null })
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  expect((await endAt(data.decideDispensation.dispensation)).code).toBe('INVALID_INPUT')
})

test('it ends earlier, and never later', async () => {
  const one = await granted()
  for (const to of [UNTIL, '2010-04-16T09:59:59.999Z']) {
    expect((await endAt(one, to)).code).toBe('INVALID_INPUT')
  }
  expect((await endAt(one, null, leadOf('5NT'))).code).toBe('FORBIDDEN')
  expect((await endAt(one, '2010-07-15T09:59:59.999Z', lead)).code).toBeNull()
  const at = '2010-07-15T09:59:59.999Z'
  expect(await reasons(world, 'P82001', { at })).toEqual(['SUSPENDED'])
  const now = { id: one.id, version: 3 }
  expect((await give(world, 'endDispensation', now)).code).toBeNull()
  expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
  const again = await give(world, 'endDispensation', { ...now, version: 4 })
  expect(again.code).toBe('ALREADY_ENDED')
})

test('anybody may read who is excepted, from what, why and until when', async () => {
  const one = await granted()
  const source = `query ($id: ID!, $suspension: ID!) {
    dispensation(id: $id) { granted to requestedBy reason }
    dispensations(filter: { suspension: $suspension, inForce: true }) { totalCount }
    waiting: dispensations(filter: { requestedBy: "5NT", decided: false }) { totalCount }
    suspension(id: $suspension) { dispensations { id } }
  }`
  const answer = await world.must(source, { id: one.id, suspension: held.id })
  expect(answer).toMatchObject({
    dispensation: { granted: true, to: UNTIL, requestedBy: '5HQ' },
    dispensations: { totalCount: 1 },
    waiting: { totalCount: 0 },
  })
  expect(answer.suspension.dispensations).toContainEqual({ id: one.id })
})

test('the ledger tells all of it, row for row', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('rows')
})
