import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildSchema } from '../../api/schema.js'
import { tryReport } from '../breaches/reports.js'
import type { World } from '../world/world.js'
import { QUERIES, SUBSCRIPTIONS } from './who-asks-what.table.js'
import {
  FOREIGN, MOVED, openSmallEngland, OWN, PEOPLE, UNKNOWN, type Who,
} from './who-sees-what.world.js'

let world: World
beforeAll(async () => {
  world = await openSmallEngland()
})
afterAll(() => world.close())

test('every query has its row', () => {
  const fields = Object.keys(buildSchema().getQueryType()!.getFields())
  expect(Object.keys(QUERIES).sort()).toEqual(fields.sort())
})

test('every subscription has a test that says who may have it', () => {
  const fields = Object.keys(buildSchema().getSubscriptionType()?.getFields() ?? {})
  expect(Object.keys(SUBSCRIPTIONS).sort()).toEqual(fields.sort())
  for (const [field, file] of Object.entries(SUBSCRIPTIONS)) {
    expect(readFileSync(file, 'utf8')).toContain(field)
  }
})

const all = (answer: unknown, name: string): unknown[] => {
  if (typeof answer !== 'object' || answer === null) return []
  const here = name in answer ? [(answer as Record<string, unknown>)[name]] : []
  return [...here, ...Object.values(answer).flatMap((each) => all(each, name))]
}

/** Keys in order, a code, or `null`; a list says how many it has, and has as many. */
const told = async (who: Who, ask: string): Promise<string> => {
  const { data, code } = await world.ask(`{ ${ask} }`, {}, PEOPLE[who])
  if (code) return code
  if (Object.values(data).flat().includes(null)) return 'null'
  const keys = all(data, 'k').flat()
  for (const totalCount of all(data, 'totalCount')) expect(totalCount).toBe(keys.length)
  return keys.join(' ')
}

const rows = Object.values(QUERIES)
  .flat()
  .map(({ ask, are }) => [ask, are] as const)

test.each(rows)('%s', async (ask, are) => {
  const answers = await Promise.all((Object.keys(PEOPLE) as Who[]).map((who) => told(who, ask)))
  expect(answers).toEqual(are)
})

/** Whatever names a practice. What a supplier reported itself it may find again by the code. */
const NAMING: readonly string[] = [
  'practice(odsCode: "CODE") { name }',
  'practice(odsCode: "CODE", knownAt: "2010-04-01T00:00:00Z") { name }',
  'node(id: "Practice:CODE") { id }',
  'practice(odsCode: "CODE") { mailings { mailing } }',
  'practice(odsCode: "CODE") { mailings(at: "2010-04-01T00:00:00Z") { mailing } }',
  'practices(filter: { search: "CODE" }) { totalCount edges { cursor } pageInfo { endCursor } }',
  'practices(at: "2010-04-01T00:00:00Z", filter: { search: "CODE" }) { totalCount }',
  'region(code: "ENG") { practices(filter: { search: "CODE" }) { totalCount edges { cursor } } }',
  'agreements(filter: { practice: "CODE" }) { totalCount }',
  'suspension(id: "S-1") { conditionStates(practice: "CODE") { met evidence } }',
  'suspension(id: "S-1") { conditionStates(practice: "CODE", at: "2010-04-01T00:00:00Z") { met } }',
  ...['UPLOAD', 'VIEW', 'INFORM', 'START'].map(
    (activity) => `ruling(practice: "CODE", activity: ${activity}) {
      practiceCode practice { name } outcome basis reasons { code message remedy permittedFrom }
      advisories { id } dispensations { id } obligations { code } rollouts { id } at validUntil
      registerSequence }`,
  ),
  'ruling(practice: "CODE", at: "2010-04-01T00:00:00Z") { outcome reasons { message } validUntil }',
  'ruling(practice: "CODE", classification: ACCELERATED) { outcome reasons { message } }',
  'ruling(practice: "CODE", knownAt: "2010-04-01T00:00:00Z") { outcome reasons { message } }',
  `rulings(practices: ["${OWN}", "CODE"]) { practiceCode outcome reasons { code message } }`,
]
const ONLY_NOT_REPORTED: readonly string[] = [
  'breaches(filter: { practice: "CODE" }) { totalCount edges { cursor } }',
  'uploadReports(filter: { practice: "CODE" }) { totalCount edges { cursor } }',
]
const cases = [
  ...NAMING.flatMap((ask) => [[FOREIGN, ask], [MOVED, ask]] as const),
  ...ONLY_NOT_REPORTED.map((ask) => [FOREIGN, ask] as const),
]

describe('of a practice of others is told, letter for letter, what is told of none', () => {
  test.each(cases)('a supplier that asks of %s by %s', async (code, ask) => {
    for (const who of ['PARTNER', 'PRACTICE'] as const) {
      const [others, none] = await Promise.all(
        [code, UNKNOWN].map(async (named) => {
          const answer = await world.ask(`{ ${ask.replace('CODE', named)} }`, {}, PEOPLE[who])
          return JSON.stringify(answer).replaceAll(named, 'CODE')
        }),
      )
      expect(others).toBe(none)
    }
  })

  test.each([FOREIGN, MOVED])('a supplier that reports an upload of %s', async (code) => {
    const reported = async (practice: string, rest: object) => {
      const answer = await tryReport(world, [{ practice, ...rest }], PEOPLE.PARTNER, randomUUID())
      return JSON.stringify(answer).replaceAll(practice, 'CODE')
    }
    const nonsense = [{}, { records: 0 }, { uploadedAt: '2030-01-01T00:00:00.000Z' }]
    for (const rest of nonsense) {
      expect(await reported(code, rest)).toBe(await reported(UNKNOWN, rest))
    }
  })
})

test('a supplier goes on seeing what it reported of a practice, and no more of it', async () => {
  const source = `{ uploadReports(filter: { practice: "${MOVED}" }) {
    edges { node { practiceCode records practice { suppliers { supplier } } } } } }`
  const { uploadReports } = await world.must(source, {}, PEOPLE.PARTNER)
  expect(uploadReports.edges).toEqual([
    { node: { practiceCode: MOVED, records: 7, practice: null } },
  ])
})
