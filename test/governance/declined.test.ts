import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { give, practice, programme, rollout, sign, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, SECOND_ADMIN, type World,
} from '../world/world.js'

const PROPOSED_AT = '2010-04-22T08:00:00.000Z'

let world: World
/** A proposal to lift a suspension, which BMA/GPC has to sign. */
let id: string
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T10:00:00.000Z')
  await programme(world)
  await practice(world, 'P84001', '5NT')
  await rollout(world, '5NT', 'ACCELERATED')
  await suspension(world, { classifications: ['ACCELERATED'] })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.at = PROPOSED_AT
  const { data } = await give(world, 'liftSuspension', { id: 'S-1', version: 1 })
  id = data.liftSuspension.proposal.id
})

test('whoever may read a proposal is told who declined it, when and why', async () => {
  const declinedTo = async (actor: Actor, knownAt: string | null = null) => {
    const source = `query ($id: ID!, $knownAt: DateTime) {
      proposal(id: $id, knownAt: $knownAt) {
        declined { organisation subject at reason }
      }
    }`
    return (await world.must(source, { id, knownAt }, actor)).proposal
  }
  const decline = (actor: Actor, reason: string) =>
    give(world, 'declineProposal', { id, reason }, actor)
  await sign(world, id, SECOND_ADMIN)
  expect(await declinedTo(LIAISON)).toEqual({ declined: null })
  world.clock.at = '2010-04-22T08:05:00.000Z'
  const officer = { ...LIAISON, subject: 'another.officer' }
  expect((await decline(officer, 'Patients do not know.')).code).toBeNull()
  const declined = {
    organisation: 'BMA/GPC', subject: 'another.officer', at: world.clock.at,
    reason: 'Patients do not know.',
  }
  // The officer who did not decline is told of the one who did.
  for (const actor of [LIAISON, ADMIN, AUDITOR]) {
    expect(await declinedTo(actor)).toEqual({ declined })
  }
  expect(await declinedTo(LIAISON, PROPOSED_AT)).toEqual({ declined: null })
  for (const actor of [leadOf('5NT'), partner('EMIS'), practiceManager('P84001')]) {
    expect(await declinedTo(actor)).toBeNull()
  }
})

test('what was taken back is not said to be declined', async () => {
  await give(world, 'withdrawProposal', { id })
  const source = '{ proposal(id: "ID") { state declined { subject } } }'.replace('ID', id)
  expect((await world.must(source, {}, LIAISON)).proposal).toEqual({
    state: 'WITHDRAWN', declined: null,
  })
})
