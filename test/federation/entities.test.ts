import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { contextOf } from '../../api/http/request-context.js'
import { buildSchema, printedSchema } from '../../api/schema.js'
import { subgraphSdl } from '../../api/federation/subgraph-sdl.js'
import {
  ADMIN, AUDITOR, leadOf, LIAISON, openWorld, partner, practiceManager, type World,
} from '../world/world.js'
import { done } from '../world/story.js'

/** A practice that EMIS serves, in Bolton. */
const OF_EMIS = 'DEMO0589'

let world: World
/** An assurance that is for its givers and recipients alone. */
let secret: string
beforeAll(async () => {
  world = await openWorld('demonstration')
  const said = await done(world, 'recordAssurance', {
    programme: 'SCR', text: 'We said so in private.', wording: 'VERBATIM', public: false,
    givenOn: '2010-04-20', channel: 'A letter.',
    givenBy: [{ organisation: 'DH', person: 'An official' }],
    givenTo: [{ organisation: 'BMA/GPC', person: 'Its chair' }],
    scope: [{ activities: ['UPLOAD'], regions: ['Q31'] }],
  })
  secret = said.id
})
afterAll(() => world.close())

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Assurance { id }
    ... on Consultation { id }
    ... on Organisation { code }
    ... on Practice { odsCode ruling { outcome } }
    ... on Programme { code }
    ... on Region { code }
    ... on Rollout { id }
    ... on Suspension { id assurance { id } }
  }
}`
const ask = (representations: unknown, actor: Parameters<World['ask']>[2] = ADMIN) =>
  world.ask(ENTITIES, { representations }, actor)
const read = async (type: string, key: object, actor?: Parameters<World['ask']>[2]) =>
  (await ask([{ __typename: type, ...key }], actor)).data?._entities[0]

test.each([
  ['Organisation', { code: 'BMA/GPC' }],
  ['Programme', { code: 'SCR' }],
  ['Region', { code: '5HQ' }],
  ['Rollout', { id: 'R-1' }],
  ['Suspension', { id: 'S-1' }],
  ['Assurance', { id: 'A-1' }],
])('%s: read by its key', async (type, key) => {
  expect(await read(type, key)).toMatchObject({ __typename: type, ...key })
})

test('a consultation is read by its id, and nothing is read by the key of nothing', async () => {
  const { id } = await done(world, 'openConsultation', {
    programme: 'SCR', audience: 'PRACTICES', regions: ['5HQ'], title: 'May we?',
    closesOn: '2010-09-01', exemption: 'By leave of the Cabinet Office.',
  })
  expect(await read('Consultation', { id })).toEqual({ __typename: 'Consultation', id })
  for (const none of [{ id: 'C-999' }, { id: 'toString' }, { id: '__proto__' }]) {
    expect(await read('Consultation', none)).toBeNull()
  }
})

test('each stands where it was asked for, whatever stands beside it', async () => {
  const { data } = await ask([
    { __typename: 'Region', code: 'NONE' },
    { __typename: 'Suspension', id: 'S-1' },
    { __typename: 'Region', code: '5HQ' },
    { __typename: 'Region', code: '5HQ' },
  ])
  expect(data._entities.map((each: any) => each && (each.id ?? each.code))).toEqual([
    null, 'S-1', '5HQ', '5HQ',
  ])
})

describe('who may read what is as it is without a gateway', () => {
  test.each([
    ['its supplier', partner('EMIS'), true],
    ['another supplier', partner('TPP'), false],
    ['itself', practiceManager(OF_EMIS), true],
    ['another practice', practiceManager('DEMO1513'), false],
    ['the lead of its region', leadOf('5HQ'), true],
    ['the lead of another region', leadOf('5NT'), false],
    ['a liaison', LIAISON, true],
  ])('a practice for %s', async (_, actor, seen) => {
    const one = await world.ask(`{ practice(odsCode: "${OF_EMIS}") { odsCode } }`, {}, actor)
    const entity = await read('Practice', { odsCode: OF_EMIS }, actor)
    expect(entity?.odsCode ?? null).toBe(one.data.practice?.odsCode ?? null)
    expect(entity !== null).toBe(seen)
  })

  test('a practice of another is as one that nobody knows', async () => {
    const { data, errors } = await ask(
      [OF_EMIS, 'DEMO9999'].map((odsCode) => ({ __typename: 'Practice', odsCode })),
      partner('TPP'),
    )
    expect({ data, errors }).toEqual({ data: { _entities: [null, null] }, errors: [] })
  })

  test('a private assurance is for its parties, administrators and auditors', async () => {
    const readers = [ADMIN, AUDITOR, LIAISON, { ...LIAISON, organisation: 'RCGP' }, partner('EMIS')]
    const seen = await Promise.all(
      readers.map(async (actor) => (await read('Assurance', { id: secret }, actor))?.id ?? null),
    )
    expect(seen).toEqual([secret, secret, secret, null, null])
    expect((await ask([{ __typename: 'Assurance', id: secret }], null)).data).toEqual({
      _entities: [null],
    })
  })

  test('a stranger reads what is public, and is refused the rest in its own place', async () => {
    const { data, errors } = await ask(
      [
        { __typename: 'Practice', odsCode: OF_EMIS },
        { __typename: 'Region', code: '5HQ' },
        { __typename: 'Organisation', code: 'DH' },
      ],
      null,
    )
    expect(data._entities).toEqual([null, { __typename: 'Region', code: '5HQ' }, null])
    expect(errors.map(({ path, extensions }) => [path?.[1], extensions?.code])).toEqual([
      [0, 'UNAUTHENTICATED'], [2, 'UNAUTHENTICATED'],
    ])
  })
})

describe('what stands for nothing here is refused, and says what would be right', () => {
  test.each([
    ['no type', { code: 'SCR' }, /^Representation 1 has to name its __typename, one of Assurance,/],
    ['an unknown type', { __typename: 'Ledger', id: '1' }, /one of Assurance, Consultation/],
    ['a type that is no entity', { __typename: 'Ruling', practiceCode: 'X' }, /its __typename/],
    ['a name of JavaScript', { __typename: 'constructor', id: '1' }, /its __typename/],
    ['no key', { __typename: 'Practice', code: OF_EMIS }, /has to name its odsCode, a text/],
    ['a key that is no text', { __typename: 'Rollout', id: 1 }, /has to name its id, a text/],
    ['an empty key', { __typename: 'Rollout', id: '' }, /has to name its id/],
    ['a key beyond length', { __typename: 'Rollout', id: 'R'.repeat(201) }, /200 characters/],
    ['a text', 'Practice', /its __typename/],
    ['a list', [], /its __typename/],
  ])('%s', async (_, representation, message) => {
    const { data, errors, code } = await ask([representation])
    expect({ data, code }).toEqual({ data: null, code: 'INVALID_INPUT' })
    expect(errors[0]!.message).toMatch(message)
  })

  test('the one that is wrong is named by its place', async () => {
    const right = { __typename: 'Programme', code: 'SCR' }
    const { errors } = await ask([right, right, { __typename: 'Programme' }])
    expect(errors[0]!.message).toMatch(/^Representation 3 has to name its code/)
  })

  test.each([
    ['practices', { __typename: 'Practice', odsCode: OF_EMIS }, 10_000],
    ['other things', { __typename: 'Region', code: '5HQ' }, 200],
  ])('of %s at once there may be so many and no more', async (_, one, most) => {
    const many = Array.from({ length: most }, () => one)
    expect((await ask(many)).data._entities).toHaveLength(most)
    const { code, errors } = await ask([...many, one])
    expect(code).toBe('INVALID_INPUT')
    expect(errors[0]!.message).toBe(
      'At most 10000 practices and 200 other things are asked for at once.',
    )
  })
})

test('a gateway is answered by compiled queries: others take ten times as long', async () => {
  const compiled = compileQuery(buildSchema(), parse(ENTITIES))
  if (!isCompiledQuery(compiled)) throw new Error('it does not compile')
  const variables = { representations: [{ __typename: 'Region', code: '5HQ' }] }
  const answer = await compiled.query(undefined, contextOf(world.maker, ADMIN), variables)
  expect(answer).toEqual({ data: { _entities: [{ __typename: 'Region', code: '5HQ' }] } })
})

test('written into the query they are read as well', async () => {
  const { data, errors } = await world.ask(
    `query ($code: ID!) {
      _entities(representations: [{ __typename: "Region", code: $code }]) { ... on Region { code } }
    }`,
    { code: '5HQ' },
  )
  expect(errors).toEqual([])
  expect(data._entities).toEqual([{ code: '5HQ' }])
})

test('a gateway is told the schema; clients’ contract holds nothing of the gateway’s', async () => {
  const { _service } = await world.must('{ _service { sdl } }')
  expect(_service.sdl).toBe(subgraphSdl(buildSchema()))
  expect(() => parse(_service.sdl)).not.toThrow()
  expect(printedSchema()).not.toMatch(/_Any|_Entity|_Service|_entities|_service|@key|@tag/)
})
