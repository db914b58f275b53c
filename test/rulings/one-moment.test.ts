import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { RequestContext } from '../../api/http/request-context.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('whether the register is stale is asked as a request begins, and not while it runs', () => {
  const follower = { current: world.follower.current, isStale: false }
  const maker = { ...world.maker, follower: follower as never }
  const begun = new RequestContext(maker, ADMIN, null)
  follower.isStale = true
  expect(begun.registerIsStale).toBe(false)
  expect(new RequestContext(maker, ADMIN, null).registerIsStale).toBe(true)
})
