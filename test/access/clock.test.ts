import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { done } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'
import { serve, type Served } from './served.js'

const CLOCK = '{ clock { now demonstration } }'

describe('what time it is', () => {
  let world: World
  let served: Served
  beforeAll(async () => {
    world = await openWorld()
    served = await serve(world, [])
  })
  afterAll(async () => {
    await served.close()
    await world.close()
  })

  test('is told to everybody, anew each time, and kept by nobody', async () => {
    for (const now of ['2010-05-01T00:00:00.000Z', '2010-05-01T00:00:00.001Z']) {
      world.clock.at = now
      const response = await served.post(CLOCK)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.json()).toEqual({ data: { clock: { now, demonstration: false } } })
    }
  })

  test('is never before what another process has entered', async () => {
    const entered = '2010-05-01T12:00:00.000Z'
    world.clock.at = entered
    await done(world, 'recordOrganisation', { code: 'RCGP', name: 'Royal College' })
    world.clock.at = '2010-05-01T11:00:00.000Z'
    expect((await world.must(CLOCK)).clock.now).toBe(entered)
  })
})

test('a demonstration says that it is one, and has a time of its own', async () => {
  const world = await openWorld('demonstration')
  expect(await world.must(CLOCK)).toEqual({
    clock: { now: world.clock.at, demonstration: true },
  })
  await world.close()
})
