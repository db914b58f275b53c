import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a change is answered from the register with it, nested fields and all', async () => {
  const source = `mutation ($input: RecordRegionInput!) {
    recordRegion(input: $input) { region { code ancestors { code } } }
  }`
  const input = { code: '5XX', name: 'New', kind: 'PCT', parents: [{ region: 'Q31' }] }
  const reason = 'A new PCT.'
  const { recordRegion } = await world.must(source, { input: { ...input, reason } }, ADMIN)
  expect(recordRegion.region.ancestors).toEqual([{ code: 'Q31' }, { code: 'ENG' }])
})
