import { expect, test } from '@jest/globals'
import { composeSchemaContract, composeServices } from '@theguild/federation-composition'
import { buildSchema as buildFrom, isEnumType, isObjectType, parse } from 'graphql'
import { subgraphSdl } from '../../api/federation/subgraph-sdl.js'
import { buildSchema } from '../../api/schema.js'
import { PRACTICE_REGISTER } from './practice-register.js'

const SDL = subgraphSdl(buildSchema())
const HOLDFAST = { name: 'holdfast', url: 'http://127.0.0.1/', typeDefs: parse(SDL) }
const subgraph = (sdl: string) => ({
  name: 'emis', url: 'http://127.0.0.2/', typeDefs: parse(`
    extend schema @link(
      url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"]
    )
    ${sdl}
    type Query { customers: [Practice!]! }
  `),
})
const faults = (sdl: string): string[] =>
  (composeServices([HOLDFAST, subgraph(sdl)]).errors ?? []).map(({ message }) => message)

test.each([
  ['Assurance', 'id'], ['Consultation', 'id'], ['Organisation', 'code'], ['Practice', 'odsCode'],
  ['Programme', 'code'], ['Region', 'code'], ['Rollout', 'id'], ['Suspension', 'id'],
])('another subgraph may add to %s, which it knows by its %s', (type, key) => {
  const own = type === 'Practice' ? '' : 'type Practice @key(fields: "odsCode") { odsCode: ID! }'
  const added = `${own} type ${type} @key(fields: "${key}") { ${key}: ID! ofTheirs: String }`
  expect(faults(added)).toEqual([])
})

test('a supplier’s register composes, though it has pages as we have', () => {
  const typeDefs = parse(PRACTICE_REGISTER)
  const composed = composeServices([HOLDFAST, { ...subgraph(''), typeDefs }])
  expect(composed.errors).toBeUndefined()
})

const PRACTICE = 'type Practice @key(fields: "odsCode") { odsCode: ID! }'

test.each([
  ['rules on practices itself', `type Practice @key(fields: "odsCode") {
    odsCode: ID! ruling: Ruling } type Ruling @shareable { outcome: Outcome! }
    enum Outcome { PERMIT REFUSE }`],
  ['answers an outcome', `${PRACTICE} type Ruling @shareable { outcome: String! }`],
  ['answers a reason', `${PRACTICE} type Reason @shareable { message: String! }`],
  ['names a practice otherwise', `type Practice @key(fields: "odsCode") {
    odsCode: ID! name: String! }`],
  ['says what a suspension is', `${PRACTICE} type Suspension @key(fields: "id") {
    id: ID! reason: String! }`],
])('no supergraph is made with a subgraph that %s', (_, sdl) => {
  expect(faults(sdl)).not.toEqual([])
})

test('the tag “partner” leaves what a supplier’s systems use, and nothing that governs', () => {
  const filter = { include: new Set(['partner']), exclude: new Set<string>() }
  const composed = composeSchemaContract([HOLDFAST], filter)
  if (composed.errors) throw new Error(composed.errors.join('\n'))
  const schema = buildFrom(composed.publicSdl)
  const whole = buildSchema()
  expect(Object.keys(schema.getMutationType()!.getFields())).toEqual(['reportUploads'])
  const queries = Object.keys(schema.getQueryType()!.getFields())
  expect(queries).toEqual(expect.arrayContaining(['ruling', 'rulings', 'practices', 'suspension']))
  for (const hidden of ['proposals', 'refusedAttempts', 'ledgerEntries', 'uploadReports']) {
    expect(queries).not.toContain(hidden)
  }
  expect(schema.getType('Proposal')).toBeUndefined()
  for (const name of ['Ruling', 'Reason', 'Suspension', 'Practice', 'Outcome', 'ReasonCode']) {
    const [here, there] = [schema.getType(name)!, whole.getType(name)!]
    const names = (type: typeof here) =>
      isObjectType(type)
        ? Object.keys(type.getFields()).sort()
        : isEnumType(type) && type.getValues().map((value) => value.name).sort()
    expect(names(here)).toEqual(names(there))
  }
})
