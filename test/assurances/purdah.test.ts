import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { programme } from '../world/story.js'
import { AUDITOR, openWorld, type World } from '../world/world.js'
import { assurance, supersede, write } from './story.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-16T08:00:00.000Z')
  await programme(world)
  await write(world, 'purdah', {
    code: 'GENERAL-2010', name: 'General election of 2010',
    from: '2010-04-05T23:00:00.000Z', to: '2010-05-11T23:00:00.000Z',
  })
})
afterAll(() => world.close())

const READ = `query ($id: ID!) { assurance(id: $id) { underPurdah ministerialStatement said } }`
const read = async (id: string) => (await world.must(READ, { id })).assurance

const BREACHES = `query { ledgerEntries(filter: { table: "breach" }) {
  totalCount edges { node { body { after } } } } }`
const breaches = async () => (await world.must(BREACHES, {}, AUDITOR)).ledgerEntries

describe('under purdah', () => {
  test.each([
    ['2010-04-05', false],
    ['2010-04-06', true],
    ['2010-04-16', true],
  ])('an assurance given on %s: %s', async (givenOn, expected) => {
    const { id } = await assurance(world, { givenOn })
    expect(await read(id)).toMatchObject({ underPurdah: expected })
  })

  test.each([
    ['a minister’s statement the day before', true, '2010-04-05', 0],
    ['a minister’s statement on the first day', true, '2010-04-06', 1],
    ['what an official says', false, '2010-04-06', 0],
  ])('%s is kept; breaches: %s', async (_, ministerialStatement, givenOn, expected) => {
    const before = (await breaches()).totalCount
    const { id } = await assurance(world, { ministerialStatement, givenOn })
    expect(await read(id)).toMatchObject({ ministerialStatement, said: 'GIVEN' })
    const after = await breaches()
    expect(after.totalCount - before).toBe(expected)
    if (expected === 0) return
    expect(after.edges[0].node.body.after).toMatchObject({
      kind: 'PURDAH', programme: 'SCR', of: id, practice: null, permitted: false,
    })
  })

  test('a correction of a minister’s statement is no second breach, a repetition is', async () => {
    const statement = { ministerialStatement: true }
    const { id } = await assurance(world, statement)
    const { totalCount } = await breaches()
    const corrected = await supersede(world, id, { ...statement, reaffirms: false })
    const again = await supersede(world, corrected.id, { ...statement, reaffirms: false })
    expect((await breaches()).totalCount).toBe(totalCount)
    await supersede(world, again.id, statement)
    expect((await breaches()).totalCount).toBe(totalCount + 1)
  })
})
