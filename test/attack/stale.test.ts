import { afterEach, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { report } from '../breaches/reports.js'
import { suspension } from '../world/story.js'
import { until } from '../world/until.js'
import { partner, type World } from '../world/world.js'
import { later, scene } from './scene.js'

let world: World
afterEach(() => world.close())

const ASKED = `{ uploadReports(first: 1) { edges { node { practice {
  ruling { outcome basis at registerSequence } } } } } }`
const WAITING = `SELECT FROM pg_locks WHERE NOT granted AND relation = 'upload_report'::regclass`

test('a request that has waited long tells of the moment it knows, and of no later one', async () => {
  world = await scene()
  later(world, 1)
  await report(world, [{ practice: 'P84001', uploadedAt: '2010-04-16T22:00:00.000Z' }])
  const blocker = new Client({ connectionString: world.url })
  await blocker.connect()
  await blocker.query('BEGIN; LOCK TABLE upload_report IN ACCESS EXCLUSIVE MODE')
  const before = { at: world.clock.at, sequence: world.follower.current.head.sequence }
  const asked = world.must(ASKED, {}, partner('EMIS'))
  await until(async () => (await blocker.query(WAITING)).rowCount === 1)
  later(world, 1)
  await suspension(world)
  later(world, 1)
  await blocker.query('ROLLBACK')
  await blocker.end()
  const { ruling } = (await asked).uploadReports.edges[0].node.practice
  expect(ruling).toMatchObject({ at: before.at, registerSequence: before.sequence })
})
