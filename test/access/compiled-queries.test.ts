import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execute, parse, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { formatError } from '../../api/format-error.js'
import { buildSchema } from '../../api/schema.js'
import { contextOf } from '../../api/http/request-context.js'
import { ADMIN, leadOf, openWorld, partner, type World } from '../world/world.js'
import { makeSigner, serve, sign, type Served, type Signer } from './served.js'

let world: World
let served: Served
let issuer: Signer
let schema: GraphQLSchema

beforeAll(async () => {
  world = await openWorld('demonstration')
  issuer = await makeSigner('tests')
  served = await serve(world, [issuer])
  schema = buildSchema()
})
afterAll(async () => {
  await served.close()
  await world.close()
})

type Variables = Record<string, unknown>
type Person = typeof ADMIN | null

/** As GraphQL's own reference has it, in plain JSON. */
const ordinary = async (query: string, variables: Variables, actor: Person) => {
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: contextOf(world.maker, actor),
  })
  const said = errors?.map((error) => formatError(error.toJSON(), error))
  return JSON.stringify({ ...(said && { errors: said }), data })
}

const overHttp = async (query: string, variables: Variables, actor: Person) => {
  const { subject, ...rest } = actor ?? {}
  const token = actor && (await sign(issuer, { ...rest, sub: subject }))
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  return (await served.post(query, headers, variables)).text()
}

/** Asked twice, so that the second answer comes from what the first one compiled. */
const expectSame = async (query: string, variables: Variables, actor: Person) => {
  const expected = await ordinary(query, variables, actor)
  expect(await overHttp(query, variables, actor)).toBe(`${expected}\n`)
  expect(await overHttp(query, variables, actor)).toBe(`${expected}\n`)
  return expected
}

const RULING = `query ($code: ID!, $at: DateTime, $why: Boolean! = true, $terse: Boolean = false) {
  ruling(practice: $code, at: $at) {
    outcome at basis validUntil
    reasons @include(if: $why) { code message @skip(if: $terse) suspension { id from strength } }
    ...More
    practice { ...Where @skip(if: $terse) odsCode }
  }
}
fragment More on Ruling { obligations { code } outcome rollouts { ...Run region { code } } }
fragment Run on Rollout { id classification startedAt region { name kind } }
fragment Where on Practice { odsCode openAt regionAt { code ancestors { code kind } } }`

const LISTS = `query Lists($first: Int = 2, $kind: RegionKind = PCT, $order: Direction! = DESC) {
  regions(first: $first, filter: { kind: $kind }, orderBy: { field: NAME, direction: $order }) {
    totalCount
    edges { cursor node { ...R } }
    pageInfo { hasNextPage endCursor }
  }
  other: regions(first: 1) { edges { node { ...R parents { from to region { code } } } } }
  __typename
}
fragment R on Region { code title: name kind __typename }`

test.each<[string, string, Variables, Person]>([
  ['aliases and arguments', '{ a: region(code: "5HQ") { code } b: region(code: "Q31") { code } }',
    {}, null],
  ['a field asked for twice', '{ region(code: "5HQ") { code code ... { code name } } }', {}, null],
  ['nothing found', '{ region(code: "NONE") { code } rollout(id: "R-0") { id } }', {}, null],
  ['the order of what is asked', '{ b: ledgerHead { root at sequence } a: __typename }', {}, null],
  ['a type condition', '{ region(code: "5HQ") { ... on Region { name } ...F } } ' +
    'fragment F on Region { kind ... @include(if: false) { code } }', {}, null],
  ['a ruling that permits', RULING, { code: 'DEMO0589' }, ADMIN],
  ['a ruling with a moment', RULING, { code: 'DEMO0589', at: '2010-04-01T12:00:00+01:00' }, ADMIN],
  ['a ruling without its reasons', RULING, { code: 'DEMO2000', why: false }, ADMIN],
  ['a terse ruling', RULING, { code: 'DEMO2000', terse: true }, ADMIN],
  ['a ruling with a null', RULING, { code: 'DEMO2000', at: null }, ADMIN],
  ['a code that is a number', RULING, { code: 5000 }, ADMIN],
  ['a ruling for a supplier', RULING, { code: 'DEMO2000' }, partner('EMIS')],
  ['a ruling for a stranger', RULING, { code: 'DEMO2000' }, leadOf('Q36')],
  ['lists with what is usual', LISTS, {}, null],
  ['lists with other variables', LISTS, { first: 3, kind: 'SHA', order: 'ASC' }, null],
  ['lists with a null', LISTS, { kind: null }, null],
  ['more variables than declared', LISTS, { first: 1, unknown: true }, null],
  ['counts', '{ region(code: "Q31") { rulingCounts(activity: VIEW) { permitted refused } } }', {},
    null],
  ['many rulings', '{ rulings(practices: ["DEMO0001", "NONE"]) { practiceCode outcome } }', {},
    ADMIN],
  ['entries of the ledger', `{ ledgerEntries(first: 2, orderBy: { field: SEQUENCE }) {
    edges { node { sequence at kind body { table key before after } } } } }`, {}, ADMIN],
])('%s: a compiled query answers as any other', async (_, query, variables, actor) => {
  const name = query.startsWith('query Lists') ? 'Lists' : undefined
  expect(isCompiledQuery(compileQuery(schema, parse(query), name))).toBe(true)
  const answer = await expectSame(query, variables, actor)
  expect(answer).not.toContain('"errors"')
})

const NESTED = `query ($first: Int) { region(code: "5HQ") {
  code practices(first: $first) { totalCount } parents { region { code } } } }`

test.each<[string, string, Variables, Person, string]>([
  ['no token', '{ region(code: "5HQ") { code practices { totalCount } } }', {}, null,
    'UNAUTHENTICATED'],
  ['no token for one of two', '{ ledgerHead { sequence } viewer { subject } ' +
    'practice(odsCode: "DEMO0589") { name } }', {}, null, 'UNAUTHENTICATED'],
  ['a role that may not', '{ ledgerEntries { totalCount } }', {}, partner('EMIS'), 'FORBIDDEN'],
  ['a programme nobody knows', '{ region(code: "5HQ") { name rulingCounts(programme: "X") ' +
    '{ permitted } } }', {}, null, 'NOT_FOUND'],
  ['a page that is too long', NESTED, { first: 201 }, ADMIN, 'INVALID_INPUT'],
  ['a cursor that is none', '{ regions(after: "?") { totalCount } }', {}, null, 'INVALID_INPUT'],
])('%s: an error in a field is told as ever', async (_, query, variables, actor, code) => {
  const { errors } = JSON.parse(await expectSame(query, variables, actor))
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ path: expect.any(Array), extensions: { code } })
})

test.each<[string, string, Variables]>([
  ['a missing variable', RULING, {}],
  ['null for what has to be', RULING, { code: null }],
  ['a moment that is none', RULING, { code: 'DEMO0589', at: 'yesterday' }],
  ['a text for a yes or no', RULING, { code: 'DEMO0589', terse: 'yes' }],
  ['a text for a number', LISTS, { first: '2' }],
  ['half a number', LISTS, { first: 2.5 }],
  ['a word that is no kind', LISTS, { kind: 'PLANET' }],
])('%s: variables are checked as ever', async (_, query, variables) => {
  const answer = await overHttp(query, variables, ADMIN)
  const expected = JSON.parse(await ordinary(query, variables, ADMIN))
  const { errors } = JSON.parse(answer)
  // GraphQL says how many are wrong; the words are ours, and one error tells of all.
  expect(errors[0].extensions.validationErrors).toHaveLength(expected.errors.length)
  expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
})

test('of two operations the one that is named is answered, whichever came first', async () => {
  const query = 'query A { a: ledgerHead { sequence } } query B { b: ledgerHead { sequence } }'
  const ask = async (operationName: string) => {
    const response = await fetch(`${served.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    })
    return Object.keys(((await response.json()) as { data: object }).data)
  }
  expect([await ask('A'), await ask('B'), await ask('A')]).toEqual([['a'], ['b'], ['a']])
})

test('introspection is answered as ever, whether asked for directly or in a fragment', async () => {
  await expectSame('{ __type(name: "Region") { name fields { name } } }', {}, null)
  await expectSame('{ ...S } fragment S on Query { __type(name: "Basis") { name } }', {}, null)
  await expectSame('{ ... { __schema { queryType { name } } } }', {}, null)
})

// Written out, each fragment stands there twice as often as the one before it: compiled, they would
// keep the process for longer than a test may take.
test('fragments that double each other hold nobody up', async () => {
  const levels = Array.from({ length: 17 }, (_, level) => level)
  const doubled = levels.map((level) => {
    const next = `{ ...F${level + 1} }`
    return `fragment F${level} on Assurance { supersedes ${next} supersededBy ${next} }`
  })
  const query = `query ($id: ID!) { assurance(id: $id) { ...F0 } } ${doubled.join(' ')}
    fragment F17 on Assurance { id }`
  await expectSame(query, { id: 'A-1' }, null)
})
