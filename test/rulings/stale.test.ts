import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { done } from '../world/story.js'
import { asOwner } from '../world/templates.js'
import { until } from '../world/until.js'
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

/** How late it is for both processes, which the test alone moves on. */
let nowMs: number
let url: string
let proxy: Proxy
/** The process that is cut off, and another one that is not. */
let cutOff: OpenWorld
let other: OpenWorld

beforeEach(async () => {
  nowMs = 1_000_000
  jest.spyOn(performance, 'now').mockImplementation(() => nowMs)
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

/** Waits until a ruling is as wanted; answers the outcomes until then. */
const untilRuled = async (practice: string, wanted: string): Promise<string[]> => {
  const outcomes: string[] = []
  await until(async () => {
    const { outcome, reasons } = await ruling(practice)
    outcomes.push(outcome)
    return outcome === wanted || reasons.some(({ code }: { code: string }) => code === wanted)
  })
  return outcomes
}

describe.each(['cut', 'stall'] as const)('where the way to the database is %s', (how) => {
  test('a process permits for two seconds, then nothing, and recovers by itself', async () => {
    expect((await ruling(PERMITTED)).outcome).toBe('PERMIT')
    proxy[how]()
    nowMs += STALE_AFTER_MS
    expect((await ruling(PERMITTED)).outcome).toBe('PERMIT')
    nowMs += 1
    await expectNothingIsPermitted()

    await hold(other, HELD_LATER)
    expect((await ruling(PERMITTED)).outcome).toBe('REFUSE')
    proxy.restore()
    const [outcomes] = await Promise.all([
      untilRuled(HELD_LATER, 'SUSPENDED'),
      untilRuled(PERMITTED, 'PERMIT'),
    ])
    expect(outcomes).not.toContain('PERMIT')
    expect(await codes(HELD_LATER)).toEqual(['SUSPENDED'])
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
  await untilRuled(PERMITTED, 'SUSPENDED')
  const { id, version } = await hold(cutOff, HELD_LATER)
  expect(id).toBe('S-4')
  await done(other, 'liftSuspension', { id, version })
  await untilRuled(HELD_LATER, 'PERMIT')
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
    await untilRuled(PERMITTED, 'REGISTER_STALE')
    const told = log.mock.calls.map(([error]) => String(error))
    expect(told).toContainEqual(expect.stringMatching(/the ledger lost entry \d+, already followed/))
    await pause(700)
    await expectNothingIsPermitted()
  })
})
