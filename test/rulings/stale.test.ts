import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { done } from '../world/story.js'
import { asOwner } from '../world/templates.js'
import {
  ADMIN, createDatabase, dropDatabase, openOn, partner, type OpenWorld,
} from '../world/world.js'
import { openProxy, type Proxy } from './proxy.js'

const AT = '2010-04-22T09:00:00.000Z'
const STALE_AFTER_MS = 2_000
/** Bolton, an early adopter: permitted. Two of its practices, so that one can be held. */
const [PERMITTED, HELD_LATER] = ['DEMO0589', 'DEMO0591']
/** Manchester, accelerated: suspended. */
const SUSPENDED = 'DEMO1513'

let url: string
let proxy: Proxy
/** The process that is cut off, and another one that is not. */
let cutOff: OpenWorld
let other: OpenWorld

beforeEach(async () => {
  url = await createDatabase('demonstration')
  proxy = await openProxy(url)
  cutOff = await openOn(proxy.url, AT, { patient: false })
  other = await openOn(url, AT)
})
afterEach(async () => {
  jest.restoreAllMocks()
  proxy.restore()
  await Promise.all([cutOff.stop(), other.stop()])
  await proxy.close()
  await dropDatabase(url)
})

const RULING = `query ($practice: ID!, $at: DateTime) {
  ruling(practice: $practice, at: $at) {
    outcome basis validUntil obligations { code } reasons { code message remedy }
  }
}`

const ruling = async (practice: string, at?: string) =>
  (await cutOff.must(RULING, { practice, at }, ADMIN)).ruling

const codes = async (practice: string): Promise<string[]> =>
  (await ruling(practice)).reasons.map(({ code }: { code: string }) => code)

/** Suspends uploads of a practice, by one process or the other. */
const hold = (process: OpenWorld, practice: string) =>
  done(process, 'imposeSuspension', {
    programme: 'SCR',
    strength: 'BINDING',
    scope: [{ activities: ['UPLOAD'], practices: [practice] }],
  })

/** Asks again and again, until a ruling is as wanted; answers what was ruled until then. */
const askUntil = async (practice: string, wanted: string, withinMs: number) => {
  const asked: { begunMs: number; endedMs: number; outcome: string; codes: string[] }[] = []
  for (const until = performance.now() + withinMs; performance.now() < until; await pause(20)) {
    const begunMs = performance.now()
    const { outcome, reasons } = await ruling(practice)
    const all = reasons.map(({ code }: { code: string }) => code)
    asked.push({ begunMs, endedMs: performance.now(), outcome, codes: all })
    if (outcome === wanted || all.includes(wanted)) return asked
  }
  throw new Error(`${practice} was not ruled ${wanted} within ${withinMs} ms`)
}

/** Waits until the process that is to be cut off has asked for the ledger's head, and knows it. */
const nextPoll = async (): Promise<void> => {
  const known = proxy.lastPassedMs
  while (proxy.lastPassedMs === known) await pause(10)
  await pause(100)
}

describe.each(['cut', 'stall'] as const)('where the way to the database is %s', (how) => {
  test('a process permits for two seconds, then nothing, and recovers by itself', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await askUntil(PERMITTED, 'PERMIT', 4_000)
    await nextPoll()
    proxy[how]()
    const endMs = proxy.lastPassedMs + STALE_AFTER_MS
    const asked = await askUntil(PERMITTED, 'REFUSE', 4_000)
    // A poll is sent a moment before it passes: whatever follows the end is refused for certain.
    for (const { begunMs, endedMs, outcome } of asked) {
      if (endedMs < endMs - 1_500) expect(outcome).toBe('PERMIT')
      if (begunMs >= endMs) expect(outcome).toBe('REFUSE')
    }
    expect(asked.at(-2)?.outcome).toBe('PERMIT')
    expect(asked.at(-2)?.endedMs).toBeGreaterThan(endMs - 1_500)
    await expectNothingIsPermitted()

    await hold(other, HELD_LATER)
    expect((await ruling(PERMITTED)).outcome).toBe('REFUSE')
    proxy.restore()
    const [until] = await Promise.all([
      askUntil(HELD_LATER, 'SUSPENDED', 4_000),
      askUntil(PERMITTED, 'PERMIT', 4_000),
    ])
    expect(until.map(({ outcome }) => outcome)).not.toContain('PERMIT')
    expect(await codes(HELD_LATER)).toEqual(['SUSPENDED'])
    expect(until.at(-1)!.endedMs - until[0]!.begunMs).toBeLessThan(3_000)
    await expectAllIsWell()
  })
})

const expectNothingIsPermitted = async (): Promise<void> => {
  expect(await ruling(PERMITTED)).toEqual({
    outcome: 'REFUSE',
    basis: 'LIVE',
    validUntil: null,
    obligations: [],
    reasons: [
      {
        code: 'REGISTER_STALE',
        message: expect.stringMatching(/lost touch with its ledger/),
        remedy: expect.stringMatching(/recovers by itself/),
      },
    ],
  })
  expect(await ruling(PERMITTED, '2010-04-01T12:00:00Z')).toMatchObject({
    outcome: 'REFUSE', basis: 'HYPOTHETICAL', validUntil: null, obligations: [],
  })
  expect(await codes(SUSPENDED)).toEqual(['REGISTER_STALE', 'SUSPENDED'])
  expect(await codes('NONE')).toEqual(['REGISTER_STALE', 'PRACTICE_UNKNOWN'])
  const counts = '{ region(code: "5HQ") { name rulingCounts { permitted refused } } }'
  const { region } = await cutOff.must(counts)
  expect(region.rulingCounts).toEqual({ permitted: 0, refused: 49 })
  const many = '{ rulings(practices: ["DEMO0589", "DEMO0591"]) { outcome } }'
  const { rulings } = await cutOff.must(many, {}, partner('EMIS'))
  expect(rulings).toEqual([{ outcome: 'REFUSE' }, { outcome: 'REFUSE' }])
}

const expectAllIsWell = async (): Promise<void> => {
  expect((await ruling(PERMITTED)).validUntil).toBe('2010-04-22T10:00:00.000Z')
  const counts = '{ region(code: "5HQ") { rulingCounts { permitted refused } } }'
  const { region } = await cutOff.must(counts)
  expect(region.rulingCounts).toEqual({ permitted: 48, refused: 1 })
  expect(cutOff.follower.current.head).toEqual(other.follower.current.head)
}

test('two processes on one database see each other’s changes, and both may change', async () => {
  await hold(other, PERMITTED)
  await askUntil(PERMITTED, 'SUSPENDED', 1_000)
  const { id, version } = await hold(cutOff, HELD_LATER)
  expect(id).toBe('S-4')
  await done(other, 'liftSuspension', { id, version })
  await askUntil(HELD_LATER, 'PERMIT', 1_000)
})

test('changes of two processes at the same moment are made one after another', async () => {
  const plans = ['5NT', '5HQ', '5N8', '5QA'].map((region, index) =>
    done(index % 2 ? cutOff : other, 'planRollout', {
      programme: 'SCR', region, classification: 'STANDARD',
    }),
  )
  const ids = (await Promise.all(plans)).map((rollout) => rollout.id)
  expect(ids.sort()).toEqual(['R-21', 'R-22', 'R-23', 'R-24'])
  const [{ n }] = await other.database.query(
    'SELECT max(sequence) - count(*)::int AS n FROM ledger_entry',
  )
  expect(n).toBe(0)
})

describe('a ledger that is not the one that was followed', () => {
  test.each([
    ['has lost its last entry', `DELETE FROM ledger_entry
      WHERE sequence = (SELECT max(sequence) FROM ledger_entry)`],
    ['has another last entry', `UPDATE ledger_entry SET root = 'another'
      WHERE sequence = (SELECT max(sequence) FROM ledger_entry)`],
    ['is empty', 'DELETE FROM ledger_entry'],
  ])('%s: the process is told to stop, and rules nothing', async (_, statement) => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    expect((await ruling(PERMITTED)).outcome).toBe('PERMIT')
    await asOwner(url, statement)
    await askUntil(PERMITTED, 'REGISTER_STALE', 1_500)
    const told = log.mock.calls.map(([error]) => String(error))
    expect(told).toContainEqual(expect.stringMatching(/the ledger lost entry \d+, already followed/))
    await pause(700)
    await expectNothingIsPermitted()
  })
})
