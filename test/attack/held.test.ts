import { afterEach, expect, test } from '@jest/globals'
import { done, mailing, reasons, rollout, suspension } from '../world/story.js'
import {
  leadOf, LIAISON, partner, practiceManager, SECOND_ADMIN, type World,
} from '../world/world.js'
import { moved, outcome, scene, sign, stateOf } from './scene.js'

let world: World
afterEach(() => world.close())

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const GPC = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }

// A
test('A: the permissive classification named needs the signatory of what holds the practice', async () => {
  world = await scene()
  const other = await rollout(world, '5NT', 'ACCELERATED')
  await suspension(world, { classifications: ['ACCELERATED'] })
  expect(await reasons(world, 'P84001', { c: 'EARLY_ADOPTER' })).toContain('SUSPENDED')
  const asked = await outcome(world, 'reclassifyRollout', {
    id: other.id, version: other.version, classification: 'EARLY_ADOPTER',
  })
  expect(asked.status).toBe('AWAITING_SIGNATURES')
  await sign(world, asked.proposal, SECOND_ADMIN)
  // What a supplier would now get as a permission.
  expect(await reasons(world, 'P84001', { c: 'EARLY_ADOPTER' }, partner('EMIS'))).toContain('SUSPENDED')
  expect(asked.needs.organisations).toEqual(['BMA/GPC'])
})

// B
test('B1: a released practice that is moved out of the scope is held again when it takes back', async () => {
  world = await scene({ '5NT': 'ACCELERATED', '5HQ': 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] }, { releases: true, conditions: [AGREED] })
  const agreed = await done(world, 'recordAgreement', {
    programme: 'SCR', practice: 'P84001', matter: 'INFORMED',
  }, practiceManager('P84001'))
  expect(await reasons(world, 'P84001')).toEqual([])
  const move = await outcome(world, 'recordPractice', moved('P84001', 1, '5HQ'))
  await done(world, 'withdrawAgreement', { id: agreed.id, version: 1 }, practiceManager('P84001'))
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
  expect(move.needs.organisations).toEqual(['BMA/GPC'])
})

test('B2: a sign-off, the wave reclassified by one person, the sign-off withdrawn', async () => {
  world = await scene()
  await suspension(world, { classifications: ['ACCELERATED'] }, { releases: true, conditions: [GPC] })
  const { id: held } = (await world.must('{ suspensions { edges { node { id } } } }')).suspensions.edges[0].node
  const signOff = await done(world, 'recordSignOff', { suspension: held, condition: 'c1' }, LIAISON)
  const wave = (await world.must('{ rollouts(filter: { region: "5NT" }) { edges { node { id version } } } }'))
    .rollouts.edges[0].node
  const again = await outcome(world, 'reclassifyRollout', { ...wave, classification: 'STANDARD' })
  await done(world, 'withdrawSignOff', { id: signOff.id, version: 1 }, LIAISON)
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
  expect(again.needs.organisations).toEqual(['BMA/GPC'])
})

// C
test('C: freed for a day when it was signed, for good when it applied', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  // An empty region below Manchester.
  await done(world, 'recordRegion', {
    code: 'ZZ1', name: 'A locality', kind: 'OTHER', parents: [{ region: '5NT' }],
  })
  const asked = await outcome(world, 'recordPractice', moved('P84001', 1, '5NT', {
    memberships: [
      { region: '5NT', to: '2010-05-01' },
      { region: '5HQ', from: '2010-05-01', to: '2010-05-02' },
      { region: 'ZZ1', from: '2010-05-02' },
    ],
  }))
  expect(asked.needs.organisations).toEqual(['BMA/GPC'])
  await sign(world, asked.proposal, LIAISON)
  // One person alone: nobody is in that region.
  const parent = await outcome(world, 'recordRegion', {
    code: 'ZZ1', name: 'A locality', kind: 'OTHER', parents: [{ region: '5HQ' }], version: 1,
  })
  expect(parent.status).toBe('APPLIED')
  await sign(world, asked.proposal, SECOND_ADMIN)
  const { state } = await stateOf(world, asked.proposal)
  const june = await reasons(world, 'P84001', { at: '2010-06-01T10:00:00.000Z' })
  expect({ state, june }).toEqual({ state: 'VOID', june: ['SUSPENDED'] })
})

// D
test('D1: a replacement as signed holds the practice; a supplier changed before it applies', async () => {
  world = await scene({})
  await done(world, 'planRollout', {
    programme: 'SCR', region: '5NT', classification: 'ACCELERATED',
  })
  const held = await suspension(world)
  const asked = await outcome(world, 'replaceSuspension', {
    id: held.id, version: 1, strength: 'BINDING', scope: [{ activities: ['UPLOAD'], suppliers: ['EMIS'] }],
  })
  await sign(world, asked.proposal, LIAISON)
  const other = await outcome(world, 'recordPractice',
    moved('P84001', 1, '5NT', { suppliers: [{ supplier: 'TPP' }] }))
  expect(other.status).toBe('APPLIED')
  await sign(world, asked.proposal, SECOND_ADMIN)
  const { state } = await stateOf(world, asked.proposal)
  const now = await reasons(world, 'P84001')
  // It was told as held by the one in its place when the BMA signed.
  expect({ state, now }).toEqual({ state: 'VOID', now: ['ROLLOUT_NOT_STARTED', 'SUSPENDED'] })
})

// L
// P: masks
test('P1: the second administrator is asked for what a practice’s own time hides', async () => {
  world = await scene({ '5NT': 'ACCELERATED' }, null)
  expect(await reasons(world, 'P84001')).toEqual(['NOTICE_TOO_SHORT'])
  const mine = practiceManager('P84001')
  const own = await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices: ['P84001'] }],
  }, mine)
  // A year back, by the department, by one person.
  const mailed = await outcome(world, 'recordMailing', {
    programme: 'SCR', region: '5NT', practices: ['P84001'], packs: 1, withOptOutForm: false,
    lastReceivedOn: '2009-04-01',
  })
  await outcome(world, 'liftSuspension', { id: own.id, version: 1 }, mine)
  expect({ mailed: mailed.status, now: await reasons(world, 'P84001') })
    .toEqual({ mailed: 'AWAITING_SIGNATURES', now: ['NOTICE_TOO_SHORT'] })
})

test('P3 (caught): a start under a suspension of UPLOAD alone waits, for VIEW turns', async () => {
  world = await scene({})
  await suspension(world, {}, { releases: true, conditions: [AGREED] })
  const planned = await done(world, 'planRollout', {
    programme: 'SCR', region: '5NT', classification: 'STANDARD',
  })
  const started = await outcome(world, 'startRollout', { id: planned.id, version: 1 }, leadOf('5NT'))
  await outcome(world, 'recordAgreement', {
    programme: 'SCR', practice: 'P84001', matter: 'INFORMED',
  }, practiceManager('P84001'))
  expect(started.status).toBe('AWAITING_SIGNATURES')
})

test('P4: a mailing voided by one lead while held; nothing but the suspension is left', async () => {
  world = await scene({ '5NT': 'ACCELERATED' })
  const m = await mailing(world, '5NT', '2010-04-10')
  await suspension(world, {}, { releases: true, conditions: [AGREED] })
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED', 'NOTICE_TOO_SHORT'])
  const voided = await outcome(world, 'voidMailing', { id: m.id, version: m.version }, leadOf('5NT'))
  await outcome(world, 'recordAgreement', {
    programme: 'SCR', practice: 'P84001', matter: 'INFORMED',
  }, practiceManager('P84001'))
  expect({ voided: voided.status, now: await reasons(world, 'P84001') })
    .toEqual({ voided: 'AWAITING_SIGNATURES', now: expect.arrayContaining(['NOTICE_TOO_SHORT']) })
})

// R
