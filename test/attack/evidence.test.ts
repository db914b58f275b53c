import { afterEach, expect, test } from '@jest/globals'
import { done, reasons, rollout, suspension } from '../world/story.js'
import {
  leadOf, LIAISON, partner, practiceManager, type World,
} from '../world/world.js'
import { report } from '../breaches/reports.js'
import { later, outcome, scene } from './scene.js'

let world: World
afterEach(() => world.close())

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const agree = (code: string, actor = practiceManager(code)) =>
  outcome(world, 'recordAgreement', { programme: 'SCR', practice: code, matter: 'INFORMED' }, actor)
const evidence = { name: 'Report', sha256: 'ab'.repeat(32) }

test('A2: no signature at all: named wave, hidden by the practice’s own time', async () => {
  world = await scene()
  const other = await rollout(world, '5NT', 'ACCELERATED', { practices: ['P84001'] })
  await rollout(world, '5NT', 'ACCELERATED', { practices: ['P84001'] })
  await suspension(world, { classifications: ['ACCELERATED'] })
  const mine = practiceManager('P84001')
  const own = await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD', 'VIEW'], practices: ['P84001'] }],
  }, mine)
  const asked = await outcome(world, 'reclassifyRollout', {
    id: other.id, version: other.version, classification: 'EARLY_ADOPTER',
  })
  await outcome(world, 'liftSuspension', { id: own.id, version: 1 }, mine)
  const now = await reasons(world, 'P84001', { c: 'EARLY_ADOPTER' }, partner('EMIS'))
  expect(asked.status).toBe('AWAITING_SIGNATURES')
  expect(now).toEqual(['NO_ROLLOUT', 'SUSPENDED'])
})

test('P3b: a start that a releasing suspension hides, of all it holds, still asks for a second', async () => {
  world = await scene({})
  await suspension(world, { activities: ['UPLOAD', 'VIEW'] }, { releases: true, conditions: [AGREED] })
  const planned = await done(world, 'planRollout', { programme: 'SCR', region: '5NT', classification: 'STANDARD' })
  const started = await outcome(world, 'startRollout', { id: planned.id, version: 1 }, leadOf('5NT'))
  await agree('P84001')
  expect({ started: started.status, now: await reasons(world, 'P84001') })
    .toEqual({ started: 'AWAITING_SIGNATURES', now: ['ROLLOUT_NOT_STARTED'] })
})

// E
test('E: a mailing voided and told again with an earlier day is corrected evidence', async () => {
  world = await scene({ '5NT': 'ACCELERATED' }, null)
  const lead = leadOf('5NT')
  const mail = (lastReceivedOn: string) =>
    outcome(world, 'recordMailing', {
      programme: 'SCR', region: '5NT', packs: 9, withOptOutForm: true, lastReceivedOn,
    }, lead)
  const first = await mail('2010-04-16')
  expect(first.status).toBe('APPLIED')
  const july = { at: '2010-07-01T10:00:00.000Z' }
  expect(await reasons(world, 'P84001', july)).toEqual(['NOTICE_TOO_SHORT'])
  const voided = await outcome(world, 'voidMailing', { id: first.thing.id, version: 1 }, lead)
  const again = await mail('2010-04-02')
  expect({ voided: voided.status, again: again.status, july: await reasons(world, 'P84001', july) })
    .toEqual({ voided: 'APPLIED', again: 'AWAITING_SIGNATURES', july: ['NOTICE_TOO_SHORT'] })
})

// F
test('F: a consultation of one day, opened for the purpose by one lead, frees nobody unsigned', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  await suspension(world, {}, {
    releases: true, conditions: [{ kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' }],
  })
  const lead = leadOf('5NT')
  const opened = await outcome(world, 'openConsultation', {
    programme: 'SCR', title: 'A night', audience: 'PATIENTS', regions: ['5NT'], closesOn: '2010-04-17',
    deviation: { reference: 'So I was told', reason: 'Haste.' },
  }, lead)
  expect(opened.status).toBe('APPLIED')
  later(world, 1)
  const concluded = await outcome(world, 'concludeConsultation', {
    id: opened.thing.id, version: 1, outcome: 'Nobody answered.', evidence,
  }, lead)
  expect({ concluded: concluded.status, now: await reasons(world, 'P84001') })
    .toEqual({ concluded: 'AWAITING_SIGNATURES', now: ['SUSPENDED'] })
})

// F2
test('F2: a consultation opened before the suspension, closed long ago, and concluded today', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  const lead = leadOf('5NT')
  const opened = await outcome(world, 'openConsultation', {
    programme: 'SCR', title: 'Old', audience: 'PATIENTS', regions: ['5NT'], closesOn: '2010-07-09',
  }, lead)
  later(world, 100)
  await suspension(world, {}, {
    releases: true, conditions: [{ kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' }],
  })
  later(world, 300)
  const concluded = await outcome(world, 'concludeConsultation', {
    id: opened.thing.id, version: 1, outcome: 'Nobody answered.', evidence,
  }, lead)
  expect({ concluded: concluded.status, now: await reasons(world, 'P84001') })
    .toEqual({ concluded: 'AWAITING_SIGNATURES', now: ['SUSPENDED'] })
})

// G
test('G: the department signs off its own condition as LIAISON of DH', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  const held = await suspension(world, {}, {
    releases: true, conditions: [{ kind: 'SIGN_OFF', organisation: 'DH' }],
  })
  const signed = await outcome(world, 'recordSignOff', { suspension: held.id, condition: 'c1' },
    { ...LIAISON, organisation: 'DH' })
  expect({ signed: signed.status, now: await reasons(world, 'P84001') })
    .toEqual({ signed: 'AWAITING_SIGNATURES', now: ['SUSPENDED'] })
})

// H
test('H2: the same by reportUploads', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  later(world, 1)
  await outcome(world, 'recordMailing', {
    programme: 'SCR', region: '5NT', packs: 9, withOptOutForm: true, lastReceivedOn: '2010-04-16',
  }, leadOf('5NT'))
  await report(world, [{ practice: 'P84001', uploadedAt: '2010-04-15T22:00:00.000Z' }])
  expect(await reasons(world, 'P84001')).toEqual(['NOTICE_TOO_SHORT'])
})

