import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  done, give, mailing, practice, programme, reasons, rollout, suspension,
} from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await practice(world, 'F81001', '5PY')
  await practice(world, 'F81002', '5PY')
  await practice(world, 'P84001', '5NT')
  await practice(world, 'Y00001', '5A8')
  await mailing(world, 'ENG', '2009-06-01')
})
afterAll(() => world.close())

const plan = (region: string, classification: string, rest: Record<string, unknown> = {}) =>
  done(world, 'planRollout', { programme: 'SCR', region, classification, ...rest })

test('suspending one wave of South West Essex stops that wave and not the other', async () => {
  await rollout(world, 'Q35', 'ACCELERATED')
  await rollout(world, '5PY', 'EARLY_ADOPTER', { practices: ['F81001'] })
  const held = await suspension(world, { classifications: ['ACCELERATED'] })
  expect(await reasons(world, 'F81001')).toEqual([])
  expect(await reasons(world, 'F81002')).toEqual(['SUSPENDED'])
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
})

test('a planned day starts nothing', async () => {
  await plan('5NT', 'STANDARD', { plannedOn: '2010-04-10' })
  expect(await reasons(world, 'P84001')).toEqual(['ROLLOUT_NOT_STARTED'])
})

test.each([
  ['START', 'STANDARD', {}],
  ['UPLOAD', 'STANDARD', {}],
  ['UPLOAD', 'STANDARD', { classifications: ['STANDARD'] }],
  ['START', 'STANDARD', { practices: ['P84001'] }],
])('no rollout starts where %s is held: %s, narrowed by %j', async (activity, wave, narrowed) => {
  const planned = await plan('5NT', wave)
  const held = await suspension(world, { activities: [activity], ...narrowed })
  const refused = await give(world, 'startRollout', { id: planned.id, version: 1 })
  expect(refused.code).toBe('SUSPENDED')
  expect(refused.errors[0]?.message).toContain(held.id)
  expect(refused.errors[0]?.extensions).toMatchObject({ suspensions: [held.id] })
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await done(world, 'endRollout', { id: planned.id, version: 1 })
})

test('a wave that no suspension names starts, while another is held', async () => {
  const held = await suspension(world, { classifications: ['ACCELERATED'], regions: ['Q31'] })
  const planned = await plan('5NT', 'STANDARD')
  const started = await done(world, 'startRollout', { id: planned.id, version: 1 })
  expect(started).toMatchObject({ state: 'RUNNING', startedAt: world.clock.at, version: 2 })
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await done(world, 'endRollout', { id: planned.id, version: 2 })
})

test('a nearer rollout of another wave does not start over practices that are held', async () => {
  await rollout(world, 'Q31', 'ACCELERATED')
  const held = await suspension(world, { classifications: ['ACCELERATED'] })
  const nearer = await plan('5NT', 'EARLY_ADOPTER')
  const { code } = await give(world, 'startRollout', { id: nearer.id, version: 1 })
  expect(code).toBe('SUSPENDED')
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await done(world, 'endRollout', { id: nearer.id, version: 1 })
})

test('a rollout starts once and ends once', async () => {
  const planned = await plan('5NY', 'STANDARD')
  const input = { id: planned.id }
  await done(world, 'startRollout', { ...input, version: 1 })
  expect((await give(world, 'startRollout', { ...input, version: 2 })).code).toBe('ALREADY_STARTED')
  const ended = await done(world, 'endRollout', { ...input, version: 2 })
  expect(ended).toMatchObject({ state: 'ENDED', endedAt: world.clock.at })
  expect((await give(world, 'endRollout', { ...input, version: 3 })).code).toBe('ALREADY_ENDED')
  expect((await give(world, 'startRollout', { ...input, version: 3 })).code).toBe('ALREADY_ENDED')
})

test.each([
  ['an unknown region', { region: 'XXX' }, 'NOT_FOUND'],
  ['an unknown programme', { programme: 'XXX' }, 'NOT_FOUND'],
  ['an unknown practice', { practices: ['P99999'] }, 'NOT_FOUND'],
  ['a practice of another region', { practices: ['P84001'] }, 'INVALID_INPUT'],
  ['no practices at all', { practices: [] }, 'INVALID_INPUT'],
  ['a practice twice', { practices: ['F81001', 'F81001'] }, 'INVALID_INPUT'],
  ['an unknown classification', { classification: 'FIRST' }, 'BAD_USER_INPUT'],
  ['no such day', { plannedOn: '2010-02-30' }, 'BAD_USER_INPUT'],
])('no rollout is planned with %s', async (_, rest, code) => {
  const input = { programme: 'SCR', region: '5PY', classification: 'STANDARD', ...rest }
  expect((await give(world, 'planRollout', input)).code).toBe(code)
})

test.each([
  ['received today', '2010-04-16', null],
  ['received tomorrow', '2010-04-17', 'INVALID_INPUT'],
])('a mailing %s', async (_, lastReceivedOn, code) => {
  const input = {
    programme: 'SCR', region: '5NY', packs: 1, withOptOutForm: true, lastReceivedOn,
  }
  expect((await give(world, 'recordMailing', input)).code).toBe(code)
})

test('a live practice’s notice counts to the last receipt before it went live', async () => {
  await practice(world, 'B83001', '5NY')
  await rollout(world, '5NY', 'EARLY_ADOPTER')
  const upload = { programme: 'SCR', practices: ['B83001'], at: '2010-03-01T00:00:00Z' }
  await done(world, 'recordFirstUploads', upload)
  await mailing(world, '5NY', '2010-04-15')
  expect(await reasons(world, 'B83001')).toEqual([])
  await practice(world, 'B83002', '5NY')
  expect(await reasons(world, 'B83002')).toEqual(['NOTICE_TOO_SHORT'])
})

test('a practice goes live once, and never in the future', async () => {
  const first = { programme: 'SCR', practices: ['B83002'], at: '2010-04-16T07:00:00Z' }
  const [live] = await done(world, 'recordFirstUploads', first)
  const [again] = await done(world, 'recordFirstUploads', { ...first, at: '2010-04-16T08:00:00Z' })
  expect(again).toEqual(live)
  const later = { ...first, at: '2010-04-16T08:00:00.001Z' }
  expect((await give(world, 'recordFirstUploads', later)).code).toBe('INVALID_INPUT')
})

test('a reclassification holds from its moment on; what was so before stays so', async () => {
  const begun = await rollout(world, '5PY', 'ACCELERATED', { practices: ['F81002'] })
  world.clock.at = '2010-04-17T08:00:00.000Z'
  const input = { id: begun.id, version: 2, classification: 'EARLY_ADOPTER' }
  await done(world, 'reclassifyRollout', input)
  expect((await give(world, 'reclassifyRollout', { ...input, version: 3 })).code).toBe('UNCHANGED')
  const source = `query ($id: ID!, $before: DateTime, $after: DateTime) { rollout(id: $id) {
    classification earlierClassifications { classification until }
    before: classificationAt(at: $before) after: classificationAt(at: $after)
  } }`
  const before = '2010-04-17T07:59:59.999Z'
  const after = '2010-04-17T08:00:00.000Z'
  const answer = await world.must(source, { id: begun.id, before, after })
  expect(answer.rollout).toEqual({
    classification: 'EARLY_ADOPTER',
    earlierClassifications: [{ classification: 'ACCELERATED', until: after }],
    before: 'ACCELERATED',
    after: 'EARLY_ADOPTER',
  })
})

const LEAD = 'A lead of its region, or the department,'
test.each([
  ['no day', {}, `${LEAD} has to start the rollout; no day is set for it.`],
  ['a day to come', { plannedOn: '2020-01-01' },
    `${LEAD} has to start the rollout; that is planned for 1 January 2020.`],
  ['a day that has passed', { plannedOn: '2010-04-16' },
    `${LEAD} has to start the rollout; that was planned for 16 April 2010, which has passed.`],
])('a rollout planned for %s says so', async (_, planned, remedy) => {
  const { id, version } = await plan('5A8', 'STANDARD', planned)
  const source = '{ ruling(practice: "Y00001") { reasons { code remedy } } }'
  const { ruling } = await world.must(source, {}, ADMIN)
  expect(ruling.reasons).toContainEqual({ code: 'ROLLOUT_NOT_STARTED', remedy })
  await done(world, 'endRollout', { id, version })
})
