import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  getNamedType, isInterfaceType, isLeafType, isObjectType, type GraphQLObjectType,
} from 'graphql'
import { buildSchema } from '../../api/schema.js'
import type { World } from '../world/world.js'
import type { Outcome } from './who-sees-what.roles.js'
import { ARGUMENTS, TYPES, type TypeRow } from './who-sees-what.table.js'
import { openSmallEngland, PEOPLE, type Who } from './who-sees-what.world.js'

const schema = buildSchema()
const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) && !type.name.startsWith('__') && !ROOTS.includes(type),
)
const fieldsOf = (type: GraphQLObjectType): string[] => Object.keys(type.getFields()).sort()

/** Types made of another by one rule: they show what that shows, to whom that is shown. */
const MADE: readonly (readonly [RegExp, (fields: string[]) => boolean])[] = [
  [/Connection$/, (fields) => String(fields) === 'edges,pageInfo,totalCount'],
  [/Edge$/, (fields) => String(fields) === 'cursor,node'],
  // Answered to nobody but whoever gave the change.
  [/Change$/, (fields) =>
    ['effect', 'proposal', 'status'].every((name) => fields.includes(name)) && fields.length <= 4],
]
const madeBy = ({ name }: GraphQLObjectType) => MADE.find(([pattern]) => pattern.test(name))

let world: World
beforeAll(async () => {
  world = await openSmallEngland()
})
afterAll(() => world.close())

test('every field of every type has its row', () => {
  const own = types.filter((type) => !madeBy(type))
  for (const type of types.filter(madeBy)) expect(madeBy(type)![1](fieldsOf(type))).toBe(true)
  const rows = Object.entries(TYPES).map(([name, { open, closed = {} }]) => [
    name, [...open.split(' ').filter(Boolean), ...Object.keys(closed)].sort(),
  ])
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(own.map((type) => [type.name, fieldsOf(type)])),
  )
})

/** Enough of what a field answers to tell one answer from another. */
const selectionOf = (type: GraphQLObjectType, field: string): string => {
  const named = getNamedType(type.getFields()[field]!.type)
  if (isLeafType(named)) return ''
  const fields = isObjectType(named) || isInterfaceType(named) ? named.getFields() : {}
  const telling = ['id', 'totalCount'].filter((name) => name in fields)
  return `{ ${['__typename', ...telling].join(' ')} }`
}

/** All that stands under the alias `it`, wherever that is. */
const found = (answer: unknown): unknown[] => {
  if (typeof answer !== 'object' || answer === null) return []
  if ('it' in answer) return [answer.it]
  return Object.values(answer).flatMap(found)
}

type Seen = { readonly code: string | null; readonly values: unknown[] }

const look = async (who: Who, type: string, { at }: TypeRow, field: string): Promise<Seen> => {
  const selection = selectionOf(schema.getType(type) as GraphQLObjectType, field)
  const asked = `it: ${field}${ARGUMENTS[`${type}.${field}`] ?? ''} ${selection}`
  const { data, code } = await world.ask(`{ ${at!.replace('#', asked)} }`, {}, PEOPLE[who])
  return { code, values: found(data) }
}

/** What somebody got, as the table writes it; `same` where it is what an auditor gets. */
const outcomeOf = ({ code, values }: Seen, auditor: Seen): Outcome => {
  if (code) return code
  if (values.length === 0) return null
  if (JSON.stringify(values) === JSON.stringify(auditor.values)) return 'same'
  if (values.every((value) => value === null)) return null
  const [value] = values as { totalCount?: number }[]
  return values.length === 1 && value?.totalCount !== undefined ? value.totalCount : 'own'
}

const WHO = Object.keys(PEOPLE) as Who[]
const rows = Object.entries(TYPES).filter(([, { at }]) => at !== null)

test.each(rows)('%s: every field, for every role', async (type, row) => {
  const { hidden = {}, open, closed = {} } = row
  const told: Record<string, Outcome> = {}
  const expected: Record<string, Outcome> = {}
  for (const field of [...open.split(' ').filter(Boolean), ...Object.keys(closed)]) {
    const auditor = await look('AUDITOR', type, row, field)
    expect({ field, code: auditor.code }).toEqual({ field, code: closed[field]?.AUDITOR ?? null })
    if (!auditor.code) expect(auditor.values.length).toBeGreaterThan(0)
    for (const who of WHO.filter((each) => each !== 'AUDITOR')) {
      const seen = await look(who, type, row, field)
      told[`${who} ${field}`] = outcomeOf(seen, auditor)
      const exceptions = { ...closed[field], ...hidden }
      expected[`${who} ${field}`] = who in exceptions ? exceptions[who]! : 'same'
    }
  }
  // A caller's own answer may happen to be an auditor's.
  for (const [key, outcome] of Object.entries(expected)) {
    if (outcome === 'own' && told[key] === 'same') told[key] = 'own'
  }
  expect(told).toEqual(expected)
})
