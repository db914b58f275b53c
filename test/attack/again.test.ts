import { afterEach, expect, test } from '@jest/globals'
import { changesFor } from '../../api/changes/make-change.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { done, practice, reasons, rollout, suspension } from '../world/story.js'
import { ADMIN, leadOf, LIAISON, practiceManager, SECOND_ADMIN, type World } from '../world/world.js'
import { moved, outcome, scene, sign, stateOf } from './scene.js'

let world: World
afterEach(() => world.close())

test('freed for two days when it was signed, and for all days between when it applied', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const locality = { code: 'ZZ1', name: 'A locality', kind: 'OTHER' }
  await done(world, 'recordRegion', { ...locality, parents: [{ region: '5NT' }] })
  const asked = await outcome(world, 'recordPractice', moved('P84001', 1, '5NT', {
    memberships: [
      { region: '5NT', to: '2010-05-01' },
      { region: '5HQ', from: '2010-05-01', to: '2010-05-02' },
      { region: 'ZZ1', from: '2010-05-02', to: '2010-09-01' },
      { region: '5HQ', from: '2010-09-01', to: '2010-09-02' },
      { region: '5NT', from: '2010-09-02' },
    ],
  }))
  await sign(world, asked.proposal, LIAISON)
  const parent = await outcome(world, 'recordRegion', { ...locality, parents: [{ region: '5HQ' }], version: 1 })
  expect(parent.status).toBe('APPLIED')
  await sign(world, asked.proposal, SECOND_ADMIN)
  const { state } = await stateOf(world, asked.proposal)
  const june = await reasons(world, 'P84001', { at: '2010-06-01T10:00:00.000Z' })
  expect({ state, june }).toEqual({ state: 'VOID', june: ['SUSPENDED'] })
})

test('a practice that is freed at two times is counted once, and told from the first', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const input = moved('P84001', 1, '5NT', {
    reason: 'Two days.',
    memberships: [
      { region: '5NT', to: '2010-05-01' },
      { region: '5HQ', from: '2010-05-01', to: '2010-05-02' },
      { region: '5NT', from: '2010-05-02', to: '2010-09-01' },
      { region: '5HQ', from: '2010-09-01', to: '2010-09-02' },
      { region: '5NT', from: '2010-09-02' },
    ],
  })
  const source = `mutation ($input: RecordPracticeInput!) { recordPractice(input: $input, preview: true) {
    effect { noLongerHeld
      practices(filter: { turn: NO_LONGER_HELD }) { totalCount edges { node { from } } }
      byRegion { region { code } turn later practices }
    }
  } }`
  const { effect } = (await world.must(source, { input }, SECOND_ADMIN)).recordPractice
  expect(effect.noLongerHeld).toBe(1)
  expect(effect.practices).toEqual({
    totalCount: 1, edges: [{ node: { from: '2010-04-30T23:00:00.000Z' } }],
  })
  const inManchester = effect.byRegion.filter((each: any) => each.region.code === '5NT')
  expect(inManchester).toContainEqual({ region: { code: '5NT' }, turn: 'NO_LONGER_HELD', later: true, practices: 1 })
})

const BMA = { administrator: true, organisations: ['BMA/GPC'] }
const mailed = (lastReceivedOn: string) => ({
  programme: 'SCR', region: '5NT', packs: 1, withOptOutForm: true, lastReceivedOn,
})

test('what was signed behind the practice’s own time does not permit once that is over', async () => {
  world = await scene({ '5NT': 'ACCELERATED' }, null)
  const mine = practiceManager('P84001')
  const own = await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [{ activities: ['UPLOAD'], practices: ['P84001'] }],
  }, mine)
  const waits = await outcome(world, 'recordMailing', { ...mailed('2009-04-01'), practices: ['P84001'] })
  expect(waits.status).toBe('AWAITING_SIGNATURES')
  await done(world, 'liftSuspension', { id: own.id, version: 1 }, mine)
  await sign(world, waits.proposal, SECOND_ADMIN)
  expect((await stateOf(world, waits.proposal)).state).toBe('VOID')
  expect(await reasons(world, 'P84001')).toEqual(['NOTICE_TOO_SHORT'])
})

test('a rollout begun under a dispensation frees nobody once that ends', async () => {
  world = await scene()
  await suspension(world, { classifications: ['ACCELERATED'] })
  const asked = await done(world, 'requestDispensation', {
    suspension: 'S-1', regions: ['5NT'], until: '2010-05-01T00:00:00.000Z',
  }, leadOf('5NT'))
  await done(world, 'decideDispensation', { id: asked.id, version: 1, granted: true })
  const nearer = { programme: 'SCR', region: '5NT', classification: 'STANDARD', practices: ['P84001'] }
  const planned = await outcome(world, 'planRollout', nearer, leadOf('5NT'))
  expect(planned.status).toBe('APPLIED')
  const started = await outcome(world, 'startRollout', { id: planned.thing.id, version: 1 }, leadOf('5NT'))
  expect({ status: started.status, needs: started.needs })
    .toEqual({ status: 'AWAITING_SIGNATURES', needs: BMA })
})

test('who is moved to where a sign-off was given is let go by the signatories', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  const condition = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }
  await suspension(world, {}, { releases: true, conditions: [condition] })
  await done(world, 'recordSignOff', { suspension: 'S-1', condition: 'c1', regions: ['5QM'] }, LIAISON)
  expect((await outcome(world, 'recordPractice', moved('P84001', 1, '5QM'))).needs).toEqual(BMA)
  const { name, version } = (await world.must('{ region(code: "5NT") { name version } }')).region
  const below = { code: '5NT', name, version, kind: 'PCT', parents: [{ region: '5QM' }] }
  expect((await outcome(world, 'recordRegion', below)).needs).toEqual(BMA)
})

test('a practice is not freed by an import that puts it where nobody knows of', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['Q31'] })
  const memberships = [{ region: 'NEW1', from: null, to: null }]
  const row = { odsCode: 'P84001', name: 'P84001', openFrom: null, openTo: null, memberships }
  const input = { practices: [row], reason: 'As the file has it.' }
  const { status, proposal } = await changesFor(world.maker, ADMIN)(importOrganisations, input)
  expect({ status, needs: proposal?.needs }).toEqual({ status: 'AWAITING_SIGNATURES', needs: BMA })
  // The parent is made known meanwhile, and lies where it is not held either.
  await done(world, 'recordRegion', { code: 'NEW1', name: 'New', kind: 'PCT', parents: [{ region: 'Q39' }] })
  for (const actor of [LIAISON, SECOND_ADMIN]) await sign(world, proposal!.id, actor)
  expect((await stateOf(world, proposal!.id)).state).toBe('VOID')
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
})

test('a wave reclassified to and fro is free for no moment', async () => {
  world = await scene()
  await suspension(world, { classifications: ['ACCELERATED'] })
  await rollout(world, '5QM', 'STANDARD')
  await practice(world, 'P85001', '5QM')
  // To the stricter wave by one person; back, with the signatories.
  const wave = (await world.must('{ rollouts(filter: { region: "5QM" }) { edges { node { id version } } } }'))
    .rollouts.edges[0].node
  expect((await outcome(world, 'reclassifyRollout', { ...wave, classification: 'ACCELERATED' })).status).toBe('APPLIED')
  const back = await outcome(world, 'reclassifyRollout', { id: wave.id, version: 3, classification: 'STANDARD' })
  expect(back.needs).toEqual(BMA)
})

test('the notice ends at midnight in London, in summer time and in winter time', async () => {
  world = await scene({ '5NT': 'ACCELERATED' }, null)
  await done(world, 'recordMailing', mailed('2010-01-25'), leadOf('5NT'))
  expect(await reasons(world, 'P84001', { at: '2010-04-18T22:59:59.999Z' })).toEqual(['NOTICE_TOO_SHORT'])
  expect(await reasons(world, 'P84001', { at: '2010-04-18T23:00:00.000Z' })).toEqual([])
  world.clock.at = '2010-08-20T10:00:00.000Z'
  await done(world, 'recordMailing', mailed('2010-08-20'), leadOf('5NT'))
  expect(await reasons(world, 'P84001', { at: '2010-11-11T23:59:59.999Z' })).toEqual(['NOTICE_TOO_SHORT'])
  expect(await reasons(world, 'P84001', { at: '2010-11-12T00:00:00.000Z' })).toEqual([])
})
