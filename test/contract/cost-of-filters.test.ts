import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeSigner, serve, sign, type Served } from '../access/served.js'
import { programme } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'

let world: World
let served: Served
let authorization: string
beforeAll(async () => {
  world = await openWorld('bodies')
  await programme(world)
  const issuer = await makeSigner('tests')
  served = await serve(world, [issuer])
  authorization = `Bearer ${await sign(issuer, { role: 'AUDITOR' })}`
})
afterAll(async () => {
  await served.close()
  await world.close()
})

/** Beside 5,000 for the list: 1 for the rulings, and 100 for each. With 5,000 more, 1 too much. */
const RULINGS = `rulings(practices: $practices) { ${'outcome '.repeat(100)} }`
const practices = Array.from({ length: 9_900 }, (_, each) => `P${each}`)

const messageOf = async (declared: string, filter: string, told: object = {}) => {
  const query = `query ($practices: [ID!]! ${declared}) {
    assurances(first: 0, filter: ${filter}) { totalCount } ${RULINGS} }`
  const answer = await served.post(query, { authorization }, { practices, ...told })
  const { errors }: any = await answer.json()
  return errors?.[0]?.message ?? null
}
const TOO_COSTLY = expect.stringContaining('this one may come to 1000001')

test('to find assurances by whether they are kept costs as much as a list besides', async () => {
  expect(await messageOf('', '{ public: true }')).toBeNull()
  expect(await messageOf('', '{ public: true, kept: null }')).toBeNull()
  expect(await messageOf('', '{ public: true, kept: KEPT }')).toEqual(TOO_COSTLY)
})

test.each([
  ['the filter', '$filter: AssuranceFilter', '$filter',
    { filter: { kept: null } }, { filter: { kept: 'KEPT' } }],
  ['its value', '$kept: AssuranceKept', '{ kept: $kept }', { kept: null }, { kept: 'KEPT' }],
  ['a value that is usually another', '$kept: AssuranceKept = KEPT', '{ kept: $kept }',
    { kept: null }, {}],
])('it costs so where %s is a variable, each time by what it is then', async (...row) => {
  const [, declared, filter, without, told] = row
  expect(await messageOf(declared, filter, without)).toBeNull()
  expect(await messageOf(declared, filter, told)).toEqual(TOO_COSTLY)
  expect(await messageOf(declared, filter, without)).toBeNull()
})
