import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scene, sign } from '../attack/scene.js'
import { build } from '../start/processes.js'
import { suspension } from '../world/story.js'
import { LIAISON, type World } from '../world/world.js'
import { until } from '../world/until.js'
import { membershipLine, practiceLine } from './ods-lines.js'
import { filesFolder, headOf, importOn } from './run-import.js'

const { write, remove } = filesFolder()
let world: World
beforeAll(build)
beforeAll(async () => {
  world = await scene({ ENG: 'ACCELERATED' })
  await suspension(world, { regions: ['5NT'] })
})
afterAll(async () => {
  await world.close()
  remove()
})

/** What is printed after the files are read. */
const imported = async (...codes: string[]): Promise<string[]> => {
  const practices = codes.map((code) => practiceLine({ 1: code }))
  const memberships = codes.map((code) => membershipLine({ 1: code, 2: '5HQ', 4: '19740401' }))
  const { status, out, error } = await importOn(world, ...write({ practices, memberships }))
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const head = await headOf(world)
  await until(() => world.follower.current.head.sequence === head)
  const lines = out.trimEnd().split('\n')
  return lines.slice(lines.indexOf('Recording them as one change …') + 1)
}
const endsAt = (head: number) => expect.stringContaining(`The ledger ends at entry ${head}, root `)

test('what waits is counted among what was written, and is not proposed again', async () => {
  const before = await headOf(world)
  expect(await imported('P84001', 'P84002')).toEqual([
    '0 practices added, 0 changed and 0 unchanged.',
    'All in one change of 1 ledger entry.',
    endsAt(before + 1),
    '2 practices would be loosened: P-3 waits for a second administrator and BMA/GPC to sign.',
  ])
  await sign(world, 'P-3', LIAISON)
  const signed = await headOf(world)
  expect(await imported('P84001', 'P84002')).toEqual([
    'Nothing changed, and no ledger entry was written.',
    endsAt(signed),
    'P-3 still waits for signatures: it would loosen 2 practices, just as these files would, ' +
      'so nothing was proposed a second time.',
    'Next: a second administrator to sign P-3, or to decline it, in the console.',
  ])
})

test('other rows are another proposal, beside what is recorded at once', async () => {
  const before = await headOf(world)
  expect(await imported('P84001', 'P82001')).toEqual([
    '0 practices added, 1 changed and 0 unchanged.',
    'All in one change of 2 ledger entries.',
    endsAt(before + 2),
    '1 practice would be loosened: P-4 waits for a second administrator and BMA/GPC to sign.',
  ])
})
