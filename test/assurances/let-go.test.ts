import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ConditionFact } from '../../api/register/facts.js'
import { done, mailing, practice, programme } from '../world/story.js'
import { LIAISON, leadOf, openWorld, practiceManager, type World } from '../world/world.js'
import { assurance, breach, suspensionFor } from './story.js'

const NOW = '2010-04-20T08:00:00.000Z'
const LATER = '2010-05-10T08:00:00.000Z'
let world: World
beforeEach(async () => {
  world = await openWorld('bodies', NOW)
  await programme(world)
  await practice(world, 'F81001', '5PY')
  await practice(world, 'F81002', '5PY')
  await practice(world, 'P82001', '5HQ')
})
afterEach(() => world.close())

const READ = `query ($id: ID!) { assurance(id: $id) {
  kept unmet { kind organisation }
  dispensations { id } coverage {
    within unheldCount dispensedCount letGoCount dispensations { id }
  }
} }`
const read = async (id: string) => (await world.must(READ, { id })).assurance

const CONDITION: ConditionFact = {
  id: 'c1', kind: 'AGREEMENT', audience: null, days: null, party: 'PRACTICE', matter: 'INFORMED',
  organisation: null, since: NOW,
}
const AGREED = { kind: 'AGREEMENT', party: 'PRACTICE', matter: 'INFORMED' }

const agree = (practiceCode: string): Promise<any> =>
  done(
    world,
    'recordAgreement',
    { programme: 'SCR', practice: practiceCode, matter: 'INFORMED' },
    practiceManager(practiceCode),
  )

describe('what the suspensions made for an assurance let go is no gap in it', () => {
  test('where they spare a practice that was live', async () => {
    const { id } = await assurance(world)
    await suspensionFor(world, id, { spared: ['F81001'] })
    expect(await read(id)).toMatchObject({
      kept: 'KEPT', coverage: { within: 3, unheldCount: 0, letGoCount: 1, dispensedCount: 0 },
    })
  })

  test('where its conditions are met, and no longer than they are', async () => {
    const { id } = await assurance(world)
    await suspensionFor(world, id, { conditions: [CONDITION], releases: true })
    const agreed = await agree('F81001')
    expect(await read(id)).toMatchObject({
      kept: 'KEPT', coverage: { unheldCount: 0, letGoCount: 1 },
    })
    await done(
      world, 'withdrawAgreement', { id: agreed.id, version: 1 }, practiceManager('F81001'),
    )
    expect(await read(id)).toMatchObject({ kept: 'KEPT', coverage: { letGoCount: 0 } })
  })

  test('but what is released by a suspension made for something else is one', async () => {
    const { id } = await assurance(world)
    await suspensionFor(world, id, {
      assurance: null, conditions: [CONDITION], releases: true, spared: ['F81002'],
    })
    expect(await read(id)).toMatchObject({ kept: 'NOT_ENFORCED', coverage: { unheldCount: 1 } })
    await agree('F81001')
    expect(await read(id)).toMatchObject({ coverage: { unheldCount: 2, letGoCount: 0 } })
  })

  test('and what is released on weaker conditions than were assured is one as well', async () => {
    const conditions = [AGREED, { kind: 'CONSULTATION_OPENED', audience: 'PATIENTS' }]
    const { id } = await assurance(world, { conditions })
    await suspensionFor(world, id, { conditions: [CONDITION], releases: true })
    expect(await read(id)).toMatchObject({ kept: 'KEPT' })
    await agree('F81001')
    expect(await read(id)).toMatchObject({
      kept: 'NOT_ENFORCED', coverage: { unheldCount: 1, letGoCount: 0 },
    })
  })
})

describe('a dispensation', () => {
  const excepted = async (suspension: string) => {
    const wanted = { suspension, regions: ['5PY'], until: LATER }
    const { id, version } = await done(world, 'requestDispensation', wanted, leadOf('5PY'))
    await done(world, 'decideDispensation', { id, version, granted: true })
  }
  const DISPENSED = `query ($id: ID!) { assurance(id: $id) {
    coverage { dispensed { edges { node { odsCode } } } } } }`

  test('is shown with the assurance, and its practices apart from gaps', async () => {
    const { id } = await assurance(world)
    await excepted((await suspensionFor(world, id)).id)
    expect(await read(id)).toEqual({
      kept: 'KEPT',
      unmet: [],
      dispensations: [{ id: 'D-1' }],
      coverage: {
        within: 3, unheldCount: 0, dispensedCount: 2, letGoCount: 0,
        dispensations: [{ id: 'D-1' }],
      },
    })
    const codes = async (actor: typeof LIAISON) =>
      (await world.must(DISPENSED, { id }, actor)).assurance.coverage.dispensed.edges.map(
        (edge: any) => edge.node.odsCode,
      )
    expect(await codes(LIAISON)).toEqual(['F81001', 'F81002'])
    expect(await codes(leadOf('5HQ'))).toEqual([])
    expect((await world.ask(DISPENSED, { id })).code).toBe('UNAUTHENTICATED')
  })

  test('ends when it was to end, and the practices are held again', async () => {
    const { id } = await assurance(world)
    await excepted((await suspensionFor(world, id)).id)
    world.clock.at = LATER
    expect(await read(id)).toMatchObject({
      kept: 'KEPT', dispensations: [{ id: 'D-1' }],
      coverage: { dispensedCount: 0, dispensations: [] },
    })
  })

  test('from another suspension excepts from no promise', async () => {
    const { id } = await assurance(world)
    await excepted((await suspensionFor(world, id, { assurance: null })).id)
    expect(await read(id)).toMatchObject({
      kept: 'NOT_ENFORCED', dispensations: [], coverage: { unheldCount: 2, dispensedCount: 0 },
    })
  })
})

describe('the conditions of an assurance', () => {
  test('are met once every practice within its scope meets them, not before', async () => {
    const { id } = await assurance(world, { conditions: [AGREED] })
    await suspensionFor(world, id)
    for (const code of ['F81001', 'F81002']) await agree(code)
    expect(await read(id)).toMatchObject({ kept: 'KEPT', unmet: [{ kind: 'AGREEMENT' }] })
    await agree('P82001')
    expect(await read(id)).toMatchObject({ kept: 'MET', unmet: [] })
  })

  test('need not be met by those that were spared', async () => {
    const { id } = await assurance(world, { conditions: [AGREED] })
    await suspensionFor(world, id, { spared: ['P82001'] })
    for (const code of ['F81001', 'F81002']) await agree(code)
    expect(await read(id)).toMatchObject({ kept: 'MET', unmet: [] })
  })

  test('left out, are those of the suspensions made for it', async () => {
    const { id } = await assurance(world)
    await suspensionFor(world, id, { conditions: [CONDITION], releases: true })
    for (const code of ['F81001', 'F81002']) await agree(code)
    expect(await read(id)).toMatchObject({ kept: 'KEPT', unmet: [{ kind: 'AGREEMENT' }] })
    await agree('P82001')
    expect(await read(id)).toMatchObject({ kept: 'MET', unmet: [], coverage: { letGoCount: 3 } })
  })

  test('of several, only what is not met everywhere is unmet', async () => {
    const conditions = [AGREED, { kind: 'NOTICE', days: 10 }]
    const { id } = await assurance(world, { conditions, givenOn: '2010-04-01' })
    await mailing(world, 'ENG', '2010-04-10')
    expect((await read(id)).unmet).toEqual([{ kind: 'AGREEMENT', organisation: null }])
    await mailing(world, '5HQ', '2010-04-11')
    expect((await read(id)).unmet).toEqual([
      { kind: 'AGREEMENT', organisation: null }, { kind: 'NOTICE', organisation: null },
    ])
  })

  test('asking for a sign-off are met by one for a suspension made for it', async () => {
    const signOff = { kind: 'SIGN_OFF', organisation: 'BMA/GPC' }
    const { id } = await assurance(world, { conditions: [signOff] })
    const wanted = { ...CONDITION, kind: 'SIGN_OFF' as const, party: null, matter: null }
    const of = (organisation: string, c: string) => ({ ...wanted, id: c, organisation })
    const one = await suspensionFor(world, id, {
      conditions: [of('Q36', 'c1'), of('BMA/GPC', 'c2')],
    })
    const other = await suspensionFor(world, id, {
      assurance: null, conditions: [of('BMA/GPC', 'c1')],
    })
    const signed = (suspension: string, condition: string) =>
      done(world, 'recordSignOff', { suspension, condition }, LIAISON)
    await signed(other.id, 'c1')
    expect(await read(id)).toMatchObject({
      kept: 'KEPT', unmet: [{ kind: 'SIGN_OFF', organisation: 'BMA/GPC' }],
    })
    await signed(one.id, 'c2')
    expect(await read(id)).toMatchObject({ kept: 'MET', unmet: [] })
  })
})

test('once all that was made for it is lifted, nothing is done against it any more', async () => {
  const { id } = await assurance(world)
  const held = await suspensionFor(world, id)
  await done(world, 'liftSuspension', { id: held.id, version: 1 })
  await breach(world, { practice: 'F81001', at: NOW })
  expect((await read(id)).kept).toBe('MET')
  await breach(world, { practice: 'F81001', at: '2010-04-20T07:59:59.999Z' })
  expect((await read(id)).kept).toBe('BREACHED')
})
