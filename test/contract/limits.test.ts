import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { getIntrospectionQuery } from 'graphql'
import { contextOf } from '../../api/http/request-context.js'
import { buildSchema } from '../../api/schema.js'
import { apolloOn } from '../../api/server.js'
import { serveWorld, type Served } from '../access/served.js'
import type { World } from '../world/world.js'

let world: World
let served: Served
let authorization: string

beforeAll(async () => {
  ;({ world, served, authorization } = await serveWorld('AUDITOR'))
})
afterAll(() => served.close())

const answerOf = async (response: Response) => {
  const { data, errors = [] }: any = await response.json()
  const { code = null, ...details } = errors[0]?.extensions ?? {}
  return { status: response.status, data, code, details, message: errors[0]?.message }
}

const ask = async (query: string, variables = {}) =>
  answerOf(await served.post(query, { authorization }, variables))

const send = async (body: string) => {
  const headers = { 'content-type': 'application/json', authorization }
  const response = await fetch(`${served.address}/graphql`, { method: 'POST', headers, body })
  return answerOf(response)
}

const expectBoth = async (
  within: Promise<{ code: string | null }>,
  beyond: Promise<{ status: number; code: string | null; data: unknown; message: string }>,
  code: string,
  most: RegExp,
) => {
  expect((await within).code).toBeNull()
  const { status, message, data, ...refused } = await beyond
  expect({ status, code: refused.code, data }).toEqual({ status: 400, code, data: undefined })
  expect(message).toMatch(most)
}


/** A document of so many levels. */
const deep = (levels: number): string =>
  `{ region(code: "Q31") {${' ancestors {'.repeat(levels - 2)} code ${'}'.repeat(levels - 2)} } }`
describe('each limit holds just over it and not just under it', () => {
  const spread = (levels: number): string =>
    Array.from({ length: levels }, (_, level) =>
      `fragment F${level} on Region { ancestors { ...F${level + 1} } }`).join('\n') +
    ` fragment F${levels} on Region { code }`

  test('depth', () =>
    expectBoth(ask(deep(20)), ask(deep(21)), 'QUERY_TOO_DEEP', /20 levels/))

  test('depth, through fragments', () =>
    expectBoth(
      ask(`{ region(code: "Q31") { ...F0 } } ${spread(18)}`),
      ask(`{ region(code: "Q31") { ...F0 } } ${spread(19)}`),
      'QUERY_TOO_DEEP', /20 levels/,
    ))

  const aliases = (many: number): string =>
    Array.from({ length: many }, (_, each) => `a${each}: __typename`).join(' ')

  test('aliases', () =>
    expectBoth(
      ask(`{ ${aliases(30)} }`), ask(`{ ${aliases(31)} }`), 'TOO_MANY_ALIASES', /30 aliases/,
    ))

  test('aliases, through fragments that are spread twice', () => {
    const twice = (many: number) => `{ a: region(code: "Q31") { ...F } b: region(code: "Q32") { ...F } }
      fragment F on Region { ${aliases(many)} }`
    return expectBoth(ask(twice(14)), ask(twice(15)), 'TOO_MANY_ALIASES', /30 aliases/)
  })

  test('directives', () => {
    const directives = (many: number) =>
      `{ ${'...F @skip(if: false) '.repeat(many - 1)} } fragment F on Query { __typename @skip(if: false) }`
    return expectBoth(
      ask(directives(50)), ask(directives(51)), 'TOO_MANY_DIRECTIVES', /50 directives/,
    )
  })

  test('words and signs', () => {
    const long = (tokens: number) =>
      `{ rulings(practices: [${'"A" '.repeat(tokens - 12)}]) { outcome } }`
    return expectBoth(ask(long(10_000)), ask(long(10_001)), 'QUERY_TOO_LONG', /10000 words/)
  })

  test('lists and objects in each other', () => {
    const body = (levels: number) =>
      `{ "query": "{ __typename }", "variables": { "a": ${'['.repeat(levels - 2)}${']'.repeat(levels - 2)} } }`
    return expectBoth(send(body(32)), send(body(33)), 'VARIABLES_TOO_DEEP', /32 levels/)
  })

  test('a list of requests is refused, and one is not', () => {
    const one = '{ "query": "{ __typename }" }'
    return expectBoth(send(one), send(`[${one}]`), 'BATCH_REFUSED', /one at a time/)
  })
})

describe('what a request may cost', () => {
  const rulings = (many: number) => ({
    practices: Array.from({ length: many }, (_, each) => `DEMO${String(each).padStart(4, '0')}`),
  })
  const BATCH = `query ($practices: [ID!]!) { rulings(practices: $practices) {
    practiceCode activity outcome basis at validUntil registerSequence practice { odsCode name }
    reasons { code message remedy permittedFrom suspension { id } unmet { id } }
    advisories { id } dispensations { id } obligations { code text }
    rollouts { id classification } } }`
  const TREE = `query ($first: Int!) { regions(first: $first) { edges { node { code
    practices(first: 200) { edges { node { odsCode name } } } } } } }`

  test('every practice of England is asked about at once, with all there is to know', async () => {
    const { code, data } = await ask(BATCH, rulings(8_046))
    expect(code).toBeNull()
    expect(data.rulings).toHaveLength(8_046)
  })

  test('and with the practices in the document itself', async () => {
    const listed = rulings(8_046).practices.map((code) => `"${code}"`).join(' ')
    const { code, data } = await ask(`{ rulings(practices: [${listed}]) { outcome } }`)
    expect(code).toBeNull()
    expect(data.rulings).toHaveLength(8_046)
  })

  test('twice as much in one request is refused, whatever the aliases', async () => {
    const { selection } = /\{ (?<selection>rulings[^]+) \}$/.exec(BATCH)!.groups!
    const twice = `query ($practices: [ID!]!) { ${[1, 2, 3].map((n) => `a${n}: ${selection}`).join(' ')} }`
    const refused = await ask(twice, rulings(8_046))
    expect(refused).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' })
    expect((await ask(twice, rulings(10))).code).toBeNull()
  })

  test('pages within pages count as often as there may be something on them', async () => {
    const { code } = await ask(TREE, { first: 100 })
    expect(code).toBeNull()
    const deeper = TREE.replace('odsCode name', 'regionAt { practices { totalCount } }')
    const refused = await ask(deeper, { first: 100 })
    expect(refused).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' })
    expect(refused.details).toEqual({ costMax: 1_000_000, cost: expect.any(Number) })
  })

  test('the limit holds just over it and not just under it', () => {
    // 1 for the list, 100 for each of 9,999 practices, and 1 for each name of the type.
    const query = (more: number) => `query ($practices: [ID!]!) { ${'__typename '.repeat(more)}
      rulings(practices: $practices) { ${'outcome '.repeat(100)} } }`
    return expectBoth(
      ask(query(99), rulings(9_999)), ask(query(100), rulings(9_999)),
      'QUERY_TOO_COSTLY', /1000000 fields, and this one may come to 1000001/,
    )
  })

  test('what the whole schema is costs less than a request may', async () => {
    expect((await ask(getIntrospectionQuery())).code).toBeNull()
    const many = Array.from({ length: 25 }, (_, n) => `a${n}: __schema { queryType { name } }`)
      .join(' ')
    expect((await ask(`{ ${many} }`)).code).toBeNull()
    expect((await ask(`{ ${many} __schema { queryType { name } } }`)).code).toBe('QUERY_TOO_COSTLY')
  })
})

test('a document is validated once, however often it is sent', async () => {
  let validated = 0
  const counting = {
    requestDidStart: () => Promise.resolve({
      validationDidStart: () => {
        validated += 1
        return Promise.resolve()
      },
    }),
  }
  const apollo = apolloOn(buildSchema(), [counting])
  const send = async (query: string) => {
    const contextValue = contextOf(world.maker, null)
    await apollo.executeOperation({ query }, { contextValue })
  }
  for (let n = 0; n < 3; n += 1) await send('{ __typename }')
  expect(validated).toBe(1)
  await send('{ again: __typename }')
  expect(validated).toBe(2)
})

describe('what would hurt is refused at once, and others are answered', () => {
  const opening = (text: string, many: number): string => text.repeat(many)
  test.each([
    ['a document 10,000 levels deep', `${opening('{a', 10_000)}{b}${opening('}', 10_000)}`,
      'QUERY_TOO_DEEP'],
    ['3,000 levels', `${opening('{a', 3_000)}{b}${opening('}', 3_000)}`, 'QUERY_TOO_DEEP'],
    ['1,500 levels', `{${opening('a{', 1_500)}b${opening('}', 1_500)}}`, 'QUERY_TOO_DEEP'],
    ['10,000 aliases', `{ ${opening('a: __typename ', 10_000)} }`, 'QUERY_TOO_LONG'],
    ['a field 2,000 times', `{ ${opening('viewer { subject } ', 2_000)} }`, 'QUERY_TOO_LONG'],
    ['a list 4,000 levels deep',
      `{ rulings(practices: ${opening('[', 4_000)}${opening(']', 4_000)}) { at } }`,
      'QUERY_TOO_DEEP'],
    ['an object 2,000 levels deep',
      `{ regions(filter: ${opening('{a:', 2_000)}1${opening('}', 2_000)}) { totalCount } }`,
      'QUERY_TOO_DEEP'],
    ['fragments that go round',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'GRAPHQL_VALIDATION_FAILED'],
    ['fragments that double thirty times', `{ ...F0 } ${Array.from({ length: 30 }, (_, n) =>
      `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ')}
      fragment F30 on Query { __typename }`,
      'QUERY_TOO_COSTLY'],
  ])('%s', async (_, query, expected) => {
    const { status, code } = await ask(query)
    expect({ status, code }).toEqual({ status: 400, code: expected })
    expect((await ask('{ __typename }')).code).toBeNull()
  })

  test('a body of 50 million bytes', async () => {
    const { status, code } = await answerOf(await fetch(`${served.address}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.alloc(5e7, 32),
    }))
    expect({ status, code }).toEqual({ status: 413, code: 'REQUEST_TOO_LARGE' })
  })

  test('variables nested 500,000 levels deep', async () => {
    const value = opening('[', 500_000) + opening(']', 500_000)
    const { status, code } = await send(`{ "query": "{ __typename }", "variables": { "a": ${value} } }`)
    expect({ status, code }).toEqual({ status: 400, code: 'VARIABLES_TOO_DEEP' })
  })
})
