import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done, give, practice, programme } from '../world/story.js'
import { openWorld, partner, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
})
afterAll(() => world.close())

describe('no text of a request becomes code', () => {
  const MAGIC = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d'
  const ESCAPED = MAGIC.replace('_', '\\u005f')
  test.each([
    ['a literal', `{ region(code: "${MAGIC}(globalThis.owned=1)") { code } }`],
    ['an escaped literal', `{ region(code: "${ESCAPED}(globalThis.owned=1)") { code } }`],
    ['a block', `{ region(code: """${MAGIC}(globalThis.owned=1)""") { code } }`],
    ['a default', `query ($c: ID! = "${MAGIC}(globalThis.owned=1)") { region(code: $c) { code } }`],
    [
      'a fragment',
      `{ region(code: "5HQ") { ...f } }
       fragment f on Region { rulingCounts(programme: "${MAGIC}(globalThis.owned=1)") { refused } }`,
    ],
    ['an alias', `{ ${MAGIC}: region(code: "5HQ") { code } }`],
  ])('%s', async (_, source) => {
    await world.ask(source)
    expect((globalThis as { owned?: unknown }).owned).toBeUndefined()
  })

  test('nor does a variable', async () => {
    const source = 'query ($code: ID!) { region(code: $code) { code } }'
    await world.ask(source, { code: `${MAGIC}(globalThis.owned=1)` })
    expect((globalThis as { owned?: unknown }).owned).toBeUndefined()
  })
})

// Compared each with each they would take minutes, and the test would not end in its time.
test('a list of a quarter of a million codes holds nobody up', async () => {
  const practices = Array.from({ length: 250_000 }, (_, number) => `P${number}`)
  const input = { programme: 'SCR', region: '5HQ', classification: 'STANDARD', practices }
  expect((await give(world, 'planRollout', input, null)).code).toBe('INVALID_INPUT')
})

test('a supplier whose time has passed sees the practice no longer', async () => {
  const suppliers = [{ supplier: 'TPP', to: '2009-01-01' }]
  await practice(world, 'P82001', '5HQ', { suppliers })
  const source = 'query { practice(odsCode: "P82001") { odsCode } }'
  expect((await world.must(source, {}, partner('TPP'))).practice).toBeNull()
  await done(world, 'recordPractice', {
    odsCode: 'P82001', name: 'P', memberships: [], suppliers: [{ supplier: 'TPP' }], version: 1,
  })
  expect((await world.must(source, {}, partner('TPP'))).practice).not.toBeNull()
})

test.each([
  '[{"toString":1,"valueOf":1}]', '[null,null]', '[[],[]]', '{}', '[true]', '"x"',
])('the cursor of %s is refused', async (text) => {
  const after = Buffer.from(text).toString('base64url')
  const source = 'query ($after: String) { regions(after: $after) { totalCount } }'
  expect((await world.ask(source, { after })).code).toBe('INVALID_INPUT')
})

test.each([
  ['1899-12-31T23:59:59Z', 'BAD_USER_INPUT'],
  ['1900-01-01T00:00:00Z', null],
  ['9999-12-31T23:59:59Z', null],
  ['10000-01-01T00:00:00Z', 'BAD_USER_INPUT'],
  ['2010-02-30T00:00:00Z', 'BAD_USER_INPUT'],
  ['2010-04-16', 'BAD_USER_INPUT'],
  ['2010-04-16T24:00:00Z', 'BAD_USER_INPUT'],
])('the moment %s', async (at, code) => {
  const source = 'query ($at: DateTime) { region(code: "5HQ") { ancestors(at: $at) { code } } }'
  expect((await world.ask(source, { at })).code).toBe(code)
})
