import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '../../api/kernel/actor.js'
import { done } from '../world/story.js'
import { ADMIN, LIAISON, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('demonstration')
})
afterAll(() => world.close())

const RULING = `query ($practice: ID!, $at: DateTime) {
  ruling(practice: $practice, at: $at) {
    outcome basis validUntil obligations { code } rollouts { classification region { code } }
    reasons { code suspension { id signatories { code } } permittedFrom }
  }
}`

/** Codes of practices of a PCT, in order, on the demonstration's day. */
const practicesOf = async (pct: string): Promise<string[]> => {
  const source = `query ($pct: ID!) {
    region(code: $pct) { practices(first: 200) { edges { node { odsCode } } } }
  }`
  const { region } = await world.must(source, { pct }, ADMIN)
  return region.practices.edges.map((edge: { node: { odsCode: string } }) => edge.node.odsCode)
}

const first = async (pct: string): Promise<string> => (await practicesOf(pct))[0]!

const ruling = async (practice: string, at?: string) =>
  (await world.must(RULING, { practice, at }, LIAISON)).ruling

const codes = async (practice: string, at?: string): Promise<string[]> =>
  (await ruling(practice, at)).reasons.map(({ code }: { code: string }) => code)

describe('on 22 April 2010', () => {
  test('a practice of Bolton may upload, and is told what that obliges to', async () => {
    expect(await ruling(await first('5HQ'))).toMatchObject({
      outcome: 'PERMIT',
      basis: 'LIVE',
      validUntil: '2010-04-22T09:00:00.000Z',
      rollouts: [{ classification: 'EARLY_ADOPTER', region: { code: '5HQ' } }],
    })
  })

  test('its neighbours in Manchester may not, and are told of the suspension', async () => {
    expect(await ruling(await first('5NT'))).toMatchObject({
      outcome: 'REFUSE',
      obligations: [],
      reasons: [
        { code: 'SUSPENDED', suspension: { id: 'S-1', signatories: [{ code: 'BMA/GPC' }] } },
      ],
    })
  })

  test('the advice of March is shown to those it is about, and refuses nobody', async () => {
    const source = `query ($practice: ID!) {
      ruling(practice: $practice) { outcome advisories { id strength reason } }
    }`
    const ruled = async (pct: string) =>
      (await world.must(source, { practice: await first(pct) }, LIAISON)).ruling
    expect(await ruled('5HQ')).toEqual({ outcome: 'PERMIT', advisories: [] })
    const reason = expect.stringContaining('10 March 2010')
    expect((await ruled('5NT')).advisories).toEqual([{ id: 'S-2', strength: 'ADVISORY', reason }])
  })

  test('both assurances were given under purdah; not everybody reads the private one', async () => {
    const source = '{ assurances(first: 9) { edges { node { id public underPurdah } } } }'
    const read = async (actor: Actor | null) =>
      (await world.must(source, {}, actor)).assurances.edges.map(({ node }: any) => node)
    const said = { id: 'A-1', public: true, underPurdah: true }
    expect(await read(LIAISON)).toEqual([said, { id: 'A-2', public: false, underPurdah: true }])
    expect(await read(null)).toEqual([said])
  })

  test('in South West Essex it depends on the practice', async () => {
    const practices = await practicesOf('5PY')
    const outcomes = await Promise.all(practices.map(async (each) => (await ruling(each)).outcome))
    expect(outcomes.filter((outcome) => outcome === 'PERMIT')).toHaveLength(12)
    expect(outcomes.filter((outcome) => outcome === 'REFUSE')).toHaveLength(67)
  })

  test.each(['5N8', '5QA', '5P6'])(
    '%s is refused, though it lies outside the five regions',
    async (pct) => {
      expect(await codes(await first(pct))).toEqual(['SUSPENDED'])
    },
  )

  test('a practice elsewhere is refused for want of a rollout', async () => {
    expect(await codes(await first('5MD'))).toEqual(['NO_ROLLOUT', 'NOTICE_TOO_SHORT'])
  })
})

test.each([
  ['2010-04-08T22:59:59.999Z', ['NOTICE_TOO_SHORT']],
  ['2010-04-08T23:00:00.000Z', []],
  ['2010-04-16T09:59:59.999Z', []],
  ['2010-04-16T10:00:00.000Z', ['SUSPENDED']],
])('Manchester at %s: %j', async (at, reasons) => {
  expect(await codes(await first('5NT'), at)).toEqual(reasons)
})

test('a lifting permits from its moment on, and changes nothing before it', async () => {
  const practice = await first('5NT')
  world.clock.at = '2010-04-30T12:00:00.000Z'
  await done(world, 'liftSuspension', { id: 'S-1', version: 1 })
  expect(await codes(practice, '2010-04-30T11:59:59.999Z')).toEqual(['SUSPENDED'])
  expect(await codes(practice)).toEqual([])
})
