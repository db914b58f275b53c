import { afterEach, expect, test } from '@jest/globals'
import { done, reasons, suspension } from '../world/story.js'
import { LIAISON, SECOND_ADMIN, type World } from '../world/world.js'
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
