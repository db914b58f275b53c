import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { verifyAt } from '../ledger/tampering.js'
import {
  done, give, giveSigned, mailing, practice, programme, reasons, rollout, suspension,
} from '../world/story.js'
import {
  ADMIN, LIAISON, leadOf, openWorld, practiceManager, type World,
} from '../world/world.js'
import { record } from './evidence.js'

const NOW = '2010-04-16T10:00:00.000Z'
const PAST = '2010-04-16T09:59:59.999Z'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', NOW)
  await programme(world)
  for (const code of ['P82001', 'P82002']) await practice(world, code, '5HQ')
  await practice(world, 'P84001', '5NT')
  await mailing(world, 'ENG', '2009-06-01')
  await rollout(world, 'ENG', 'ACCELERATED')
})
afterAll(() => world.close())

const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }
const GPC = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }
const BINDING = { programme: 'SCR', strength: 'BINDING' }
const only = (odsCode: string, rest: Record<string, unknown> = {}) => ({
  scope: [{ activities: ['UPLOAD'], practices: [odsCode], ...rest }],
})
const nationwide = { scope: [{ activities: ['UPLOAD'] }] }

const impose = (input: Record<string, unknown>, actor: Actor = ADMIN) =>
  give(world, 'imposeSuspension', { ...BINDING, ...nationwide, ...input }, actor)
const end = (name: string, held: any, rest: Record<string, unknown> = {}, actor: Actor = ADMIN) =>
  giveSigned(world, name, { id: held.id, version: held.version, ...rest }, actor)
const annul = (held: any) => done(world, 'annulSuspension', { id: held.id, version: held.version })
const lift = (held: any, actor: Actor = ADMIN) => end('liftSuspension', held, {}, actor)

describe('imposing', () => {
  const asking = (...conditions: Record<string, unknown>[]) => ({ conditions })
  const about = (...clauses: Record<string, unknown>[]) => ({
    scope: clauses.map((clause) => ({ activities: ['UPLOAD'], ...clause })),
  })

  test.each([
    ['a condition without what its kind asks for', asking(GPC, { kind: 'NOTICE' }),
      'conditions.1.days'],
    ['a condition with what its kind does not ask for', asking({ ...GPC, days: 3 }),
      'conditions.0.days'],
    ['release without a condition', { releases: true }, 'releases'],
    ['a supplier of nobody', about({}, { suppliers: ['NONE'] }), 'scope.1.suppliers'],
    ['a beginning in the past', { from: PAST }, 'from'],
  ])('is refused with %s, which is named', async (_, rest, field) => {
    const { code, errors } = await impose(rest)
    expect(code).toBe('INVALID_INPUT')
    expect(errors[0]?.extensions).toMatchObject({ field })
  })

  test.each([
    ['organisation to sign off', asking({ ...GPC, organisation: 'X' }),
      'conditions.0.organisation'],
    ['region', about({}, { regions: ['5HQ', 'X99'] }), 'scope.1.regions'],
    ['practice', about({ practices: ['P99999'] }), 'scope.0.practices'],
    ['signatory', { signatories: ['X'] }, 'signatories'],
    ['assurance', { assurance: 'A-99' }, 'assurance'],
  ])('is refused with an unknown %s, which is named', async (_, rest, field) => {
    const { code, errors } = await impose(rest)
    expect(code).toBe('NOT_FOUND')
    expect(errors[0]?.extensions).toMatchObject({ field })
  })

  test('may begin at this very moment', async () => {
    const { data } = await impose({ from: NOW })
    await annul(data.imposeSuspension.suspension)
  })

  test('for an assurance makes those it was given to signatories', async () => {
    const assurance = {
      id: 'A-901',
      programme: 'SCR',
      text: 'Suspended until awareness has been raised.',
      wording: 'VERBATIM' as const,
      reportedBy: null,
      givenBy: [{ organisation: 'DH', person: null, office: null }],
      givenTo: [{ organisation: 'BMA/GPC', person: null, office: null }],
      givenOn: '2010-04-16',
      channel: 'letter',
      document: null,
      public: false,
      scope: [],
      conditions: [],
      supersedes: null,
      reaffirms: null,
      withdrawnAt: null,
      recordedBy: 'DH',
      ministerialStatement: false,
    }
    await record(world, 'assurance', assurance)
    const held = await suspension(world, {}, { assurance: 'A-901', signatories: ['Q31'] })
    expect(held.signatories.map(({ code }: any) => code)).toEqual(['Q31', 'BMA/GPC'])
    await annul(held)
  })

  test('spares the practices that are live then, if it says so, and no later ones', async () => {
    const upload = { programme: 'SCR', at: PAST }
    await done(world, 'recordFirstUploads', { ...upload, practices: ['P84001'] })
    const held = await suspension(world, {}, { spareLive: true })
    expect(held.spared).toEqual(['P84001'])
    await done(world, 'recordFirstUploads', { ...upload, practices: ['P82002'] })
    expect(await reasons(world, 'P84001')).toEqual([])
    expect(await reasons(world, 'P82002')).toEqual(['SUSPENDED'])
    await annul(held)
  })
})

describe('advice of a professional body', () => {
  const advice = { strength: 'ADVISORY' }

  test.each([
    ['binding', {}],
    ['with signatories', { ...advice, signatories: ['BMA/GPC'] }],
  ])('is not %s', async (_, rest) => {
    expect((await impose(rest, LIAISON)).code).toBe('FORBIDDEN')
  })

  test('is lifted by that body, and by nobody else', async () => {
    const { data } = await impose(advice, LIAISON)
    const given = data.imposeSuspension.suspension
    expect(await reasons(world, 'P82001')).toEqual([])
    for (const actor of [ADMIN, { ...LIAISON, organisation: 'DH' }]) {
      expect((await lift(given, actor)).code).toBe('FORBIDDEN')
    }
    expect((await end('annulSuspension', given)).code).toBe('FORBIDDEN')
    expect((await lift(given, LIAISON)).code).toBeNull()
  })

  test('is all that the body may lift', async () => {
    const held = await suspension(world)
    expect((await lift(held, LIAISON)).code).toBe('FORBIDDEN')
    await annul(held)
  })
})

describe('more time for a practice', () => {
  const own = practiceManager('P82001')

  test.each([
    ['another practice', only('P82002')],
    ['everybody', nationwide],
    ['itself and another', only('P82001', { practices: ['P82001', 'P82002'] })],
    ['its wave', only('P82001', { classifications: ['ACCELERATED'] })],
    ['itself, as advice', { ...only('P82001'), strength: 'ADVISORY' }],
    ['itself, with signatories', { ...only('P82001'), signatories: ['BMA/GPC'] }],
  ])('is not imposed on %s', async (_, rest) => {
    expect((await impose(rest, own)).code).toBe('FORBIDDEN')
  })

  test('holds that practice until it lifts it itself; nobody is excepted from it', async () => {
    const { data } = await impose(only('P82001'), own)
    const held = data.imposeSuspension.suspension
    expect(await reasons(world, 'P82001')).toEqual(['SUSPENDED'])
    expect((await lift(held)).code).toBe('FORBIDDEN')
    expect((await lift(held, practiceManager('P82002'))).code).toBe('FORBIDDEN')
    const wanted = { suspension: held.id, practices: ['P82001'], until: '2010-05-01T00:00:00Z' }
    const asked = await give(world, 'requestDispensation', wanted, leadOf('5HQ'))
    expect(asked.code).toBe('INVALID_INPUT')
    expect((await lift(held, own)).code).toBeNull()
    expect(await reasons(world, 'P82001')).toEqual([])
  })
})

describe('lifting', () => {
  test('is refused while a practice in scope lacks a condition, and says how many do', async () => {
    const held = await suspension(world, { regions: ['5HQ'] }, { conditions: [AGREED, GPC] })
    await done(world, 'recordSignOff', { suspension: held.id, condition: 'c2' }, LIAISON)
    const agree = (id: string, odsCode: string) =>
      record(world, 'agreement', {
        id,
        programme: 'SCR',
        practice: odsCode,
        party: 'PRACTICE',
        region: null,
        matter: 'INFORMED',
        givenAt: NOW,
        withdrawnAt: null,
      })
    await agree('G-901', 'P82001')
    const refused = await lift(held)
    expect(refused.code).toBe('CONDITIONS_UNMET')
    expect(refused.errors[0]?.message).toContain('the agreement of the practice itself')
    expect(refused.errors[0]?.extensions).toMatchObject({
      conditions: [{ id: 'c1', kind: 'AGREEMENT', unmet: 1 }],
    })
    await agree('G-902', 'P82002')
    expect((await lift(held)).data.liftSuspension.suspension).toMatchObject({
      ending: 'LIFTED', endedAt: NOW, endingReason: 'So the test has it.',
    })
  })

  test('asks nothing of practices that it spares, or that have closed', async () => {
    const conditions = [{ ...AGREED, matter: 'ABLE_TO_OPT_OUT' }]
    const held = await suspension(world, {}, { conditions, spareLive: true })
    const { errors } = await lift(held)
    expect(errors[0]?.extensions).toMatchObject({ conditions: [{ unmet: 1 }] })
    await done(world, 'recordPractice', {
      odsCode: 'P82001',
      name: 'Practice P82001',
      memberships: [{ region: '5HQ' }],
      suppliers: [{ supplier: 'EMIS' }],
      openTo: '2010-04-16',
      version: 1,
    })
    expect((await lift(held)).code).toBeNull()
  })
})

test.each([
  'liftSuspension', 'annulSuspension',
])('what ended does not end again: %s', async (name) => {
  const held = await suspension(world)
  await annul(held)
  expect((await end(name, { id: held.id, version: 2 })).code).toBe('ALREADY_ENDED')
})

test('a replacement leaves no moment between, and loses no signatory', async () => {
  const old = await suspension(world, { regions: ['5HQ'] }, { conditions: [AGREED] })
  world.clock.at = '2010-04-17T10:00:00.000Z'
  const input = { id: old.id, version: 1, strength: 'BINDING', ...nationwide, signatories: ['Q31'] }
  const placed = await done(world, 'replaceSuspension', input)
  expect(placed).toMatchObject({ from: world.clock.at, endedAt: null })
  expect(placed.signatories.map(({ code }: any) => code)).toEqual(['BMA/GPC', 'Q31'])
  const { suspension: ended } = await world.must(
    'query ($id: ID!) { suspension(id: $id) { ending endedAt replacedBy { id } } }', { id: old.id },
  )
  expect(ended).toEqual({
    ending: 'REPLACED', endedAt: world.clock.at, replacedBy: { id: placed.id },
  })
  for (const at of ['2010-04-17T09:59:59.999Z', world.clock.at]) {
    expect(await reasons(world, 'P82002', { at })).toEqual(['SUSPENDED'])
  }
  const again = await giveSigned(world, 'replaceSuspension', { ...input, version: 2 })
  expect(again.code).toBe('ALREADY_ENDED')
  await annul(placed)
})

test('the ledger tells all of it, row for row', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('rows')
})
