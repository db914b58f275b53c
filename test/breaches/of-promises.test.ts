import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { assurance } from '../assurances/story.js'
import { done, give, practice, programme, rollout, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, practiceManager, type World,
} from '../world/world.js'
import { breaches, report } from './reports.js'

const RCGP: Actor = { ...LIAISON, organisation: 'RCGP', subject: 'r.liaison' }
const PRIVATE = { public: false, givenTo: [{ organisation: 'BMA/GPC' }] }
const PURDAH = {
  code: 'GENERAL-2010', name: 'General election', from: '2010-04-06T00:00:00Z',
  to: '2010-04-19T00:00:00Z',
}

let world: World
let promised: string
let secret: string
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
  await practice(world, 'P82001', '5HQ')
  await practice(world, 'P84001', '5NT', { suppliers: [{ supplier: 'TPP' }] })
  await rollout(world, 'Q31', 'ACCELERATED')
  promised = (
    await assurance(world, { scope: [{ activities: ['INFORM'], regions: ['5HQ', '5PY'] }] })
  ).id
  secret = (await assurance(world, { ...PRIVATE, scope: [{ activities: ['UPLOAD'] }] })).id
  await suspension(world, { activities: ['INFORM'], regions: ['5HQ'] })
  world.clock.at = '2010-04-20T08:00:00.000Z'
})
afterAll(() => world.close())

const OF = `query ($id: ID!, $at: DateTime) { assurance(id: $id) {
  kept(at: $at) breachCount(at: $at)
  breaches(at: $at) { totalCount edges { node { id kind of } } }
} }`
const against = async (id: string, actor: Actor | null = LIAISON, at?: string) =>
  (await world.must(OF, { id, at }, actor)).assurance

const mail = (rest: Record<string, unknown>, actor: Actor) =>
  done(
    world, 'recordMailing',
    { programme: 'SCR', packs: 10, withOptOutForm: true, lastReceivedOn: '2010-04-18', ...rest },
    actor,
  )

const found = async (of: string) => (await breaches(world, AUDITOR)).filter((b) => b.of === of)

describe('a mailing that patients received', () => {
  test('is kept, and is a breach where it was held that day', async () => {
    const { id, lastReceivedOn } = await mail({ region: '5HQ' }, leadOf('5HQ'))
    expect(lastReceivedOn).toBe('2010-04-18')
    expect(await found(id)).toMatchObject([
      { kind: 'MAILING', region: { code: '5HQ' }, at: '2010-04-17T23:00:00.000Z',
        reasons: ['SUSPENDED'], permitted: false, practice: null },
    ])
    expect(await against(promised)).toMatchObject({
      kept: 'BREACHED', breachCount: 1,
      breaches: { totalCount: 1, edges: [{ node: { kind: 'MAILING', of: id } }] },
    })
    const before = await against(promised, LIAISON, '2010-04-17T22:59:59.999Z')
    expect(before).toMatchObject({ breachCount: 0, breaches: { totalCount: 0 } })
  })

  test.each([
    ['elsewhere', { region: '5NT' }, '5NT'],
    ['before the suspension', { region: '5HQ', lastReceivedOn: '2010-04-16' }, '5HQ'],
    ['for practices that nothing holds', { region: 'Q31', practices: ['P84001'] }, 'Q31'],
  ])('is none %s', async (_, rest, region) => {
    const { id } = await mail(rest, leadOf(region))
    expect(await found(id)).toEqual([])
  })

  test('that was planned before it was suspended is one all the same', async () => {
    const plan = { programme: 'SCR', region: '5NT', packs: 10, withOptOutForm: true }
    const { id } = await done(world, 'planMailing', { ...plan, plannedFor: '2010-04-20' })
    const held = await suspension(world, { activities: ['INFORM'], practices: ['P84001'] })
    world.clock.at = '2010-04-22T08:00:00.000Z'
    await mail({ region: '5NT', plan: id, lastReceivedOn: '2010-04-21' }, leadOf('5NT'))
    expect(await found(id)).toMatchObject([{ kind: 'MAILING', suspensions: [{ id: held.id }] }])
  })

  test('is told of by a preview without anything being kept', async () => {
    const before = (await breaches(world, AUDITOR)).length
    const source = `mutation ($input: RecordMailingInput!) {
      recordMailing(input: $input, preview: true) { status } }`
    const input = {
      programme: 'SCR', region: '5HQ', packs: 1, withOptOutForm: true, reason: 'Asked.',
      lastReceivedOn: '2010-04-19',
    }
    await world.must(source, { input }, leadOf('5HQ'))
    expect((await breaches(world, AUDITOR)).length).toBe(before)
  })
})

describe('a consultation', () => {
  const asked = (audience: string, regions: string[]) => ({
    programme: 'SCR', title: 'Records', audience, regions, closesOn: '2010-10-01',
  })
  const told = (audience: string, regions: string[], rest = {}, actor = ADMIN) =>
    done(world, 'recordConsultation', {
      ...asked(audience, regions), openedAt: world.clock.at, ...rest,
    }, actor)

  test('of patients is refused where they may not be mailed, and names what holds', async () => {
    const open = (regions: string[]) => give(world, 'openConsultation', asked('PATIENTS', regions))
    const { code, errors } = await open(['5PY', '5HQ'])
    expect(code).toBe('SUSPENDED')
    const { suspensions, region } = errors[0]!.extensions as any
    expect({ suspensions, region }).toEqual({ suspensions: ['S-1'], region: '5HQ' })
    expect((await open(['5PY'])).code).toBeNull()
  })

  test('of patients is a breach where they may not be mailed, in each of its regions', async () => {
    const { id } = await told('PATIENTS', ['5HQ', '5NT'])
    expect(await found(id)).toMatchObject([{ kind: 'CONSULTATION', region: null }])
    for (const region of ['5HQ', '5NT', 'Q31']) {
      const seen = await breaches(world, leadOf(region), { filter: { kind: 'CONSULTATION' } })
      expect(seen.map(({ of }) => of)).toEqual([id])
    }
    const elsewhere = { filter: { kind: 'CONSULTATION' } }
    expect(await breaches(world, leadOf('5PY'), elsewhere)).toEqual([])
    expect(await against(promised)).toMatchObject({ breachCount: 2 })
  })

  test.each([
    ['of practices', 'PRACTICES', ['5HQ'], {}],
    ['of patients elsewhere', 'PATIENTS', ['5PY'], {}],
    ['opened before it was held', 'PATIENTS', ['5HQ'], { openedAt: '2010-04-15T08:00:00.000Z' }],
  ])('%s is none', async (_, audience, regions, rest) => {
    expect(await found((await told(audience, regions, rest)).id)).toEqual([])
  })

  test('is told of by leads in their own regions alone, and not before it is opened', async () => {
    const input = { ...asked('PATIENTS', ['5HQ']), openedAt: world.clock.at }
    expect((await give(world, 'recordConsultation', input, leadOf('5NT'))).code).toBe('FORBIDDEN')
    const mine = await told('PRACTICES', ['5HQ'], {}, leadOf('5HQ'))
    expect(mine).toMatchObject({ openedAt: world.clock.at, recordedAt: world.clock.at })
    const tomorrow = { ...input, openedAt: '2010-04-23T08:00:00.000Z' }
    expect((await give(world, 'recordConsultation', tomorrow)).code).toBe('INVALID_INPUT')
  })
})

const LEDGER = `query { ledgerEntries(first: 200, filter: { table: "breach" }) {
  totalCount edges { node { body { key } } } } }`
const inLedger = async (actor: Actor): Promise<string[]> => {
  const { ledgerEntries } = await world.must(LEDGER, {}, actor)
  expect(ledgerEntries.totalCount).toBe(ledgerEntries.edges.length)
  return ledgerEntries.edges.map((edge: any) => edge.node.body.key).sort()
}
const ids = async (actor: Actor): Promise<string[]> =>
  (await breaches(world, actor)).map(({ id }) => id).sort()

describe('breaches are seen', () => {
  test('by whoever may read the assurance that they break, in lists and the ledger', async () => {
    const { reports } = await report(world, [{ uploadedAt: '2010-04-22T07:00:00.000Z' }])
    const [upload] = await found(reports[0].id)
    expect(await against(secret)).toMatchObject({ kept: 'BREACHED', breachCount: 1 })
    expect(await ids(LIAISON)).toContain(upload.id)
    expect(await ids(RCGP)).not.toContain(upload.id)
    expect((await ids(RCGP)).length).toBeGreaterThan(0)
    for (const actor of [LIAISON, RCGP]) expect(await inLedger(actor)).toEqual(await ids(actor))
    expect(await inLedger(ADMIN)).toEqual(await ids(ADMIN))
  })

  test('with a public assurance only by those who may see them; all see how many', async () => {
    expect(await against(promised, practiceManager('P84001'))).toMatchObject({
      breachCount: 2, breaches: { totalCount: 0 },
    })
    expect(await against(promised, leadOf('5HQ'))).toMatchObject({ breaches: { totalCount: 2 } })
    expect((await world.ask(OF, { id: promised })).code).toBe('UNAUTHENTICATED')
    const count = 'query ($id: ID!) { assurance(id: $id) { breachCount } }'
    expect((await world.must(count, { id: promised })).assurance.breachCount).toBe(2)
  })

  test('of purdah, as a private statement, by nobody who may not read it', async () => {
    await done(world, 'setPurdah', PURDAH)
    const stated = { ministerialStatement: true, givenOn: '2010-04-17' }
    const shut = (await assurance(world, { ...PRIVATE, ...stated })).id
    const open = (await assurance(world, stated)).id
    const statements = async (actor: Actor) =>
      (await breaches(world, actor, { filter: { kind: 'PURDAH' } })).map(({ of }) => of)
    for (const actor of [ADMIN, AUDITOR, LIAISON]) {
      expect(await statements(actor)).toEqual([shut, open])
    }
    expect(await statements(RCGP)).toEqual([open])
    expect(await inLedger(RCGP)).toEqual(await ids(RCGP))
    expect(await statements(leadOf('5HQ'))).toEqual([])
    expect(await against(shut)).toMatchObject({ breachCount: 1 })
  })
})

test('to void a mailing that broke a promise takes no breach back', async () => {
  const { id, version } = await mail({ region: '5HQ' }, leadOf('5HQ'))
  const { code } = await give(world, 'voidMailing', { id, version }, leadOf('5HQ'))
  expect(code).toBeNull()
  expect(await found(id)).toHaveLength(1)
})
