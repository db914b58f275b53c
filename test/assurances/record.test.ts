import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { verifyAt } from '../ledger/tampering.js'
import { done, give, practice, programme } from '../world/story.js'
import { ADMIN, LIAISON, openWorld, type World } from '../world/world.js'
import { assurance, ASSURED, supersede } from './story.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await programme(world, { code: 'OTHER' })
  await practice(world, 'F81001', '5PY')
})
afterAll(() => world.close())

const READ = `query ($id: ID!) { assurance(id: $id) {
  id version text wording reportedBy givenOn channel public ministerialStatement withdrawnAt
  underPurdah said kept reaffirms
  programme { code } recordedBy { code } document { name sha256 }
  givenBy { organisation { code name } person office } givenTo { organisation { code } }
  scope { activities regions practices classifications suppliers }
  conditions { id kind audience days party matter organisation since }
  supersedes { id } supersededBy { id }
} }`

const read = async (id: string) => (await world.must(READ, { id })).assurance

test('an assurance is kept in its words, attributed, with scope and conditions', async () => {
  const sha256 = '0123456789abcdef'.repeat(4)
  const { id } = await assurance(world, {
    document: { name: 'Letter.pdf', sha256 },
    conditions: [
      { kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS' },
      { kind: 'NOTICE', days: 84 },
      { kind: 'AGREEMENT', party: 'PCT', matter: 'INFORMED' },
      { kind: 'SIGN_OFF', organisation: 'BMA/GPC', since: '2010-05-01T00:00:00Z' },
    ],
  })
  const none = { audience: null, days: null, party: null, matter: null, organisation: null }
  const since = '2010-04-15T23:00:00.000Z'
  expect(await read(id)).toMatchObject({
    id: 'A-1',
    version: 1,
    text: ASSURED.text,
    wording: 'VERBATIM',
    reportedBy: null,
    givenOn: '2010-04-16',
    public: true,
    programme: { code: 'SCR' },
    recordedBy: { code: 'DH' },
    document: { name: 'Letter.pdf', sha256 },
    givenBy: [
      {
        organisation: { code: 'DH', name: 'Department of Health' },
        person: 'The director',
        office: 'Informatics',
      },
    ],
    givenTo: [{ organisation: { code: 'BMA/GPC' } }],
    scope: [{ activities: ['UPLOAD'], regions: null }],
    conditions: [
      { ...none, id: 'c1', kind: 'CONSULTATION_CONCLUDED', audience: 'PATIENTS', since },
      { ...none, id: 'c2', kind: 'NOTICE', days: 84, since },
      { ...none, id: 'c3', kind: 'AGREEMENT', party: 'PCT', matter: 'INFORMED', since },
      {
        ...none, id: 'c4', kind: 'SIGN_OFF', organisation: 'BMA/GPC',
        since: '2010-05-01T00:00:00.000Z',
      },
    ],
    said: 'GIVEN',
    supersedes: null,
    supersededBy: null,
    reaffirms: null,
  })
})

const HASH = 'a'.repeat(64)
test.each([
  ['given today', { givenOn: '2010-04-16' }, null],
  ['given tomorrow', { givenOn: '2010-04-17' }, 'INVALID_INPUT'],
  ['as reported, by somebody', { wording: 'AS_REPORTED', reportedBy: 'Pulse' }, null],
  ['as reported by nobody', { wording: 'AS_REPORTED' }, 'INVALID_INPUT'],
  ['verbatim, and yet reported', { reportedBy: 'Pulse' }, 'INVALID_INPUT'],
  ['given by nobody', { givenBy: [] }, 'INVALID_INPUT'],
  ['given to nobody', { givenTo: [] }, 'INVALID_INPUT'],
  ['given to an unknown body', { givenTo: [{ organisation: 'NONE' }] }, 'NOT_FOUND'],
  ['about an unknown programme', { programme: 'NONE' }, 'NOT_FOUND'],
  ['without a scope', { scope: [] }, 'INVALID_INPUT'],
  ['in an unknown region', { scope: [{ activities: ['VIEW'], regions: ['NO'] }] }, 'NOT_FOUND'],
  ['of a supplier', { scope: [{ activities: ['VIEW'], suppliers: ['EMIS'] }] }, null],
  ['of no supplier', { scope: [{ activities: ['VIEW'], suppliers: ['NO'] }] }, 'INVALID_INPUT'],
  ['that says nothing', { text: ' ' }, 'INVALID_INPUT'],
  ['with a hash of 64 digits', { document: { name: 'L', sha256: HASH } }, null],
  ['with one of 63', { document: { name: 'L', sha256: HASH.slice(1) } }, 'INVALID_INPUT'],
  ['with one of other digits', { document: { name: 'L', sha256: HASH.replace('a', 'g') } },
    'INVALID_INPUT'],
])('an assurance %s', async (_, rest, code) => {
  expect((await give(world, 'recordAssurance', { ...ASSURED, ...rest })).code).toBe(code)
})

describe('a condition asks exactly for what its kind asks for:', () => {
  test.each([
    [{ kind: 'NOTICE', days: 1 }, null],
    [{ kind: 'NOTICE', days: 0 }, 'days'],
    [{ kind: 'NOTICE' }, 'must have `days`'],
    [{ kind: 'NOTICE', days: 1, audience: 'PATIENTS' }, 'must not have `audience`'],
    [{ kind: 'CONSULTATION_OPENED', audience: 'PRACTICES' }, null],
    [{ kind: 'CONSULTATION_OPENED' }, 'must have `audience`'],
    [{ kind: 'CONSULTATION_CONCLUDED', audience: 'PRACTICES', days: 3 }, 'must not have `days`'],
    [{ kind: 'AGREEMENT', party: 'PRACTICE', matter: 'ABLE_TO_OPT_OUT' }, null],
    [{ kind: 'AGREEMENT', party: 'PRACTICE' }, 'must have `matter`'],
    [{ kind: 'AGREEMENT', matter: 'INFORMED' }, 'must have `party`'],
    [{ kind: 'SIGN_OFF', organisation: 'BMA/GPC' }, null],
    [{ kind: 'SIGN_OFF' }, 'must have `organisation`'],
    [{ kind: 'SIGN_OFF', organisation: 'NONE' }, 'no organisation NONE'],
  ])('%j', async (condition, complaint) => {
    const input = { ...ASSURED, conditions: [{ kind: 'NOTICE', days: 84 }, condition] }
    const { code, errors } = await give(world, 'recordAssurance', input)
    if (complaint === null) expect(code).toBeNull()
    else expect(JSON.stringify(errors)).toContain(complaint)
  })
})

test('a liaison officer records what the own organisation was given, and no more', async () => {
  const { id } = await assurance(world, {}, LIAISON)
  expect(await read(id)).toMatchObject({ recordedBy: { code: 'BMA/GPC' } })
  const other = { ...ASSURED, givenTo: [{ organisation: 'Q36' }] }
  const ofOthers = await give(world, 'recordAssurance', other, LIAISON)
  expect(ofOthers.code).toBe('FORBIDDEN')
  expect(ofOthers.errors[0]?.message).toContain('givenTo')
  const given = { ...other, givenBy: [{ organisation: 'BMA/GPC' }] }
  expect((await give(world, 'recordAssurance', given, LIAISON)).code).toBe('FORBIDDEN')
})

describe('an assurance is superseded', () => {
  test('by one that says the same again: it is reaffirmed', async () => {
    const { id } = await assurance(world)
    const later = await supersede(world, id)
    expect(await read(id)).toMatchObject({
      said: 'REAFFIRMED', supersededBy: { id: later.id }, version: 1, text: ASSURED.text,
    })
    expect(await read(later.id)).toMatchObject({
      said: 'GIVEN', supersedes: { id }, reaffirms: true, supersededBy: null,
    })
  })

  test('by one that corrects it', async () => {
    const { id } = await assurance(world)
    await supersede(world, id, { reaffirms: false, text: 'It was said otherwise.' })
    expect(await read(id)).toMatchObject({ said: 'SUPERSEDED', text: ASSURED.text })
  })

  test('once: what follows supersedes the last of the line', async () => {
    const { id } = await assurance(world)
    const later = await supersede(world, id)
    const again = { ...ASSURED, id, reaffirms: true }
    const { code, errors } = await give(world, 'supersedeAssurance', again)
    expect(code).toBe('ALREADY_SUPERSEDED')
    expect(errors[0]?.extensions).toMatchObject({ supersededBy: later.id })
    await supersede(world, later.id)
  })

  test.each([
    ['the same day', { reaffirms: true, givenOn: '2010-04-16' }, null],
    ['a day before', { reaffirms: true, givenOn: '2010-04-15' }, 'INVALID_INPUT'],
    ['a correction of the day', { reaffirms: false, givenOn: '2010-04-15' }, null],
    ['another programme', { reaffirms: true, programme: 'OTHER' }, 'INVALID_INPUT'],
  ])('by one of %s', async (_, rest, code) => {
    const { id } = await assurance(world)
    const input = { ...ASSURED, id, ...rest }
    expect((await give(world, 'supersedeAssurance', input)).code).toBe(code)
  })

  test('by a liaison officer where both were given to the own organisation', async () => {
    const own = await assurance(world)
    const input = { ...ASSURED, reaffirms: true }
    const mine = await give(world, 'supersedeAssurance', { ...input, id: own.id }, LIAISON)
    expect(mine.code).toBeNull()
    const others = await assurance(world, { givenTo: [{ organisation: 'Q36' }] })
    const theirs = await give(world, 'supersedeAssurance', { ...input, id: others.id }, LIAISON)
    expect(theirs.code).toBe('FORBIDDEN')
  })
})

test('an assurance is withdrawn once, stays to be read, and is superseded no more', async () => {
  const { id } = await assurance(world)
  expect((await give(world, 'withdrawAssurance', { id, version: 2 })).code).toBe('STALE_VERSION')
  expect(await done(world, 'withdrawAssurance', { id, version: 1 })).toMatchObject({
    version: 2, said: 'WITHDRAWN',
  })
  expect(await read(id)).toMatchObject({ withdrawnAt: world.clock.at, text: ASSURED.text })
  const again = await give(world, 'withdrawAssurance', { id, version: 2 })
  expect(again.code).toBe('ALREADY_WITHDRAWN')
  const late = await give(world, 'supersedeAssurance', { ...ASSURED, id, reaffirms: true })
  expect(late.code).toBe('ALREADY_WITHDRAWN')
})

test('assurances are found by day, text, programme and what became of them', async () => {
  const other = await assurance(world, {
    programme: 'OTHER', givenOn: '2010-03-01', text: 'Quite another thing.', public: false,
  })
  const source = `query ($filter: AssuranceFilter) { assurances(filter: $filter,
    orderBy: { field: GIVEN_ON, direction: DESC }) { totalCount edges { node { id } } } }`
  const found = async (filter: unknown) => {
    const { assurances } = await world.must(source, { filter }, ADMIN)
    return assurances.edges.map((edge: any) => edge.node.id)
  }
  for (const filter of [
    { programme: 'OTHER' },
    { search: 'quite ANOTHER' },
    { public: false },
    { givenTo: '2010-03-02' },
    { givenFrom: '2010-03-01', givenTo: '2010-03-02', said: 'GIVEN' },
  ]) {
    expect(await found(filter)).toEqual([other.id])
  }
  for (const filter of [{ givenTo: '2010-03-01' }, { programme: 'OTHER', said: 'WITHDRAWN' }]) {
    expect(await found(filter)).toEqual([])
  }
})

test('the ledger and the rows agree on all of this', async () => {
  expect(await verifyAt(world.url)).toHaveProperty('rows')
})
