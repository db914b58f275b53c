import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { changesFor } from '../../api/changes/make-change.js'
import { operator, type Actor } from '../../api/kernel/actor.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { done, suspension } from '../world/story.js'
import { ADMIN, LIAISON, SECOND_ADMIN, type World } from '../world/world.js'
import { later, moved, scene, sign, stateOf } from './scene.js'

let world: World
beforeEach(async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
})
afterEach(() => world.close())

const row = (odsCode: string, region: string, rest = {}) => ({
  odsCode, name: odsCode, openFrom: null, openTo: null,
  memberships: [{ region, from: null, to: null }], ...rest,
})
const FREED = [row('P84001', '5HQ'), row('P84002', '5HQ')]

/** What an import came to: which proposal waits, whether it did before, and what was written. */
const imported = async (practices: any[] = FREED, actor = operator('tests'), reason = 'As told.') => {
  const { sequence } = world.follower.current.head
  const input = { practices, reason }
  const outcome = await changesFor(world.maker, actor)(importOrganisations, input)
  const written = world.follower.current.head.sequence - sequence
  return { waits: outcome.proposal?.id, before: outcome.alreadyWaits, written }
}
const FIRST = { waits: 'P-3', before: false, written: 1 }
const STILL = { waits: 'P-3', before: true, written: 0 }
const ANOTHER = { waits: 'P-4', before: false, written: 1 }

/** Ends P-3 in some way, or has it overtaken. */
const given = (name: string, actor: Actor) =>
  world.must(
    `mutation ($input: ProposalInput!) { ${name}(input: $input) { status } }`,
    { input: { id: 'P-3', reason: 'Not like this.' } },
    actor,
  )
const ENDINGS: Record<string, () => Promise<unknown>> = {
  'was declined': () => given('declineProposal', LIAISON),
  'has lapsed': async () => later(world, 28),
  'would be void, one of its rows edited since': () =>
    done(world, 'recordPractice', moved('P84001', 1, '5NT', { name: 'Edited' })),
  'was found void when it was signed': async () => {
    await done(world, 'recordPractice', moved('P84001', 1, '5NT', { name: 'Edited' }))
    for (const actor of [LIAISON, SECOND_ADMIN]) await sign(world, 'P-3', actor)
    expect((await stateOf(world, 'P-3')).state).toBe('VOID')
  },
  'would by now loosen what nobody was told of': () =>
    suspension(world, { regions: ['5NT'] }, { signatories: ['Q30'] }),
}

test('what still waits for signatures is not proposed a second time, and nothing is written', async () => {
  expect(await imported()).toEqual(FIRST)
  expect(await imported()).toEqual(STILL)
  await sign(world, 'P-3', LIAISON)
  later(world, 27)
  expect(await imported()).toEqual(STILL)
})

test.each([
  ['in another order', [...FREED].reverse(), operator('tests'), 'As told.'],
  ['by somebody else', FREED, operator('others'), 'As told.'],
  ['for another reason', FREED, operator('tests'), 'Once more.'],
] as const)('nor is it %s', async (_, practices, actor, reason) => {
  await imported()
  expect(await imported([...practices], actor, reason)).toEqual(STILL)
})

test.each([
  ['another row', [...FREED, row('P85009', '5HQ')]],
  ['a row less', FREED.slice(1)],
  ['another name', [row('P84001', '5HQ', { name: 'Other' }), row('P84002', '5HQ')]],
  ['another region', [row('P84001', '5HQ'), row('P84002', '5QM')]],
])('rows with %s are a proposal of their own', async (_, practices) => {
  await imported()
  expect(await imported(practices)).toEqual(ANOTHER)
})

test('what loosens nothing is recorded, beside the same that still waits', async () => {
  await imported()
  const told = [...FREED, row('P82001', '5HQ', { name: 'Told' })]
  expect(await imported(told)).toEqual({ ...STILL, written: 1 })
})

test.each(Object.entries(ENDINGS))('the same is proposed anew where the first %s', async (_, end) => {
  await imported()
  await end()
  expect(await imported()).toEqual(ANOTHER)
})

test('nor does one wait that an administrator made, and took back', async () => {
  await imported(FREED, ADMIN)
  await given('withdrawProposal', ADMIN)
  expect(await imported()).toEqual(ANOTHER)
})

test('what was signed and applied is neither proposed nor written again', async () => {
  await imported()
  for (const actor of [LIAISON, SECOND_ADMIN]) await sign(world, 'P-3', actor)
  expect((await stateOf(world, 'P-3')).state).toBe('APPLIED')
  expect(await imported()).toEqual({ waits: undefined, before: undefined, written: 0 })
})

test('where what was applied has been undone, the same is proposed anew', async () => {
  await imported()
  for (const actor of [LIAISON, SECOND_ADMIN]) await sign(world, 'P-3', actor)
  await done(world, 'recordPractice', moved('P84001', 2, '5NT'))
  await done(world, 'recordPractice', moved('P84002', 2, '5NT'))
  expect(await imported()).toEqual(ANOTHER)
})
