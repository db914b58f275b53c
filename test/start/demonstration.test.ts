import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, ask, build, killAll, launchScript, stop } from './processes.js'

const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-demonstration-'))
const env = { HOLDFAST_DATA: join(root, 'december') }
const BEGINS_MS = Date.parse('2010-12-31T09:00:00Z')

const play = (...args: string[]) => launchScript('demonstration', env, args)

beforeAll(async () => {
  // PostgreSQL started by root runs as another user, who has to get in.
  fs.chmodSync(root, 0o711)
  await build()
})
afterAll(() => {
  killAll()
  fs.rmSync(root, { recursive: true, force: true })
})

test.each([
  [['--until', 'Christmas'], /has to be a day, such as/],
  [['--until', '2010-06-31'], /has to be a day, such as/],
  [['--until', '2010-04-21'], /can be played until a day from 2010-04-22 to 2010-12-31/],
  [['--until', '2011-01-01'], /can be played until a day from 2010-04-22 to 2010-12-31/],
  [[], /'--until <day>' not specified/],
])('with %j it is played nowhere, and one line says why', async (args, says) => {
  const refused = play(...args)
  expect(await refused.ended).toBe(1)
  expect(refused.stderr).toMatch(says)
  expect(refused.stderr).toMatch(/^[^\n]+\n$/)
  expect(fs.existsSync(env.HOLDFAST_DATA)).toBe(false)
})

test('the demonstration is played until a day, into a new folder alone', async () => {
  const begunMs = Date.now()
  const played = play('--until', '2010-12-31')
  expect({ how: await played.ended, stderr: played.stderr }).toEqual({ how: 0, stderr: '' })
  expect(played.stdout).toContain('England until 31 December 2010 at 9am GMT')
  expect(played.stdout).toContain(`HOLDFAST_DATA=${env.HOLDFAST_DATA} npm start`)

  const again = play('--until', '2010-12-31')
  expect(await again.ended).toBe(1)
  expect(again.stderr).toBe(
    `${env.HOLDFAST_DATA} already holds a register: set HOLDFAST_DATA to a new folder.\n`,
  )
  await expectServed(begunMs)
}, 180_000)

const QUESTION = `{
  rulings(practices: ["DEMO0589", "DEMO1513"]) { outcome at reasons { suspension { id } } }
  suspensions(orderBy: { field: ID }) { edges { node { id strength ending } } }
}`

/** Served from there, the clock stands where the playing ended, and goes on. */
const expectServed = async (begunMs: number): Promise<void> => {
  const started = launchScript('start', env)
  const address = await addressOf(started)
  const [, token] = await started.says(/Bearer ([\w.-]+)'/)
  const { data } = await ask(address, QUESTION, token)
  expect(started.stdout).not.toMatch(/Playing/)
  const sinceMs = Date.parse(data.rulings[0].at) - BEGINS_MS
  expect(sinceMs).toBeGreaterThan(0)
  expect(sinceMs).toBeLessThan(Date.now() - begunMs)
  expect(data.rulings).toMatchObject([
    { outcome: 'PERMIT', reasons: [] },
    { outcome: 'REFUSE', reasons: [{ suspension: { id: 'S-3' } }] },
  ])
  expect(data.suspensions.edges.map(({ node }: any) => node)).toEqual([
    { id: 'S-1', strength: 'BINDING', ending: 'REPLACED' },
    { id: 'S-2', strength: 'ADVISORY', ending: null },
    { id: 'S-3', strength: 'BINDING', ending: null },
    { id: 'S-4', strength: 'BINDING', ending: 'LIFTED' },
    { id: 'S-5', strength: 'ADVISORY', ending: null },
  ])
  expect(await stop(started)).toBe(0)
}
