import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { ADMIN, openWorld, practiceManager, type World } from '../world/world.js'

const LEAD = 'A lead of its region, or the department,'
const NOBODY = { signatories: [] }

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-04-01T08:00:00.000Z')
  await programme(world)
  for (const code of ['P82001', 'P82002', 'P82003']) {
    await practice(world, code, '5HQ')
  }
  await practice(world, 'P84001', '5NT')
  await practice(world, 'F81001', '5PY')
  await practice(world, 'F82001', '5A8')
  await mailing(world, '5HQ', '2009-12-01')
  await mailing(world, '5NT', '2009-12-01')
  await rollout(world, '5HQ', 'STANDARD')
  await rollout(world, '5PY', 'STANDARD')
  const { id, version } = await rollout(world, '5NT', 'STANDARD')
  await done(world, 'endRollout', { id, version })
  // S-1 to S-3, of a practice each.
  await suspension(world, { practices: ['P82001'] })
  await suspension(world, { practices: ['P82002'] }, NOBODY)
  const own = { activities: ['UPLOAD'], practices: ['P82003'] }
  await done(world, 'imposeSuspension', {
    programme: 'SCR', strength: 'BINDING', scope: [own], ...NOBODY,
  }, practiceManager('P82003'))
})
afterAll(() => world.close())

test.each([
  ['by whom its signatories have to sign', 'P82001',
    'The department has to lift S-1, signed by BMA/GPC.'],
  ['by whom, where there are none', 'P82002', 'The department has to lift S-2.'],
  ['that it can end its own time itself', 'P82003',
    'The practice, which imposed it on itself, has to lift S-3.'],
  ['who starts another rollout', 'P84001',
    `${LEAD} has to plan another rollout that covers the practice, and to start it.`],
  ['who has patients mailed', 'F81001',
    `${LEAD} has to have them mailed; they then have 84 days.`],
])('a refusal tells the practice %s', async (_, code, remedy) => {
  const source = `{ ruling(practice: "${code}") { reasons { remedy } } }`
  const { ruling } = await world.must(source, {}, practiceManager(code))
  expect(ruling.reasons).toEqual([{ remedy }])
})

test('a refusal tells a practice that no rollout covers who plans one', async () => {
  const source = `{ ruling(practice: "F82001") {
    reasons { code remedy } } }`
  const { ruling } = await world.must(source, {}, ADMIN)
  expect(ruling.reasons).toContainEqual({
    code: 'NO_ROLLOUT', remedy: `${LEAD} has to plan a rollout that covers it, and to start it.`,
  })
})
