import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { assurance } from '../assurances/story.js'
import { done, give, mailing, practice, programme, suspension } from '../world/story.js'
import { ADMIN, leadOf, openWorld, practiceManager, type World } from '../world/world.js'

const MORNING = '2010-04-16T08:00:00.000Z'
const NOON = '2010-04-16T12:00:00.000Z'
const EVENING = '2010-04-16T18:00:00.000Z'

let world: World
const ids: Record<string, string> = {}
beforeAll(async () => {
  world = await openWorld('bodies', MORNING)
  await programme(world)
  await practice(world, 'P82001', '5HQ')
  const own = practiceManager('P82001')
  world.clock.at = NOON
  const promised = await assurance(world)
  const held = await suspension(world)
  const agreed = await done(
    world, 'recordAgreement', { programme: 'SCR', practice: 'P82001', matter: 'INFORMED' }, own,
  )
  const mailed = await mailing(world, '5HQ', '2010-04-15')
  const asked = await done(world, 'openConsultation', {
    programme: 'SCR', title: 'Records', audience: 'PRACTICES', regions: ['5HQ'],
    closesOn: '2010-08-01',
  })
  const wanted = { suspension: held.id, regions: ['5HQ'], until: '2010-05-01T00:00:00Z' }
  const excepted = await done(world, 'requestDispensation', wanted, leadOf('5HQ'))
  const lifting = await give(world, 'liftSuspension', { id: held.id, version: 1 })
  Object.assign(ids, {
    assurance: promised.id, suspension: held.id, agreement: agreed.id, mailing: mailed.id,
    consultation: asked.id, dispensation: excepted.id,
    proposal: lifting.data.liftSuspension.proposal.id,
  })
  world.clock.at = EVENING
  await done(world, 'withdrawAssurance', { id: promised.id, version: 1 })
  await done(world, 'withdrawAgreement', { id: agreed.id, version: 1 }, own)
  await done(world, 'voidMailing', { id: mailed.id, version: 1 }, leadOf('5HQ'))
  await done(world, 'recordResponses', { id: asked.id, version: 1, responses: 7 })
  await done(world, 'decideDispensation', { id: excepted.id, version: 1, granted: false })
  const reason = 'A mistake.'
  const withdraw = `mutation ($input: ProposalInput!) {
    withdrawProposal(input: $input) { status } }`
  await world.must(withdraw, { input: { id: ids.proposal, reason } }, ADMIN)
})
afterAll(() => world.close())

test.each([
  ['assurance', 'said'],
  ['agreement', 'withdrawnAt'],
  ['mailing', 'voidedAt'],
  ['consultation', 'responses'],
  ['dispensation', 'granted'],
  ['proposal', 'endedAt'],
])('one %s is read as it was known, and not before it was', async (name, field) => {
  const source = `query ($id: ID!, $knownAt: DateTime) {
    ${name}(id: $id, knownAt: $knownAt) { version ${field} } }`
  const known = async (knownAt: string | null) =>
    (await world.must(source, { id: ids[name], knownAt }, ADMIN))[name]
  expect(await known(MORNING)).toBeNull()
  const then = await known(NOON)
  const now = await known(null)
  expect([then.version, now.version]).toEqual([1, 2])
  expect(then[field]).not.toEqual(now[field])
})

test('an agreement is read one by one by those who see it in lists', async () => {
  const source = 'query ($id: ID!) { agreement(id: $id) { id } }'
  const read = async (actor: typeof ADMIN) =>
    (await world.must(source, { id: ids.agreement }, actor)).agreement
  expect(await read(leadOf('5HQ'))).toEqual({ id: ids.agreement })
  expect(await read(practiceManager('P82001'))).toEqual({ id: ids.agreement })
  expect(await read(leadOf('5PY'))).toBeNull()
  expect((await world.ask(source, { id: ids.agreement })).code).toBe('UNAUTHENTICATED')
})

test('the ledger’s head is told as it was', async () => {
  const source = 'query ($at: DateTime) { ledgerHead(knownAt: $at) { sequence at } }'
  const [then, now] = [await world.must(source, { at: NOON }), await world.must(source)]
  expect(then.ledgerHead.at).toBe(NOON)
  expect(now.ledgerHead.sequence).toBeGreaterThan(then.ledgerHead.sequence)
})
