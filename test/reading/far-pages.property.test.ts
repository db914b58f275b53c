import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse, print } from '@0no-co/graphql.web'
import fc from 'fast-check'
import { getNamedType, isEnumType, isInputObjectType, type GraphQLField } from 'graphql'
import { buildSchema } from '../../api/schema.js'
import { PageReader, type AskPage } from '../../console/providers/page-reader.js'
import type { ListVariables, Source } from '../../console/providers/source.js'
import { done } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('demonstration')
})
afterAll(() => world.close())

/** Asks as the console does, and counts how often. */
const asking = (): { ask: AskPage; count: () => number } => {
  let asked = 0
  const ask = async (document: object, variables: object) => {
    asked += 1
    return world.must(print(document as any), variables as Record<string, unknown>, ADMIN)
  }
  return { ask: ask, count: () => asked }
}

type Variables = Omit<ListVariables, 'first' | 'after'>
type List = Source['list']

/** Every place of a list, from the start to the end: each names one row. */
const allOf = async (list: List, variables: Variables): Promise<string[]> => {
  const places: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const asked: object = { ...variables, first: 200, after }
    const { page } = await world.must(print(list), asked as never, ADMIN)
    places.push(...page.edges.map(({ cursor }: { cursor: string }) => cursor))
    after = places.at(-1) ?? null
    more = page.edges.length === 200
  }
  return places
}

const schema = buildSchema()
const named = (field: GraphQLField<unknown, unknown>, name: string) =>
  field.args.find((arg) => arg.name === name)

/** Every list that can be sorted, with every field it can be sorted by. */
const LISTS = Object.values(schema.getQueryType()!.getFields())
  .filter((field) => named(field, 'after') && named(field, 'orderBy'))
  .flatMap((field) => {
    const order = getNamedType(named(field, 'orderBy')!.type)
    const by = isInputObjectType(order) && getNamedType(order.getFields().field!.type)
    return (isEnumType(by) ? by.getValues() : []).map(({ name }) => [field.name, name] as const)
  })

const documentOf = (name: string): List => {
  const { args } = schema.getQueryType()!.getFields()[name]!
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(' ')
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(' ')
  const rows = 'totalCount edges { cursor node { __typename } }'
  return parse(`query (${declared}) { page: ${name}(${given}) { ${rows} } }`)
}

const DIRECTIONS = ['ASC', 'DESC'] as const
const sorted = (field: string, direction: 'ASC' | 'DESC', rest: object = {}): Variables => ({
  orderBy: { field, direction }, ...rest,
})

/** Pages of a list by their numbers, in any order, are its rows from there on. */
const holds = async (list: List, variables: Variables, numRuns: number): Promise<void> => {
  const all = await allOf(list, variables)
  const wanted = fc.record({
    perPage: fc.integer({ min: 1, max: 60 }),
    share: fc.integer({ min: 0, max: 110 }).map((percent) => percent / 100),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(wanted, { minLength: 1, maxLength: 4 }), async (pages) => {
      const reader = new PageReader(asking().ask)
      for (const { perPage, share } of pages) {
        const page = 1 + Math.floor((share * all.length) / perPage)
        const { edges, totalCount } = await reader.pageOf(list, { variables, page, perPage })
        const from = (page - 1) * perPage
        expect(edges.map(({ cursor }) => cursor)).toEqual(all.slice(from, from + perPage))
        expect(totalCount).toBe(all.length)
      }
    }),
    { numRuns },
  )
}

describe('a page by its number has its rows, from whichever end it is reached', () => {
  test.each(LISTS)('of %s by %s', async (name, field) => {
    for (const direction of DIRECTIONS) {
      await holds(documentOf(name), sorted(field, direction), 3)
    }
  })

  test.each([
    ['practices', 'NAME', { filter: { region: 'Q31' } }],
    ['ledgerEntries', 'SEQUENCE', { filter: { table: 'rollout' } }],
    ['ledgerEntries', 'SEQUENCE', { at: '2010-01-01T00:00:00Z' }],
    ['rollouts', 'REGION', { knownAt: '2010-01-01T00:00:00Z' }],
  ])('of %s by %s, narrowed or as at a moment', async (name, field, rest) => {
    await holds(documentOf(name), sorted(field, 'DESC', rest), 5)
  })
})

describe('the last page', () => {
  const ledger = documentOf('ledgerEntries')
  const variables = sorted('SEQUENCE', 'DESC')

  test('is asked for at once, however many are before it', async () => {
    const { ask, count } = asking()
    const reader = new PageReader(ask)
    const { totalCount } = await reader.pageOf(ledger, { variables, page: 1, perPage: 25 })
    const page = Math.ceil(totalCount / 25)
    const { edges } = await reader.pageOf(ledger, { variables, page, perPage: 25 })
    expect(totalCount).toBeGreaterThan(8_000)
    expect(edges).toHaveLength(totalCount % 25 || 25)
    expect(count()).toBe(2)
  })

  test('of an order the API was not told of is walked to, and is the same', async () => {
    const reader = new PageReader(asking().ask)
    const list = documentOf('regions')
    const all = await allOf(list, {})
    const wanted = { variables: {}, page: Math.ceil(all.length / 25), perPage: 25 }
    const { edges } = await reader.pageOf(list, wanted)
    expect(edges.map(({ cursor }) => cursor)).toEqual(all.slice((wanted.page - 1) * 25))
  })

  test.each(DIRECTIONS)('is the last page still once the list has grown, %s', async (direction) => {
    const reader = new PageReader(asking().ask)
    const [list, by] = [documentOf('organisations'), sorted('CODE', direction)]
    const before = await allOf(list, by)
    const page = Math.ceil(before.length / 2)
    const last = () => reader.pageOf(list, { variables: by, page, perPage: 2 })
    await last()
    for (const code of ['0', 'Z']) {
      await done(world, 'recordOrganisation', { code: `${code}${direction}`, name: 'New' })
    }
    const { edges, totalCount } = await last()
    const all = await allOf(list, by)
    expect(totalCount).toBe(before.length + 2)
    expect(edges.map(({ cursor }) => cursor)).toEqual(all.slice(page * 2 - 2, page * 2))
  })
})
