import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { carryOut } from '../../api/changes/carry-out.js'
import { changesFor } from '../../api/changes/make-change.js'
import type { OpenChange } from '../../api/changes/open-change.js'
import { Refusal } from '../../api/kernel/refusal.js'
import { startOfDayMs } from '../../api/kernel/moment.js'
import { Activity, Classification } from '../../api/kernel/vocabulary.js'
import { TABLES } from '../../api/register/facts.js'
import type { Register } from '../../api/register/register.js'
import { verifyAt } from '../ledger/tampering.js'
import { naiveHolds, naiveRuling, type AllFacts } from '../rules/naive-ruling.js'
import { randomFacts } from '../rules/random-facts.js'
import { DAYS, PCTS, PRACTICES } from '../rules/random-parts.js'
import { registerOf } from '../rules/register-of.js'
import { done, mailing, practice, programme, rollout, suspension } from '../world/story.js'
import { openWorld, type World } from '../world/world.js'
import { given, move, type Move } from './adversary.js'
import { waiting, withHonest } from './honest.js'

let world: World
beforeAll(async () => {
  world = await openWorld('bodies', '2010-01-05T09:00:00.000Z')
})
afterAll(() => world.close())

const SEQUENCES = Number(process.env.HOLDFAST_SEQUENCES ?? 200)
const FIRST_MS = startOfDayMs('2010-01-05')
const DAY_MS = 86_400_000

const factsOf = (register: Register): AllFacts =>
  Object.fromEntries(TABLES.map((table) => [table, [...register.all(table)]])) as never

/**
 * The register after a command, as its change would leave it; the same where it is refused, or is
 * not to be.
 */
const after = async (
  register: Register,
  each: Move,
  nowMs: number,
  mayBe: (open: OpenChange) => boolean = () => true,
): Promise<Register> => {
  const command = given(each, register, nowMs)
  if (!command) return register
  const { actor, input } = command
  try {
    const { writings } = await carryOut({ actor, nowMs, register }, command.command, input)
    const open = writings.at(-1)?.open
    return open && mayBe(open) ? open.change.register : register
  } catch (error) {
    if (error instanceof Refusal) return register
    throw error
  }
}

const refused = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error
}

const NAMES = [null, ...Object.values(Classification)]

/** What stands for every practice at a moment, read naively. */
const standing = (facts: AllFacts, atMs: number) => {
  const found = new Map<string, { held: string[]; permitted: boolean; byName: boolean }>()
  for (const { odsCode } of facts.practice) {
    for (const activity of Object.values(Activity)) {
      const permits = NAMES.map((classification) => {
        const q = { practice: odsCode, programme: 'SCR', activity, classification, atMs }
        return naiveRuling(facts, q).outcome === 'PERMIT'
      })
      const q = { practice: odsCode, programme: 'SCR', activity, classification: null, atMs }
      found.set(`${odsCode} ${activity}`, {
        held: naiveHolds(facts, q), permitted: permits[0]!, byName: permits.includes(true),
      })
    }
  }
  return found
}

/** Whatever held before still holds, and whatever was refused still is. */
const nothingIsLooser = (before: AllFacts, now: AllFacts, atMs: number): void => {
  const was = standing(before, atMs)
  for (const [key, is] of standing(now, atMs)) {
    const { held = [], permitted = false, byName = false } = was.get(key) ?? {}
    expect([key, atMs, is.held]).toEqual([key, atMs, expect.arrayContaining(held)])
    if (is.permitted) expect([key, atMs, permitted]).toEqual([key, atMs, true])
    if (is.byName) expect([key, atMs, byName]).toEqual([key, atMs, true])
  }
}

test('nobody alone frees a held practice, or turns a refusal, in however many steps', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomFacts(['SCR']),
      fc.array(move, { minLength: 1, maxLength: 8 }),
      async (facts, moves) => {
        let register = registerOf(facts)
        let nowMs = FIRST_MS
        for (const each of moves) {
          nowMs += each.days * DAY_MS
          register = await after(register, each, nowMs)
        }
        const end = factsOf(register)
        const moments = [nowMs, nowMs + 400 * DAY_MS, ...DAYS.map(startOfDayMs)]
        for (const atMs of moments) if (atMs >= nowMs) nothingIsLooser(facts, end, atMs)
      },
    ),
    { numRuns: SEQUENCES },
  )
}, 3_600_000)

/** What the department tells in the ordinary way meets a condition: that is what it may do. */
const preparesUnasked = ({ claims }: OpenChange): boolean => claims.toldOf.length === 0

test('nobody alone prepares what those who are named then honestly release', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomFacts(['SCR']).map(waiting),
      fc.array(move, { minLength: 1, maxLength: 8 }),
      async (facts, moves) => {
        let register = registerOf(facts)
        let nowMs = FIRST_MS
        for (const each of moves) {
          nowMs += each.days * DAY_MS
          register = await after(register, each, nowMs, preparesUnasked)
        }
        nowMs += 1
        const was = withHonest(facts, facts, nowMs)
        const is = withHonest(factsOf(register), facts, nowMs)
        const moments = [nowMs, nowMs + 400 * DAY_MS, ...DAYS.map(startOfDayMs)]
        for (const atMs of moments) if (atMs >= nowMs) nothingIsLooser(was, is, atMs)
      },
    ),
    { numRuns: SEQUENCES },
  )
}, 3_600_000)

test('register and tables agree with the ledger, whatever one person has tried', async () => {
  await programme(world, { noticeDaysMin: 0 })
  for (const code of PCTS) {
    if (world.follower.current.get('region', code)) continue
    const parents = [{ region: 'Q31' }]
    await done(world, 'recordRegion', { code, name: code, kind: 'PCT', parents })
  }
  for (const [index, code] of PRACTICES.entries()) {
    await practice(world, code, PCTS[index % PCTS.length]!)
  }
  await rollout(world, 'Q31', 'ACCELERATED')
  await mailing(world, 'Q31', '2010-01-05')
  await suspension(world, { classifications: ['ACCELERATED'] })
  const before = factsOf(world.follower.current)
  const moves = fc.sample(move, { numRuns: 60 })
  for (const each of moves) {
    const { current } = world.follower
    const command = given(each, current, world.clock.nowMs())
    if (!command) continue
    await changesFor(world.maker, command.actor)(command.command, command.input).catch(refused)
  }
  const atMs = world.clock.nowMs()
  nothingIsLooser(before, factsOf(world.follower.current), atMs)
  nothingIsLooser(before, factsOf(world.follower.current), atMs + 400 * DAY_MS)
  expect(await verifyAt(world.url)).toHaveProperty('rows')
})
