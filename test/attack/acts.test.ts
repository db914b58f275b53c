import { afterEach, expect, test } from '@jest/globals'
import { done, give, suspension } from '../world/story.js'
import { leadOf, LIAISON, type World } from '../world/world.js'
import { assurance } from '../assurances/story.js'
import { moved, outcome, scene, sign } from './scene.js'

let world: World
afterEach(() => world.close())

// I
test('I3: a practice that opens tomorrow is covered by a start today', async () => {
  world = await scene({})
  for (const code of ['P84001', 'P84002']) {
    await done(world, 'recordPractice', moved(code, 1, '5NT', { openFrom: '2010-04-17' }))
  }
  await suspension(world, { activities: ['INFORM', 'START', 'UPLOAD', 'VIEW'] })
  const planned = await done(world, 'planRollout', { programme: 'SCR', region: '5NT', classification: 'ACCELERATED' })
  const started = await outcome(world, 'startRollout', { id: planned.id, version: 1 }, leadOf('5NT'))
  expect(started.status).toBe('SUSPENDED')
})

// J
test('J2: a mailing is not planned for a day in the course of which it is held', async () => {
  world = await scene()
  await suspension(world, { activities: ['INFORM'], regions: ['5NT'] }, { from: '2010-05-01T09:00:00.000Z' })
  const plan = (plannedFor: string) => outcome(world, 'planMailing', {
    programme: 'SCR', region: '5NT', packs: 1, withOptOutForm: true, plannedFor,
  }, leadOf('5NT'))
  expect((await plan('2010-05-02')).status).toBe('SUSPENDED')
  expect((await plan('2010-05-01')).status).toBe('SUSPENDED')
})

test('J3: a mailing is not planned by closing or moving the practices for that moment', async () => {
  world = await scene()
  await suspension(world, { activities: ['INFORM'] })
  for (const code of ['P84001', 'P84002']) {
    await outcome(world, 'recordPractice', moved(code, 1, '5NT', { openTo: '2010-04-16' }))
  }
  const planned = await outcome(world, 'planMailing', {
    programme: 'SCR', region: '5NT', packs: 1, withOptOutForm: true, plannedFor: '2010-05-01',
  }, leadOf('5NT'))
  expect(planned.status).toBe('SUSPENDED')
})

// K
test('K: a proposal’s input tells nobody of a private assurance', async () => {
  world = await scene()
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'College' })
  const kept = await assurance(world, { public: false })
  const held = await suspension(world, {}, { signatories: ['RCGP', 'BMA/GPC'] })
  const asked = await outcome(world, 'replaceSuspension', {
    id: held.id, version: 1, strength: 'BINDING', assurance: kept.id, scope: [{ activities: ['UPLOAD'] }],
  })
  const college = { ...LIAISON, organisation: 'RCGP', subject: 'a.college' }
  expect((await world.must(`{ assurance(id: "${kept.id}") { id } }`, {}, college)).assurance).toBeNull()
  const { proposal } = await world.must(`{ proposal(id: "${asked.proposal}") { input } }`, {}, college)
  expect(JSON.stringify(proposal.input)).not.toContain(kept.id)
})

test('K2: who may not read a proposal is not told what became of it', async () => {
  world = await scene()
  const held = await suspension(world, { classifications: ['ACCELERATED'] })
  const asked = await outcome(world, 'annulSuspension', { id: held.id, version: 1 })
  await world.must(`mutation { declineProposal(input: { id: "${asked.proposal}", reason: "No." }) { status } }`, {}, LIAISON)
  const stranger = leadOf('Q39')
  expect((await world.must(`{ proposal(id: "${asked.proposal}") { id } }`, {}, stranger)).proposal).toBeNull()
  const { errors } = await sign(world, asked.proposal, stranger)
  expect(errors[0]?.message).not.toContain('DECLINED')
})

// M
// N
test('N: a lead’s flood of changes does not keep the department from suspending', async () => {
  world = await scene()
  const flood = Array.from({ length: 1500 }, () => give(world, 'planRollout', {
    programme: 'SCR', region: '5HQ', classification: 'STANDARD',
  }, leadOf('5HQ')))
  const urgent = await give(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'] }], signatories: ['BMA/GPC'],
  })
  await Promise.allSettled(flood)
  expect(urgent.code).toBeNull()
})

test('imposing never waits, whatever else it names', async () => {
  world = await scene()
  for (const rest of [
    {}, { spareLive: true }, { releases: true, conditions: [{ kind: 'NOTICE', days: 1, since: '2009-01-01T00:00:00.000Z' }] },
    { strength: 'ADVISORY' }, { from: '2011-01-01T00:00:00.000Z' },
  ]) {
    const imposed = await outcome(world, 'imposeSuspension', {
      programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'] }], ...rest,
    })
    expect(imposed.status).toBe('APPLIED')
  }
})
