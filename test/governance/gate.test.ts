import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  done, give, mailing, practice, programme, reasons, rollout, sign, suspension,
} from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, SECOND_ADMIN, type World,
} from '../world/world.js'

let world: World
let suspended: { id: string; version: number }

/** Manchester is accelerated and held; Bolton is an early adopter and goes on. */
beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-04T09:00:00.000Z')
  await programme(world)
  for (const code of ['P84001', 'P84002']) await practice(world, code, '5NT')
  await practice(world, 'P82001', '5HQ')
  await rollout(world, '5NT', 'ACCELERATED')
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  world.clock.at = '2010-01-15T09:00:00.000Z'
  await mailing(world, '5NT', '2010-01-15')
  await mailing(world, '5HQ', '2010-01-15')
  world.clock.at = '2010-04-16T10:00:00.000Z'
  const { id, version } = await suspension(world, { classifications: ['ACCELERATED'] })
  suspended = { id, version }
})
afterAll(() => world.close())
beforeEach(() => {
  world.clock.at = '2010-04-22T08:00:00.000Z'
})

const lift = (actor = ADMIN) => give(world, 'liftSuspension', suspended, actor)
const proposalOf = ({ data }: any): string => (Object.values(data)[0] as any).proposal.id
const stateOf = async (id: string) =>
  (await world.must('query ($id: ID!) { proposal(id: $id) { state ending } }', { id }, ADMIN))
    .proposal

const held = async () => expect(await reasons(world, 'P84001')).toEqual(['SUSPENDED'])

describe('lifting a suspension', () => {
  test('waits for a second administrator and the signatory, and frees nobody before', async () => {
    const answer = await lift()
    expect(answer.data.liftSuspension).toMatchObject({
      status: 'AWAITING_SIGNATURES',
      effect: { refused: 0, permitted: 2, noLongerHeld: 2 },
      suspension: null,
    })
    await held()
    const id = proposalOf(answer)
    const second = (await sign(world, id, SECOND_ADMIN)).data.signProposal.proposal
    expect(second).toMatchObject({
      state: 'AWAITING', missing: { administrator: false, organisations: ['BMA/GPC'] },
    })
    await held()
    const withdrawn = await world.ask(
      `mutation { withdrawProposal(input: { id: "${id}", reason: "Not now." }) {
        proposal { state ending } } }`, {}, ADMIN,
    )
    expect(withdrawn.data.withdrawProposal.proposal).toEqual({
      state: 'WITHDRAWN', ending: 'Not now.',
    })
    expect((await sign(world, id, LIAISON)).code).toBe('ALREADY_ENDED')
    await held()
  })

  test('is not signed by who proposed it, nor by that person in another role', async () => {
    const id = proposalOf(await lift())
    expect((await sign(world, id, ADMIN)).code).toBe('OWN_PROPOSAL')
    const same = { ...LIAISON, issuer: ADMIN.issuer, subject: ADMIN.subject }
    expect((await sign(world, id, same)).code).toBe('OWN_PROPOSAL')
  })

  test('is signed once by each person, and by nobody who is not asked', async () => {
    const id = proposalOf(await lift())
    await sign(world, id, SECOND_ADMIN)
    const again = { ...LIAISON, subject: SECOND_ADMIN.subject }
    expect((await sign(world, id, SECOND_ADMIN)).code).toBe('ALREADY_SIGNED')
    expect((await sign(world, id, again)).code).toBe('ALREADY_SIGNED')
    const third = { ...ADMIN, subject: 'c.programme_admin' }
    expect((await sign(world, id, third)).code).toBe('NOT_ASKED')
    expect((await sign(world, id, leadOf('Q31'))).code).toBe('NOT_FOUND')
    expect((await sign(world, id, partner('EMIS'))).code).toBe('FORBIDDEN')
    expect((await sign(world, 'P-999', LIAISON)).code).toBe('NOT_FOUND')
  })

  test('ends when the signatory declines, and says why', async () => {
    const id = proposalOf(await lift())
    await world.must(
      `mutation { declineProposal(input: { id: "${id}", reason: "Patients do not know." }) {
        status } }`, {}, LIAISON,
    )
    expect(await stateOf(id)).toEqual({ state: 'DECLINED', ending: 'Patients do not know.' })
  })
})

test('an effect is told by region and activity, now and later, practice by practice', async () => {
  const source = `mutation ($input: LiftSuspensionInput!) {
    liftSuspension(input: $input, preview: true) {
      status suspension { id }
      effect {
        permitted noLongerHeld weakens
        byRegion { region { code } activity turn suspension later practices }
        practices(first: 1, filter: { turn: PERMITTED }) {
          totalCount pageInfo { hasNextPage }
          edges { node { practice { odsCode } activity turn from } }
        }
      }
    }
  }`
  const before = world.follower.current.head.sequence
  const input = { ...suspended, reason: 'To see.' }
  const { liftSuspension } = await world.must(source, { input }, ADMIN)
  expect(liftSuspension).toMatchObject({ status: 'PREVIEW', suspension: { id: suspended.id } })
  const { byRegion, practices } = liftSuspension.effect
  const manchester = byRegion.filter((each: any) => each.region.code === '5NT')
  expect(manchester).toEqual(expect.arrayContaining([
    expect.objectContaining({ turn: 'PERMITTED', activity: 'UPLOAD', later: false, practices: 2 }),
    expect.objectContaining({ turn: 'NO_LONGER_HELD', suspension: suspended.id, practices: 2 }),
  ]))
  expect(practices).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true },
    edges: [{ node: { practice: { odsCode: 'P84001' }, activity: 'UPLOAD', turn: 'PERMITTED' } }],
  })
  expect(world.follower.current.head.sequence).toBe(before)
  await held()
})

/** Every way round a suspension that goes by another name. */
describe('what would free a held practice waits for the signatory', () => {
  const asksBma = async (name: string, input: Record<string, unknown>, actor = ADMIN) => {
    const { data, errors } = await give(world, name, input, actor)
    expect(errors).toEqual([])
    expect(data[name]).toMatchObject({ status: 'AWAITING_SIGNATURES' })
    const { proposal } = await world.must(
      `{ proposal(id: "${data[name].proposal.id}") { needs { organisations } } }`, {}, AUDITOR,
    )
    expect(proposal.needs.organisations).toEqual(['BMA/GPC'])
    await held()
  }
  const accelerated = async () =>
    (await world.must('{ rollouts(filter: { region: "5NT" }) { edges { node { id version } } } }'))
      .rollouts.edges[0].node

  test('reclassifying the rollout', async () => {
    const { id, version } = await accelerated()
    await asksBma('reclassifyRollout', { id, version, classification: 'EARLY_ADOPTER' })
  })

  test('moving the practice to where nothing is accelerated', async () => {
    await asksBma('recordPractice', {
      odsCode: 'P84001', name: 'P84001', version: 1, suppliers: [{ supplier: 'EMIS' }],
      memberships: [{ region: '5NT', to: '2010-04-22' }, { region: '5HQ', from: '2010-04-22' }],
    })
  })

  test('moving it on a later day', async () => {
    await asksBma('recordPractice', {
      odsCode: 'P84001', name: 'P84001', version: 1, suppliers: [{ supplier: 'EMIS' }],
      memberships: [{ region: '5NT', to: '2010-09-01' }, { region: '5HQ', from: '2010-09-01' }],
    })
  })

  test('planning a nearer rollout, and ending the one that is held', async () => {
    const planned = await done(world, 'planRollout', {
      programme: 'SCR', region: '5NT', classification: 'STANDARD', practices: ['P84001'],
    })
    const start = await give(world, 'startRollout', { id: planned.id, version: 1 })
    expect(start.code).toBe('SUSPENDED')
    const { id, version } = await accelerated()
    await asksBma('endRollout', { id, version }, leadOf('5NT'))
    await done(world, 'endRollout', { id: planned.id, version: planned.version })
  })

  test('a notice cut short', async () => {
    const { programmes } = await world.must('{ programmes { edges { node { version } } } }')
    const { version } = programmes.edges[0].node
    await asksBma('setProgramme', { code: 'SCR', version, noticeDaysMin: 10 })
    await asksBma('setProgramme', { code: 'SCR', version, validitySecondsMax: 7200 })
    await asksBma('setProgramme', { code: 'SCR', version, obligations: [] })
    const tighter = await give(world, 'setProgramme', { code: 'SCR', version, noticeDaysMin: 90 })
    expect(tighter.data.setProgramme.status).toBe('APPLIED')
  })
})

test('closing a held practice, and opening it again, frees nobody', async () => {
  const stated = {
    odsCode: 'P84002', name: 'P84002', memberships: [{ region: '5NT' }],
    suppliers: [{ supplier: 'EMIS' }],
  }
  const closed = await give(world, 'recordPractice', {
    ...stated, version: 1, openTo: '2010-04-22',
  })
  expect(closed.data.recordPractice.status).toBe('APPLIED')
  const opened = await give(world, 'recordPractice', { ...stated, version: 2 })
  expect(opened.data.recordPractice).toMatchObject({ effect: { noLongerHeld: 0 } })
  expect(await reasons(world, 'P84002')).toContain('SUSPENDED')
})

test('evidence of 14 days back by the region needs no signature, older does', async () => {
  await practice(world, 'P85001', '5JX')
  await rollout(world, '5JX', 'FAST_FOLLOWER')
  const mail = (lastReceivedOn: string) => ({
    programme: 'SCR', region: '5JX', packs: 9, withOptOutForm: true, lastReceivedOn,
  })
  const statusOf = async (day: string, actor = leadOf('5JX')) =>
    (await give(world, 'recordMailing', mail(day), actor)).data.recordMailing.status
  expect(await statusOf('2010-04-07')).toBe('AWAITING_SIGNATURES')
  expect(await statusOf('2010-04-08', ADMIN)).toBe('AWAITING_SIGNATURES')
  expect(await statusOf('2010-04-08')).toBe('APPLIED')
})

test('a proposal that has become another one is void, though all have signed', async () => {
  const { rollouts } = await world.must(
    '{ rollouts(filter: { region: "5NT", state: RUNNING }) { edges { node { id version } } } }',
  )
  const { id, version } = rollouts.edges[0].node
  const proposal = proposalOf(
    await give(world, 'reclassifyRollout', { id, version, classification: 'STANDARD' }),
  )
  await practice(world, 'P84003', '5NT')
  await sign(world, proposal, SECOND_ADMIN)
  await sign(world, proposal, LIAISON)
  const { state, ending } = await stateOf(proposal)
  expect(state).toBe('VOID')
  expect(ending).toContain('P84003')
  await held()
})

test.each([
  ['a moment before 28 days have passed it can still be signed', -1, null],
  ['after 28 days it has lapsed', 0, 'ALREADY_ENDED'],
])('%s', async (_, ms, code) => {
  const id = proposalOf(await lift())
  const { proposal } = await world.must(
    `{ proposal(id: "${id}") { proposedAt lapsesAt } }`, {}, ADMIN,
  )
  const lapsesMs = Date.parse(proposal.lapsesAt)
  expect(lapsesMs - Date.parse(proposal.proposedAt)).toBe(28 * 86_400_000)
  world.clock.at = new Date(lapsesMs + ms).toISOString()
  expect((await sign(world, id, SECOND_ADMIN)).code).toBe(code)
})

test('with the last signature a lifting applies, and only then', async () => {
  const id = proposalOf(await lift())
  await sign(world, id, LIAISON)
  await held()
  const { data } = await sign(world, id, SECOND_ADMIN)
  expect(data.signProposal.proposal).toMatchObject({
    state: 'APPLIED', changed: [`suspension/${suspended.id}`],
  })
  expect(await reasons(world, 'P84001')).toEqual([])
})
