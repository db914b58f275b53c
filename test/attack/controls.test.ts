import { afterEach, expect, test } from '@jest/globals'
import { done, reasons, rollout, suspension } from '../world/story.js'
import {
  leadOf, LIAISON, practiceManager, SECOND_ADMIN, type World,
} from '../world/world.js'
import { assurance, supersede } from '../assurances/story.js'
import { moved, outcome, scene, sign, stateOf } from './scene.js'

let world: World
afterEach(() => world.close())

const BMA = ['BMA/GPC']
const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const waitsForBma = async (name: string, input: Record<string, unknown>, actor?: any) => {
  const { status, needs } = await outcome(world, name, input, actor)
  expect({ status, organisations: needs?.organisations })
    .toEqual({ status: 'AWAITING_SIGNATURES', organisations: BMA })
}
const waveOf = async (region: string) =>
  (await world.must(`{ rollouts(filter: { region: "${region}" }) { edges { node { id version } } } }`))
    .rollouts.edges[0].node

test('changed before a suspension begins', async () => {
  world = await scene()
  await suspension(world, { classifications: ['ACCELERATED'] }, { from: '2010-06-01T00:00:00.000Z' })
  const wave = await waveOf('5NT')
  await waitsForBma('reclassifyRollout', { ...wave, classification: 'STANDARD' })
  await waitsForBma('annulSuspension', { id: 'S-1', version: 1 })
})

test('region moved, detached; practice detached, sent to nowhere, to a far date', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['Q31'] })
  const { name, version } = (await world.must('{ region(code: "5NT") { name version } }')).region
  const region = { code: '5NT', name, kind: 'PCT', version }
  await waitsForBma('recordRegion', { ...region, parents: [{ region: 'Q33' }] })
  await waitsForBma('recordRegion', { ...region, parents: [] })
  await waitsForBma('recordRegion', { ...region, parents: [{ region: 'Q31', to: '2012-01-01' }, { region: 'Q33', from: '2012-01-01' }] })
  await waitsForBma('recordPractice', moved('P84001', 1, '5NT', { memberships: [] }))
  await waitsForBma('recordPractice', moved('P84001', 1, '5NT', {
    memberships: [{ region: '5NT', to: '2012-01-01' }, { region: '5QM', from: '2012-01-01' }],
  }))
  await waitsForBma('recordPractice', moved('P84001', 1, '5NT', { memberships: [{ region: '5NT', from: '2011-01-01' }] }))
})

test('supplier changed, or taken away, under a suspension of a supplier', async () => {
  world = await scene()
  await suspension(world, { suppliers: ['EMIS'] })
  await waitsForBma('recordPractice', moved('P84001', 1, '5NT', { suppliers: [] }))
  await waitsForBma('recordPractice', moved('P84001', 1, '5NT', {
    suppliers: [{ supplier: 'EMIS', to: '2012-01-01' }, { supplier: 'TPP', from: '2012-01-01' }],
  }))
})

test('moved out while dispensed, and into a dispensed region', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const asked = await done(world, 'requestDispensation', {
    suspension: 'S-1', regions: ['5NT'], until: '2010-06-01T00:00:00.000Z',
  }, leadOf('5NT'))
  await waitsForBma('decideDispensation', { id: asked.id, version: 1, granted: true })
  await done(world, 'decideDispensation', { id: asked.id, version: 1, granted: true })
  expect(await reasons(world, 'P84001')).toEqual([])
  await waitsForBma('recordPractice', moved('P84001', 1, '5HQ'))
  const all = await suspension(world)
  const there = await done(world, 'requestDispensation', {
    suspension: all.id, regions: ['5NT'], until: '2010-06-01T00:00:00.000Z',
  }, leadOf('5NT'))
  await done(world, 'decideDispensation', { id: there.id, version: 1, granted: true })
  await waitsForBma('recordPractice', moved('P82001', 1, '5NT'))
})

test('an SHA lead does not agree, nor another PCT; evidence for another programme or suspension', async () => {
  world = await scene()
  await done(world, 'createProgramme', {
    code: 'OTHER', name: 'Other', noticeDaysMin: 0, validitySecondsMax: 60, obligations: [],
  })
  await suspension(world, {}, { releases: true, conditions: [AGREED, { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }] })
  const second = await suspension(world, {}, { conditions: [{ kind: 'SIGN_OFF', organisation: 'BMA/GPC' }] })
  const agree = (programme: string, actor: any) =>
    outcome(world, 'recordAgreement', { programme, practice: 'P84001', matter: 'INFORMED' }, actor)
  expect((await agree('SCR', leadOf('Q31'))).status).toBe('FORBIDDEN')
  expect((await agree('SCR', leadOf('5HQ'))).status).toBe('FORBIDDEN')
  await agree('OTHER', practiceManager('P84001'))
  await outcome(world, 'recordSignOff', { suspension: second.id, condition: 'c1' }, LIAISON)
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED', 'SUSPENDED'])
})

test('an old proposal, signed after another suspension was imposed; two lifts, each harmless', async () => {
  world = await scene()
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'College' })
  await suspension(world, { classifications: ['ACCELERATED'] })
  const wave = await waveOf('5NT')
  const old = await outcome(world, 'reclassifyRollout', { ...wave, classification: 'STANDARD' })
  const lift = await outcome(world, 'annulSuspension', { id: 'S-1', version: 1 })
  await sign(world, old.proposal, LIAISON)
  await sign(world, lift.proposal, LIAISON)
  await suspension(world, { classifications: ['ACCELERATED'] }, { signatories: ['RCGP'] })
  await sign(world, old.proposal, SECOND_ADMIN)
  expect((await stateOf(world, old.proposal)).state).toBe('VOID')
  await suspension(world, { classifications: ['ACCELERATED'] })
  const [one, two] = [
    await outcome(world, 'annulSuspension', { id: 'S-1', version: 1 }),
    await outcome(world, 'annulSuspension', { id: 'S-3', version: 1 }),
  ]
  await done(world, 'annulSuspension', { id: 'S-2', version: 1 })
  for (const { proposal } of [one, two]) {
    await sign(world, proposal, LIAISON)
    await sign(world, proposal, SECOND_ADMIN)
  }
  expect((await stateOf(world, one.proposal)).state).toBe('APPLIED')
  expect((await stateOf(world, two.proposal)).state).toBe('VOID')
  expect(await reasons(world, 'P84001')).toContain('SUSPENDED')
})

test('taken back by others; lifted with a condition unmet; replaced by what is met already', async () => {
  world = await scene()
  await suspension(world, {}, { conditions: [AGREED] })
  const lift = (id: string, actor?: any) => outcome(world, 'liftSuspension', { id, version: 1 }, actor)
  expect((await lift('S-1', practiceManager('P84001'))).status).toBe('FORBIDDEN')
  expect((await lift('S-1', LIAISON)).status).toBe('FORBIDDEN')
  expect((await lift('S-1')).status).toBe('CONDITIONS_UNMET')
  await outcome(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices: ['P84001'] }],
  }, practiceManager('P84001'))
  expect((await lift('S-2')).status).toBe('FORBIDDEN')
  expect((await lift('S-2', practiceManager('P84002'))).status).toBe('FORBIDDEN')
  for (const rest of [{ strength: 'ADVISORY' }, { scope: [{ activities: ['VIEW'] }] },
    { releases: true, conditions: [{ kind: 'NOTICE', days: 1, since: '2009-01-01T00:00:00.000Z' }] }, {}]) {
    await waitsForBma('replaceSuspension', {
      id: 'S-1', version: 1, strength: 'BINDING', scope: [{ activities: ['UPLOAD'] }], ...rest,
    })
  }
})

test('an assurance superseded to somebody else, and withdrawn, leaves the signatories', async () => {
  world = await scene()
  const given = await assurance(world)
  await suspension(world, {}, { signatories: [], assurance: given.id })
  await supersede(world, given.id, {
    reaffirms: false, text: 'Nothing.', givenTo: [{ organisation: 'DH' }], scope: [{ activities: ['VIEW'] }],
  })
  await outcome(world, 'withdrawAssurance', { id: given.id, version: 1 })
  await waitsForBma('liftSuspension', { id: 'S-1', version: 1 })
})

test('a nearer plan where START or INFORM is held', async () => {
  world = await scene()
  await suspension(world, { activities: ['START', 'INFORM'], classifications: ['ACCELERATED'] })
  await waitsForBma('planRollout', {
    programme: 'SCR', region: '5NT', classification: 'STANDARD', practices: ['P84001'],
  }, leadOf('5NT'))
})

test('started before, while nothing is in the region, then moved in and out', async () => {
  world = await scene()
  await suspension(world, { classifications: ['ACCELERATED'] })
  await done(world, 'recordRegion', { code: 'ZZ2', name: 'Empty', kind: 'PCT', parents: [{ region: 'Q31' }] })
  await rollout(world, 'ZZ2', 'STANDARD')
  await waitsForBma('recordPractice', moved('P84001', 1, 'ZZ2'))
  const { name, version } = (await world.must('{ region(code: "5NT") { name version } }')).region
  await outcome(world, 'recordRegion', { code: '5NT', name, version, kind: 'OTHER', parents: [{ region: 'ZZ2' }] })
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
})
