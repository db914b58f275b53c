import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

const COUNTS = `permitted permittedLater refused refusedLater noLongerHeld noLongerHeldLater`
const NONE = {
  permitted: 0, permittedLater: 0, refused: 0, refusedLater: 0,
  noLongerHeld: 0, noLongerHeldLater: 0,
}
/** Eighty-four days after the last pack came to the second practice. */
const NOTICE_PASSES = '2010-06-23T23:00:00.000Z'

let world: World
let held: { id: string; version: number }

/** Both practices are held; the patients of one have had notice, those of the other not yet. */
beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-04T09:00:00.000Z')
  await programme(world)
  for (const code of ['P84001', 'P84002']) await practice(world, code, '5NT')
  await rollout(world, '5NT', 'ACCELERATED')
  world.clock.at = '2010-04-01T09:00:00.000Z'
  await mailing(world, '5NT', '2010-01-05', { practices: ['P84001'] })
  await mailing(world, '5NT', '2010-04-01', { practices: ['P84002'] })
  const { id, version } = await suspension(world, { activities: ['UPLOAD'] })
  held = { id, version }
})
afterAll(() => world.close())

const effectAt = async (at: string, name: string, input: object) => {
  world.clock.at = at
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const source = `mutation ($input: ${type}!) {
    outcome: ${name}(input: $input, preview: true) { effect { ${COUNTS} } }
  }`
  const { outcome } = await world.must(source, { input: { ...input, reason: 'To see.' } }, ADMIN)
  return outcome.effect
}
const lift = (at: string) => effectAt(at, 'liftSuspension', held)
const impose = (at: string, from: string) =>
  effectAt(at, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', from, scope: [{ activities: ['VIEW'] }],
  })

describe('of the practices that a lift permits', () => {
  test('those still under notice are told to be permitted later', async () => {
    expect(await lift('2010-04-22T09:00:00.000Z')).toEqual({
      ...NONE, permitted: 2, permittedLater: 1, noLongerHeld: 2,
    })
  })

  test.each([
    ['a moment before their notice has passed', '2010-06-23T22:59:59.999Z', 1],
    ['from the moment it has passed', NOTICE_PASSES, 0],
  ])('they count as later %s: at %s, %i do', async (_, at, permittedLater) => {
    expect(await lift(at)).toMatchObject({ permitted: 2, permittedLater })
  })
})

describe('of the practices that a suspension refuses', () => {
  const at = '2010-04-22T09:00:00.000Z'

  test('all are later where it begins on a later day', async () => {
    expect(await impose(at, '2010-05-01T00:00:00.000Z')).toEqual({
      ...NONE, refused: 2, refusedLater: 2,
    })
  })

  test('none is where it begins at once', async () => {
    expect(await impose(at, at)).toEqual({ ...NONE, refused: 2 })
  })
})
