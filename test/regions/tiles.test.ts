import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openWorld, type World } from '../world/world.js'
import { done } from '../world/story.js'

interface Body {
  readonly code: string
  readonly kind: string
  readonly parent: string
  readonly tile: { readonly column: number; readonly row: number } | null
}

const TODAY = '2010-04-22T08:00:00.000Z'

let world: World
let bodies: Body[]

const bodiesAt = async (at: string, after: string | null = null): Promise<Body[]> => {
  const source = `query ($at: DateTime, $after: String) {
    regions(at: $at, filter: { within: "ENG" }, first: 200, after: $after) {
      pageInfo { endCursor hasNextPage }
      edges { node { code kind tile { column row } ancestors(at: $at) { code } } }
    }
  }`
  const { edges, pageInfo } = (await world.must(source, { at, after })).regions
  const page = edges.map(({ node: { ancestors, ...rest } }: any) => ({
    ...rest, parent: ancestors[0].code,
  }))
  return pageInfo.hasNextPage ? [...page, ...(await bodiesAt(at, pageInfo.endCursor))] : page
}

beforeAll(async () => {
  world = await openWorld()
  bodies = await bodiesAt(TODAY)
})
afterAll(() => world.close())

const squareOf = ({ parent, tile }: Body): string => `${parent} ${tile?.column} ${tile?.row}`
const untiled = (all: Body[]) => all.filter(({ tile }) => tile === null).map(({ code }) => code)

test('every SHA and PCT of 22 April 2010 has its square', () => {
  expect(bodies.filter(({ kind }) => kind === 'SHA')).toHaveLength(10)
  expect(bodies.filter(({ kind }) => kind === 'PCT')).toHaveLength(151)
  expect(untiled(bodies)).toEqual([])
  for (const { tile } of bodies) {
    for (const place of Object.values(tile!)) expect(Number.isInteger(place)).toBe(true)
  }
})

test.each(['2006-12-01', '2007-12-01', '2010-04-22', '2011-12-01'])(
  'on %s no two of one parent share a square, and nobody is without one',
  async (day) => {
    const then = await bodiesAt(`${day}T12:00:00.000Z`)
    expect(then.length).toBeGreaterThan(160)
    expect(untiled(then)).toEqual([])
    expect(new Set(then.map(squareOf)).size).toBe(then.length)
  },
)

describe('the map of England', () => {
  /** Who has a land border with whom. */
  const NEIGHBOURS: readonly (readonly [string, readonly string[]])[] = [
    ['Q30', ['Q31', 'Q32']],
    ['Q31', ['Q30', 'Q32', 'Q33', 'Q34']],
    ['Q32', ['Q30', 'Q31', 'Q33']],
    ['Q33', ['Q31', 'Q32', 'Q34', 'Q35', 'Q38']],
    ['Q34', ['Q31', 'Q33', 'Q38', 'Q39']],
    ['Q35', ['Q33', 'Q36', 'Q38']],
    ['Q36', ['Q35', 'Q37', 'Q38']],
    ['Q37', ['Q36', 'Q38']],
    ['Q38', ['Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q39']],
    ['Q39', ['Q34', 'Q38']],
  ]

  test.each(NEIGHBOURS)('%s touches all that have a border with it', (code, others) => {
    const tileOf = (sha: string) => bodies.find((body) => body.code === sha)!.tile!
    const here = tileOf(code)
    const far = others.filter((other) => {
      const { column, row } = tileOf(other)
      return Math.max(Math.abs(column - here.column), Math.abs(row - here.row)) !== 1
    })
    expect(far).toEqual([])
  })

  test('has three columns and five rows', () => {
    const shas = bodies.filter(({ kind }) => kind === 'SHA').map(({ tile }) => tile!)
    expect(Math.max(...shas.map(({ column }) => column))).toBe(2)
    expect(Math.max(...shas.map(({ row }) => row))).toBe(4)
    expect(Math.min(...shas.flatMap(({ column, row }) => [column, row]))).toBe(0)
  })
})

test('England itself, and a body that was recorded later, have none', async () => {
  await done(world, 'recordRegion', {
    code: '5XX', name: 'New', kind: 'PCT', parents: [{ region: 'Q31' }],
  })
  const source = `{
    country: region(code: "ENG") { tile { row } }
    late: region(code: "5XX") { tile { row } }
  }`
  expect(await world.must(source)).toEqual({ country: { tile: null }, late: { tile: null } })
})

test('the ledger tells no square: it is how a map is drawn, and no fact', async () => {
  const [{ told }] = await world.database.query(
    `SELECT count(*)::int AS told FROM ledger_entry WHERE body::text ~ 'tile|"column"'`,
  )
  expect(told).toBe(0)
})
