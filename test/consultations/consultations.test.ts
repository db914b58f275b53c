import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, dayOf } from '../../api/kernel/moment.js'
import { verifyAt } from '../ledger/tampering.js'
import { done, give, programme } from '../world/story.js'
import { ADMIN, leadOf, openWorld, type World } from '../world/world.js'

const MORNING = '2010-03-16T08:00:00.000Z'
const PURDAH = {
  code: 'GENERAL-2010',
  name: 'General election of 2010',
  from: '2010-04-05T23:00:00.000Z',
  to: '2010-05-11T18:00:00.000Z',
}

/** An entry's time never goes back: the tests stand in order of time. */
let world: World
beforeAll(async () => {
  world = await openWorld('bodies', MORNING)
  await programme(world)
  await done(world, 'setPurdah', PURDAH)
})
afterAll(() => world.close())

const asked = (rest: Record<string, unknown> = {}) => ({
  programme: 'SCR',
  title: 'Whether practices agree to the upload of records',
  audience: 'PRACTICES',
  regions: ['5HQ'],
  closesOn: '2010-06-08',
  ...rest,
})
const evidence = { name: 'Report on the responses', sha256: 'ab'.repeat(32) }
const deviation = { reference: 'Minister, 12 March 2010', reason: 'Uploads are about to begin.' }

const today = (): string => dayOf(world.clock.nowMs())
/** Opens a consultation of one day. */
const opened = (rest: Record<string, unknown> = {}): Promise<any> => {
  const closesOn = addDays(today(), 1)
  return done(world, 'openConsultation', asked({ closesOn, deviation, ...rest }))
}
/** A consultation of one day that has closed, on the morning after. */
const closed = async (): Promise<any> => {
  const consultation = await opened()
  world.clock.at = `${consultation.closesOn}T08:00:00.000Z`
  return consultation
}

test('everybody reads consultations, and finds them by place, audience and state', async () => {
  const london = { regions: ['5QV', 'Q36'], audience: 'PATIENTS', title: 'London' }
  const { id } = await done(world, 'openConsultation', asked(london))
  const source = `query ($filter: ConsultationFilter, $at: DateTime) {
    consultations(filter: $filter, at: $at, orderBy: { field: ID, direction: DESC }) {
      edges { node { id title programme { code } regions { code } } }
    }
  }`
  const found = async (filter: Record<string, unknown>, at = MORNING) =>
    (await world.must(source, { filter, at })).consultations.edges.map((edge: any) => edge.node.id)
  const one = (await world.must(source, { filter: { search: 'london' } })).consultations.edges[0]
  expect(one.node).toEqual({
    id, title: 'London', programme: { code: 'SCR' }, regions: [{ code: '5QV' }, { code: 'Q36' }],
  })
  expect(await found({ audience: 'PATIENTS', region: 'Q36' })).toEqual([id])
  expect(await found({ audience: 'PATIENTS', region: 'ENG', programme: 'SCR' })).toEqual([id])
  expect(await found({ audience: 'PATIENTS', region: 'Q31' })).toEqual([])
  expect(await found({ search: 'london', state: 'OPEN' })).toEqual([id])
  expect(await found({ search: 'london', state: 'CLOSED' })).toEqual([])
  expect(await found({ search: 'london', state: 'CLOSED' }, '2010-06-08T00:00:00Z')).toEqual([id])
  expect(await found({ search: 'london', state: 'OPEN' }, '2010-03-16T07:59:59.999Z')).toEqual([])
})

describe('a consultation lasts twelve weeks', () => {
  test.each([
    ['83 days', '2010-06-07', 'TOO_SHORT'],
    ['84 days', '2010-06-08', null],
    ['one day', '2010-03-17', 'TOO_SHORT'],
    ['no day', '2010-03-16', 'INVALID_INPUT'],
  ])('%s', async (_, closesOn, code) => {
    const answer = await give(world, 'openConsultation', asked({ closesOn }))
    expect(answer.code).toBe(code)
  })

  test('and the refusal names the first closing day that needs no clearance', async () => {
    const { errors } = await give(world, 'openConsultation', asked({ closesOn: '2010-06-07' }))
    expect(errors[0]?.message).toContain('8 June 2010')
    expect(errors[0]?.extensions).toMatchObject({ earliestClosesOn: '2010-06-08', daysMin: 84 })
  })

  test('unless a shorter one was cleared, and the reason is published', async () => {
    const short = await opened({ closesOn: '2010-03-17' })
    expect(short).toMatchObject({ state: 'OPEN', daysAsked: 1, deviation })
  })

  test.each(['reference', 'reason'])('a clearance without %s clears nothing', async (field) => {
    const empty = asked({ closesOn: '2010-03-17', deviation: { ...deviation, [field]: ' ' } })
    expect((await give(world, 'openConsultation', empty)).code).toBe('INVALID_INPUT')
  })

  test('counted from the day of London on which it opens', async () => {
    // Summer time: it is the twenty-ninth in London, and in Greenwich still the twenty-eighth.
    world.clock.at = '2010-03-28T23:00:00.000Z'
    const short = asked({ closesOn: '2010-06-20' })
    expect((await give(world, 'openConsultation', short)).code).toBe('TOO_SHORT')
    const long = await done(world, 'openConsultation', asked({ closesOn: '2010-06-21' }))
    expect(long.daysAsked).toBe(84)
  })
})

describe('in purdah no consultation opens', () => {
  const long = asked({ closesOn: '2010-12-01' })

  test.each([
    ['the last moment before it', '2010-04-05T22:59:59.999Z', null],
    ['its first moment', '2010-04-05T23:00:00.000Z', 'IN_PURDAH'],
    ['its last moment', '2010-05-11T17:59:59.999Z', 'IN_PURDAH'],
  ])('%s', async (_, at, code) => {
    world.clock.at = at
    expect((await give(world, 'openConsultation', long, leadOf('5HQ'))).code).toBe(code)
  })

  test('and the refusal names the period, and when it ends', async () => {
    const { errors } = await give(world, 'openConsultation', long)
    expect(errors[0]?.message).toMatch(/General election of 2010.*11 May 2010 at 7pm BST/)
    expect(errors[0]?.extensions).toMatchObject({ purdah: 'GENERAL-2010', until: PURDAH.to })
  })

  test('unless an exemption is named', async () => {
    const empty = { ...long, exemption: '' }
    expect((await give(world, 'openConsultation', empty)).code).toBe('INVALID_INPUT')
    const exempt = await done(world, 'openConsultation', { ...long, exemption: 'Propriety 7' })
    expect(exempt.exemption).toBe('Propriety 7')
  })

  test('one that is open goes on, may be prolonged, and has no publicity', async () => {
    const first = '{ consultations(first: 1) { edges { node { id } } } }'
    const { consultations } = await world.must(first)
    const { id } = consultations.edges[0].node
    await done(world, 'extendConsultation', { id, version: 1, closesOn: '2010-09-01' })
    const source = `query ($id: ID!, $at: DateTime) {
      consultation(id: $id) { state(at: $at) publicity(at: $at) }
    }`
    const at = async (moment: string) =>
      (await world.must(source, { id, at: moment })).consultation
    expect(await at('2010-04-05T22:59:59.999Z')).toEqual({ state: 'OPEN', publicity: true })
    expect(await at('2010-04-05T23:00:00.000Z')).toEqual({ state: 'OPEN', publicity: false })
    expect(await at('2010-05-11T17:59:59.999Z')).toEqual({ state: 'OPEN', publicity: false })
    expect(await at('2010-05-11T18:00:00.000Z')).toEqual({ state: 'OPEN', publicity: true })
  })

  test('the first moment after it, one does', async () => {
    world.clock.at = '2010-05-11T18:00:00.000Z'
    expect((await give(world, 'openConsultation', long, leadOf('5HQ'))).code).toBeNull()
  })
})

test('it is open until its closing day, then closed, then concluded', async () => {
  world.clock.at = '2010-06-07T08:00:00.000Z'
  const { id } = await closed()
  await done(world, 'concludeConsultation', { id, version: 1, outcome: 'They agree.', evidence })
  const source = 'query ($id: ID!, $at: DateTime) { consultation(id: $id) { state(at: $at) } }'
  const at = async (moment: string) =>
    (await world.must(source, { id, at: moment })).consultation.state
  expect(await at('2010-06-07T07:59:59.999Z')).toBeNull()
  expect(await at('2010-06-07T08:00:00.000Z')).toBe('OPEN')
  expect(await at('2010-06-07T22:59:59.999Z')).toBe('OPEN')
  expect(await at('2010-06-07T23:00:00.000Z')).toBe('CLOSED')
  expect(await at('2010-06-08T07:59:59.999Z')).toBe('CLOSED')
  expect(await at('2010-06-08T08:00:00.000Z')).toBe('CONCLUDED')
})

describe('responses', () => {
  test('are counted, and their number only grows', async () => {
    const { id } = await opened()
    const count = (responses: number, version: number) =>
      give(world, 'recordResponses', { id, version, responses }, leadOf('5HQ'))
    expect((await count(40, 1)).data.recordResponses.consultation.responses).toBe(40)
    expect((await count(39, 2)).code).toBe('INVALID_INPUT')
    expect((await count(40, 2)).code).toBe('UNCHANGED')
    expect((await count(41, 2)).code).toBeNull()
  })

  test('are still counted once it has closed, and no more once it is concluded', async () => {
    const { id } = await closed()
    await done(world, 'recordResponses', { id, version: 1, responses: 40 })
    await done(world, 'concludeConsultation', { id, version: 2, outcome: 'Yes.', evidence })
    const late = await give(world, 'recordResponses', { id, version: 3, responses: 41 })
    expect(late.code).toBe('ALREADY_CONCLUDED')
  })
})

describe('a conclusion', () => {
  const conclude = { version: 1, outcome: 'They agree.', evidence }

  test('comes no earlier than the first moment at which it is closed', async () => {
    world.clock.at = '2010-07-01T08:00:00.000Z'
    const { id } = await opened()
    const concluding = () =>
      give(world, 'concludeConsultation', { id, ...conclude }, leadOf('Q31'))
    world.clock.at = '2010-07-01T22:59:59.999Z'
    expect((await concluding()).code).toBe('STILL_OPEN')
    world.clock.at = '2010-07-01T23:00:00.000Z'
    expect((await concluding()).code).toBeNull()
  })

  test('is written once, with its evidence', async () => {
    const { id } = await closed()
    const concluded = await done(world, 'concludeConsultation', { id, ...conclude })
    expect(concluded).toMatchObject({
      state: 'CONCLUDED', concludedAt: world.clock.at, outcome: 'They agree.', evidence,
    })
    const again = { id, ...conclude, version: 2 }
    expect((await give(world, 'concludeConsultation', again)).code).toBe('ALREADY_CONCLUDED')
  })

  test.each([
    ['no outcome', { outcome: ' ' }],
    ['63 digits', { evidence: { ...evidence, sha256: 'a'.repeat(63) } }],
    ['65 digits', { evidence: { ...evidence, sha256: 'a'.repeat(65) } }],
    ['capitals', { evidence: { ...evidence, sha256: 'A'.repeat(64) } }],
    ['no name of the evidence', { evidence: { ...evidence, name: '' } }],
  ])('is refused with %s', async (_, rest) => {
    const { id } = await closed()
    const answer = await give(world, 'concludeConsultation', { id, ...conclude, ...rest })
    expect(answer.code).toBe('INVALID_INPUT')
  })
})

describe('an extension', () => {
  test.each([
    ['a day less', -1, 'INVALID_INPUT'],
    ['the same day', 0, 'INVALID_INPUT'],
    ['a day more', 1, null],
  ])('by %s', async (_, days, code) => {
    const { id, closesOn } = await opened({ closesOn: addDays(today(), 7) })
    const input = { id, version: 1, closesOn: addDays(closesOn, days) }
    expect((await give(world, 'extendConsultation', input)).code).toBe(code)
  })

  test('comes while it is open: nothing that has closed is opened again', async () => {
    world.clock.at = '2010-08-02T08:00:00.000Z'
    const [one, other] = [await opened(), await opened()]
    const extend = ({ id }: { id: string }) =>
      give(world, 'extendConsultation', { id, version: 1, closesOn: '2010-08-10' })
    world.clock.at = '2010-08-02T22:59:59.999Z'
    expect((await extend(one)).code).toBeNull()
    world.clock.at = '2010-08-02T23:00:00.000Z'
    expect((await extend(other)).code).toBe('ALREADY_CLOSED')
  })
})

test('a regional lead asks in the own region and below, and nowhere else', async () => {
  const lead = leadOf('Q31')
  const open = (regions: string[], actor = lead) =>
    give(world, 'openConsultation', asked({ regions, closesOn: '2011-06-01' }), actor)
  expect((await open(['Q31', '5HQ'])).code).toBeNull()
  expect((await open(['5HQ', '5NY'])).code).toBe('FORBIDDEN')
  const national = (await open(['ENG'], ADMIN)).data.openConsultation.consultation
  const named = { id: national.id, version: 1 }
  const later = { ...named, closesOn: '2011-06-02' }
  const outcome = { ...named, outcome: 'Yes.', evidence }
  expect((await give(world, 'recordResponses', { ...named, responses: 1 }, lead)).code)
    .toBe('FORBIDDEN')
  expect((await give(world, 'extendConsultation', later, lead)).code).toBe('FORBIDDEN')
  expect((await give(world, 'concludeConsultation', outcome, lead)).code).toBe('FORBIDDEN')
})

test.each([
  ['an unknown region', { regions: ['NO'] }, 'NOT_FOUND'],
  ['no region', { regions: [] }, 'INVALID_INPUT'],
  ['a region twice', { regions: ['5HQ', '5HQ'] }, 'INVALID_INPUT'],
  ['no title', { title: '' }, 'INVALID_INPUT'],
  ['an unknown audience', { audience: 'DOCTORS' }, 'BAD_USER_INPUT'],
])('no consultation opens with %s', async (_, rest, code) => {
  const input = asked({ closesOn: '2011-06-01', ...rest })
  expect((await give(world, 'openConsultation', input)).code).toBe(code)
})

test('and the ledger tells every row as it stands', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('head')
})
