import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql'
import { buildSchema } from '../../api/schema.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

const schema = buildSchema()
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Stands in whatever is sent, and may stand in nothing that is answered. */
const SECRET = 'xyzzy-4711'
const secret = fc.constantFrom<unknown>(
  SECRET, 47114711.5, -4711, [SECRET], { [SECRET]: 1 }, [[SECRET]], { code: SECRET }, [null], null,
  true, `" at "input"; ${SECRET}`, `${SECRET}\u0000`, 4711e30, { reason: SECRET, [SECRET]: SECRET },
)

/** A value of some type that is wrong in places, and says the secret wherever it is wrong. */
const spoilt = (type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> => {
  if (isNonNullType(type)) return spoilt(type.ofType, depth)
  if (depth > 3) return secret
  if (isListType(type)) {
    return fc.oneof(secret, fc.array(spoilt(type.ofType, depth + 1), { maxLength: 3 }))
  }
  if (!isInputObjectType(type)) return secret
  const fields = Object.values(type.getFields()).map(
    (field) => [field.name, spoilt(field.type, depth + 1)] as const,
  )
  return fc.oneof(secret, fc.record(Object.fromEntries(fields), { requiredKeys: [] }))
}

/** GraphQL's way to write a value in a query. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([name]) => /^[a-z]\w*$/i.test(name))
  return `{ ${fields.map(([name, each]) => `${name}: ${literalOf(each)}`).join(', ')} }`
}

const inputs = Object.values(schema.getMutationType()!.getFields()).map(
  ({ name, args }) => [name, args.find((argument) => argument.name === 'input')!.type] as const,
)
const CODES = [
  'BAD_USER_INPUT', 'INVALID_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED',
]
/** Beyond its form an input is judged by the programme, whose refusals name what they are about. */
const isOfForm = (code: string | null): boolean => code !== null && CODES.includes(code)

const expectNamed = (errors: readonly any[], code: string | null) => {
  const text = JSON.stringify(errors)
  expect(text).not.toMatch(/xyzzy|4711/)
  if (code !== 'BAD_USER_INPUT') return
  const [{ extensions }] = errors as any
  expect(extensions.validationErrors.length).toBeGreaterThan(0)
  for (const { field, rules } of extensions.validationErrors) {
    expect(field).toMatch(/^input/)
    expect(rules.join()).toMatch(/^must /)
  }
}

test.each(inputs)('%s says which field breaks which rule, and repeats nothing', async (...of) => {
  const [name, type] = of
  const source = `mutation ($input: ${String(type)}) { ${name}(input: $input) { __typename } }`
  let ofForm = 0
  await fc.assert(
    fc.asyncProperty(spoilt(type), async (input) => {
      const { errors, code } = await world.ask(source, { input }, ADMIN)
      if (!isOfForm(code)) return
      ofForm += 1
      expectNamed(errors, code)
      const literal = `mutation { ${name}(input: ${literalOf(input)}) { __typename } }`
      const written = await world.ask(literal, {}, ADMIN)
      if (isOfForm(written.code)) expectNamed(written.errors, written.code)
    }),
    { numRuns: 12 },
  )
  expect(ofForm).toBeGreaterThan(2)
})

test.each([
  ['a text where a name belongs', `{ region("${SECRET}") { code } }`],
  ['a block', `{ """${SECRET}""" }`],
  ['a number', '{ region(code 4711) { code } }'],
  ['a text without an end', `{ region(code: "${SECRET}) { code } }`],
  ['a number followed by letters', '{ regions(first: 4711xyzzy) { totalCount } }'],
  ['a name after the end', '{ viewer { subject } } xyzzy'],
  ['an escape that is none', `{ region(code: "\\xyzzy") { code } }`],
  ['a value of another kind', `{ regions(first: "${SECRET}") { totalCount } }`],
  ['a value of no list', `{ regions(orderBy: { field: xyzzy }) { totalCount } }`],
  ['a default', `query ($n: Int = "${SECRET}") { regions(first: $n) { totalCount } }`],
])('%s is refused and not repeated', async (_, source) => {
  const { code, errors } = await world.ask(source, {}, ADMIN)
  expect(isOfForm(code)).toBe(true)
  expect(JSON.stringify(errors)).not.toMatch(/xyzzy|4711/)
  expect(errors[0]!.locations).toHaveLength(1)
})

test.each<[string, string, string, string, unknown]>([
  ['a whole number', 'Int!', 'regions(first: $v) { totalCount }', 'v must be a whole number', 'x'],
  ['one that is left out', 'ID!', 'region(code: $v) { code }', 'v must be given, and not null',
    undefined],
  ['null', 'ID!', 'region(code: $v) { code }', 'v must be given, and not null', null],
  ['a value of a list', 'Activity', 'ruling(practice: "A00001", activity: $v) { outcome }',
    'v must be one of INFORM, UPLOAD, VIEW or START', 'EAT'],
  ['a field in a list', '[ID!]!', 'rulings(practices: $v) { outcome }',
    'v.1 must be a text or a whole number', ['A00001', {}]],
  ['a field too many', 'RegionFilter', 'regions(filter: $v) { totalCount }',
    'v must have no other fields than kind, parent, within, search', { nme: 1 }],
  ['a moment', 'DateTime', 'regions(at: $v) { totalCount }',
    'v must be a moment from 1900 on with its zone, such as 2010-04-16T09:00:00Z', 'today'],
])('of %s it is said what would be right', async (_, type, field, said, value) => {
  const { errors } = await world.ask(`query ($v: ${type}) { ${field} }`, { v: value }, ADMIN)
  expect(errors[0]?.message).toContain(`Something in the variables is wrong: ${said}`)
})

test('of a value in the query itself as well, with the place where it stands', async () => {
  const source = '{ regions(filter: { kind: VILLAGE, search: 1 }) { totalCount } }'
  const { errors } = await world.ask(source, {}, ADMIN)
  expect(errors.map(({ message }) => message)).toEqual([
    'Something in the query is wrong: filter.kind must be one of COUNTRY, SHA, PCT or OTHER.',
    'Something in the query is wrong: filter.search must be a text.',
  ])
  expect(errors[0]?.locations).toEqual([{ line: 1, column: 27 }])
})
