import { afterEach, expect, test } from '@jest/globals'
import { changesFor } from '../../api/changes/make-change.js'
import { operator } from '../../api/kernel/actor.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { done, practice, reasons, suspension } from '../world/story.js'
import { LIAISON, SECOND_ADMIN, type World } from '../world/world.js'
import { later, moved, outcome, scene, sign, stateOf } from './scene.js'

let world: World
afterEach(() => world.close())

const row = (odsCode: string, region: string, rest = {}) => ({
  odsCode, name: odsCode, openFrom: null, openTo: null,
  memberships: [{ region, from: null, to: null }], ...rest,
})
const imported = (practices: any[]): Promise<any> => {
  const input = { practices, reason: 'As the file has it.' }
  return changesFor(world.maker, operator('tests'))(importOrganisations, input)
}
const signedBy = async (id: string, ...actors: any[]) => {
  for (const actor of actors) await sign(world, id, actor)
  return stateOf(world, id)
}
const nameOf = async (code: string) =>
  (await world.must(`{ practice(odsCode: "${code}") { name version } }`, {}, SECOND_ADMIN)).practice

test('an import that is signed late undoes no edit made since, and says which', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const { proposal } = await imported([row('P84001', '5HQ')])
  later(world, 20)
  await done(world, 'recordPractice', moved('P84001', 1, '5NT', { name: 'Renamed', openTo: '2011-01-01' }))
  const { state, ending } = await signedBy(proposal.id, LIAISON, SECOND_ADMIN)
  expect({ state, ending }).toEqual({
    state: 'VOID',
    ending: 'The practice P84001 has changed since this was proposed. Read it again, and give the command again.',
  })
  expect(await nameOf('P84001')).toEqual({ name: 'Renamed', version: 2 })
  expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])
})

test('an import goes on where only what it does not write has changed', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const { proposal } = await imported([row('P84001', '5HQ'), row('P82001', '5HQ', { name: 'Told' })])
  // What loosens nothing was applied at once, and is edited since.
  await done(world, 'recordPractice', moved('P82001', 2, '5HQ', { name: 'Edited' }))
  await done(world, 'recordPractice', moved('P84002', 1, '5NT', { name: 'Another' }))
  expect((await signedBy(proposal.id, LIAISON, SECOND_ADMIN)).state).toBe('APPLIED')
  expect(await reasons(world, 'P84001')).toEqual([])
  expect((await nameOf('P82001')).name).toBe('Edited')
})

test('an import of a practice that somebody has recorded since is void', async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  const waits = await imported([row('P85001', '5HQ')])
  expect(waits.status).toBe('AWAITING_SIGNATURES')
  await practice(world, 'P85001', '5NT')
  expect((await signedBy(waits.proposal.id, SECOND_ADMIN)).state).toBe('VOID')
  expect((await nameOf('P85001')).name).toBe('Practice P85001')
})

test.each([[0, 1], [1, 0]])('of two imports of one practice the first to be signed applies: %d, %d', async (...order) => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
  const waits: string[] = []
  for (const to of ['5HQ', '5QM']) waits.push((await imported([row('P84001', to)])).proposal.id)
  const states = []
  for (const place of order) states.push((await signedBy(waits[place]!, LIAISON, SECOND_ADMIN)).state)
  expect(states).toEqual(['APPLIED', 'VOID'])
})

type Given = [name: string, input: Record<string, unknown>]
const PERIOD = { code: 'GE', name: 'Election', from: '2010-04-05T23:00:00Z' }
const region = (name: string, parent: string): Given => [
  'recordRegion', { code: '5NT', name, kind: 'PCT', version: 1, parents: [{ region: parent }] },
]
const mailed = (lastReceivedOn: string): Given => ['recordMailing', {
  programme: 'SCR', region: '5QM', packs: 1, withOptOutForm: true, plan: 'M-1', lastReceivedOn,
}]

/** What has to be there first, what waits, and what somebody else does meanwhile. */
const RIVALS: Record<string, { first?: Given; waits: Given; edit: Given }> = {
  'a region': { waits: region('Manchester', 'Q33'), edit: region('Of Manchester', 'Q31') },
  'a practice': {
    waits: ['recordPractice', moved('P84001', 1, '5QM')],
    edit: ['recordPractice', moved('P84001', 1, '5NT', { name: 'New' })],
  },
  'a programme': {
    waits: ['setProgramme', { code: 'SCR', version: 1, noticeDaysMin: 1 }],
    edit: ['setProgramme', { code: 'SCR', version: 1, noticeDaysMin: 90 }],
  },
  'purdah': {
    first: ['setPurdah', PERIOD],
    waits: ['setPurdah', { ...PERIOD, version: 1, to: '2010-04-20T00:00:00Z' }],
    edit: ['setPurdah', { ...PERIOD, version: 1, name: 'General election' }],
  },
  'a rollout': {
    waits: ['reclassifyRollout', { id: 'R-1', version: 2, classification: 'STANDARD' }],
    edit: ['fundRollout', { id: 'R-1', version: 2, payer: 'DH', pence: 1, useBy: '2011-01-01' }],
  },
  'a suspension': {
    waits: ['annulSuspension', { id: 'S-1', version: 1 }],
    edit: ['liftSuspension', { id: 'S-1', version: 1 }],
  },
  'a planned mailing': {
    first: ['planMailing', {
      programme: 'SCR', region: '5QM', packs: 1, withOptOutForm: true, plannedFor: '2010-04-17',
    }],
    waits: mailed('2010-01-01'),
    edit: mailed('2010-04-17'),
  },
}

// Each of these names its version, or a state that it leaves once.
test.each(Object.entries(RIVALS))('%s, signed late, undoes nothing', async (_, rivals) => {
  world = await scene({ ENG: 'ACCELERATED' }, null)
  await practice(world, 'P85001', '5QM')
  await suspension(world, { classifications: ['ACCELERATED'], regions: ['Q31'] })
  if (rivals.first) await done(world, ...rivals.first)
  later(world, 1)
  const waits = await outcome(world, ...rivals.waits)
  expect(waits.status).toBe('AWAITING_SIGNATURES')
  await done(world, ...rivals.edit)
  const signatories = waits.needs.organisations.length > 0 ? [LIAISON] : []
  const { state, ending } = await signedBy(waits.proposal, ...signatories, SECOND_ADMIN)
  expect({ state, ending }).toEqual({ state: 'VOID', ending: expect.stringContaining('refused') })
})
