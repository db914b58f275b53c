import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'
import { breaches, report } from './reports.js'

let world: World
let held: any
let sequenceBefore: number

const MORNING = '2010-04-16T08:00:00.000Z'
const NOON = '2010-04-16T12:00:00.000Z'
const EVENING = '2010-04-16T21:00:00.000Z'

beforeAll(async () => {
  world = await openWorld('bodies', MORNING)
  await programme(world)
  for (const code of ['P82001', 'P82002', 'P82003', 'P82004']) await practice(world, code, '5HQ')
  await practice(world, 'F81001', '5PY', { suppliers: [{ supplier: 'TPP' }] })
  await rollout(world, '5HQ', 'EARLY_ADOPTER')
  await mailing(world, 'ENG', '2009-12-01')
  sequenceBefore = world.follower.current.head.sequence
  world.clock.at = NOON
  held = await suspension(world)
  world.clock.at = EVENING
})
afterAll(() => world.close())

/** The breaches that one report made. */
const madeBy = async (upload: Record<string, unknown>, supplier = 'EMIS'): Promise<any[]> => {
  const { reports } = await report(world, [upload], partner(supplier))
  return (await breaches(world, AUDITOR)).filter(({ of }) => of === reports[0].id)
}

describe('an upload is a breach', () => {
  test('where it was refused by what was known then, with all that refused it', async () => {
    const [breach, ...others] = await madeBy({ uploadedAt: NOON })
    expect(others).toEqual([])
    expect(breach).toMatchObject({
      kind: 'UPLOAD',
      programme: { code: 'SCR' },
      practice: { odsCode: 'P82001' },
      region: { code: '5HQ' },
      at: NOON,
      reasons: ['SUSPENDED'],
      suspensions: [{ id: held.id }],
      permitted: false,
      version: 1,
    })
  })

  test('and none a moment before it was forbidden', async () => {
    expect(await madeBy({ uploadedAt: '2010-04-16T11:59:59.999Z' })).toEqual([])
  })

  test('without any rollout, and outside the suspended regions alike', async () => {
    const [breach] = await madeBy({ practice: 'F81001', uploadedAt: MORNING }, 'TPP')
    expect(breach).toMatchObject({ reasons: ['NO_ROLLOUT'], suspensions: [], permitted: false })
  })

  test('before the practice was recorded, though it is recorded now', async () => {
    const [breach] = await madeBy({ uploadedAt: '2010-03-01T12:00:00.000Z' })
    expect(breach).toMatchObject({ reasons: ['PRACTICE_UNKNOWN'], region: null })
  })

  test('once, however often its report is sent', async () => {
    const id = '7d9f3e7e-6a2a-4d0e-9f6e-2f8f3c1c1a11'
    const uploads = [{ uploadedAt: EVENING }, { practice: 'P82002', uploadedAt: EVENING }]
    const before = (await breaches(world, AUDITOR)).length
    await report(world, uploads, partner('EMIS'), id)
    await report(world, uploads, partner('EMIS'), id)
    expect((await breaches(world, AUDITOR)).length).toBe(before + 2)
  })

  test('still, though the suspension was lifted since', async () => {
    const early = { practice: 'P82003', uploadedAt: '2010-04-16T08:00:00.000Z' }
    expect(await madeBy(early)).toEqual([])
    await done(world, 'liftSuspension', { id: held.id, version: 1 })
    const again = { practice: 'P82003', uploadedAt: '2010-04-16T13:00:00.000Z' }
    expect(await madeBy(again)).toMatchObject([{ reasons: ['SUSPENDED'] }])
    held = await suspension(world)
  })
})

describe('its supplier held a permission', () => {
  const RELIED = { practice: 'P82004', at: '2010-04-16T11:30:00.000Z' }
  const permitted = async (rest: Record<string, unknown>): Promise<boolean> => {
    const [breach] = await madeBy({ ...RELIED, registerSequence: sequenceBefore, ...rest })
    return breach.permitted
  }

  test.each([
    ['within the hour', { uploadedAt: '2010-04-16T12:29:59.999Z' }, true],
    ['an hour later', { uploadedAt: '2010-04-16T12:30:00.000Z' }, false],
    ['before it asked', { uploadedAt: NOON, at: '2010-04-16T12:00:00.001Z' }, false],
    ['of a register that had not begun', { uploadedAt: NOON, registerSequence: 1 }, false],
    ['of a register still to come', { uploadedAt: NOON, registerSequence: 999_999 }, false],
    ['of none', { uploadedAt: NOON, at: null, registerSequence: null }, false],
  ])('%s: %j is %s', async (_, rest, expected) => {
    expect(await permitted(rest)).toBe(expected)
  })

  test.each([
    ['2010-04-16T12:00:59.999Z', true],
    ['2010-04-16T12:01:00.000Z', false],
  ])('asked at %s of the register before the suspension: %s', async (at, expected) => {
    // A change is seen a while after it is entered; a minute on, none rests on the time before it.
    expect(await permitted({ at, uploadedAt: '2010-04-16T12:10:00.000Z' })).toBe(expected)
  })

  test('as Holdfast itself gave it, and while it told that it was valid', async () => {
    const at = '2010-04-16T21:30:00.000Z'
    await done(world, 'liftSuspension', { id: held.id, version: 1 })
    world.clock.at = at
    const source = 'query ($p: ID!) { ruling(practice: $p) { validUntil registerSequence at } }'
    const { ruling } = await world.must(source, { p: 'P82004' }, partner('EMIS'))
    world.clock.at = '2010-04-16T21:40:00.000Z'
    held = await suspension(world)
    world.clock.at = '2010-04-16T23:00:00.000Z'
    const { validUntil, ...relied } = ruling
    const last = new Date(Date.parse(validUntil) - 1).toISOString()
    expect(await permitted({ ...relied, uploadedAt: last, night: '2010-04-16' })).toBe(true)
    expect(await permitted({ ...relied, uploadedAt: validUntil, night: '2010-04-16' })).toBe(false)
  })
})

describe('breaches are seen', () => {
  const seen = async (actor: typeof ADMIN, filter = {}): Promise<number> =>
    (await breaches(world, actor, { filter })).length

  test('all of them by administrators and auditors', async () => {
    const all = await seen(AUDITOR)
    expect(all).toBeGreaterThan(10)
    expect(await seen(ADMIN)).toBe(all)
  })

  test('by the lead of their region, who sees no others', async () => {
    expect(await seen(leadOf('5PY'))).toBe(1)
    expect(await seen(leadOf('Q35'))).toBe(1)
    expect(await seen(leadOf('Q31'))).toBe(await seen(AUDITOR, { region: 'Q31' }))
    expect(await seen(leadOf('Q32'))).toBe(0)
  })

  test('by their practice, and by the supplier that reported them', async () => {
    expect(await seen(practiceManager('P82002'))).toBe(1)
    expect(await seen(practiceManager('P82777'))).toBe(0)
    expect(await seen(partner('TPP'))).toBe(1)
    expect(await seen(partner('EMIS'))).toBe((await seen(AUDITOR)) - 1)
    expect(await seen(partner('INPS'))).toBe(0)
  })

  test('by nobody who was promised nothing, and not without a token', async () => {
    expect(await seen(LIAISON)).toBe(0)
    expect((await world.ask('{ breaches { totalCount } }')).code).toBe('UNAUTHENTICATED')
  })

  test.each([
    [{ kind: 'UPLOAD', practice: 'F81001' }, 1],
    [{ kind: 'MAILING' }, 0],
    [{ programme: 'NONE' }, 0],
    [{ region: '5PY' }, 1],
    [{ practice: 'P82002' }, 1],
    [{ since: '2011-01-01T00:00:00Z' }, 0],
  ])('filtered by %j: %i', async (filter, expected) => {
    expect(await seen(AUDITOR, filter)).toBe(expected)
  })
})
