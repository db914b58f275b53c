import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { GOVERNANCE_LOCK } from '../../api/changes/make-change.js'
import { done, give, practice, programme, reasons, suspension } from '../world/story.js'
import { asOwner } from '../world/templates.js'
import { until } from '../world/until.js'
import { ADMIN, AUDITOR, openOn, openWorld, type World } from '../world/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await programme(world)
})
afterAll(() => world.close())
afterEach(() => {
  jest.restoreAllMocks()
})

/** However slow the machine is, nobody has waited for as long as anybody may. */
const noTimePasses = (): void => {
  jest.spyOn(performance, 'now').mockReturnValue(performance.now())
}

/** Waits until a process has followed the ledger to an entry. */
const untilAt = async ({ follower }: Pick<World, 'follower'>, sequence: number): Promise<void> => {
  await until(() => follower.current.head.sequence >= sequence)
  expect(follower.current.head.sequence).toBe(sequence)
}

const LEDGER = `query ($key: ID!, $table: String!) {
  ledgerEntries(filter: { key: $key, table: $table }) {
    totalCount
    edges { node {
      sequence at kind subject organisation
      body { table key before after reason }
    } }
  }
}`

test('a change and its ledger entry are written together', async () => {
  const reason = 'A practice joins.'
  await practice(world, 'P82001', '5HQ', { reason })
  const { ledgerEntries } = await world.must(LEDGER, { key: 'P82001', table: 'practice' }, ADMIN)
  expect(ledgerEntries).toMatchObject({
    totalCount: 1,
    edges: [
      {
        node: {
          kind: 'recordPractice',
          subject: ADMIN.subject,
          organisation: 'DH',
          at: world.clock.at,
          body: { before: null, after: { odsCode: 'P82001', version: 1 }, reason },
        },
      },
    ],
  })
})

test('an entry tells the row before and after', async () => {
  await practice(world, 'P82002', '5HQ')
  await practice(world, 'P82002', '5NT', { version: 1 })
  const { ledgerEntries } = await world.must(LEDGER, { key: 'P82002', table: 'practice' }, ADMIN)
  expect(ledgerEntries.edges[0].node.body).toMatchObject({
    before: { version: 1, memberships: [{ region: '5HQ' }] },
    after: { version: 2, memberships: [{ region: '5NT' }] },
  })
})

test('an edit based on a version that has passed is refused, and changes nothing', async () => {
  await practice(world, 'P82003', '5HQ')
  await practice(world, 'P82003', '5NT', { version: 1 })
  const input = { odsCode: 'P82003', name: 'X', memberships: [], suppliers: [], version: 1 }
  const { code, errors } = await give(world, 'recordPractice', input)
  expect(code).toBe('STALE_VERSION')
  expect(errors[0]?.extensions).toMatchObject({ table: 'practice', key: 'P82003', version: 2 })
})

test('when the ledger cannot be written, neither is the row', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const before = world.follower.current.head
  const shut = 'ADD CONSTRAINT shut CHECK (sequence < 0) NOT VALID'
  await asOwner(world.url, `ALTER TABLE ledger_entry ${shut}`)
  const { code } = await give(world, 'recordOrganisation', { code: 'RCGP', name: 'RCGP' })
  await asOwner(world.url, 'ALTER TABLE ledger_entry DROP CONSTRAINT shut')
  expect(code).toBe('INTERNAL_SERVER_ERROR')
  expect(log).toHaveBeenCalledTimes(1)
  log.mockRestore()
  expect(await world.database.query(`SELECT * FROM organisation WHERE code = 'RCGP'`)).toEqual([])
  expect(world.follower.current.head).toBe(before)
  await done(world, 'recordOrganisation', { code: 'RCGP', name: 'RCGP' })
})

test.each([
  ['NUL', 'a\u0000b'],
  ['half a surrogate', 'a\ud800'],
])('%s is let into no text, and the attempt is kept', async (_, text) => {
  const organisation = { code: 'UNSOUND', name: 'X' }
  const inputs = [{ ...organisation, reason: text }, { ...organisation, name: text }]
  for (const input of inputs) {
    expect((await give(world, 'recordOrganisation', input)).code).toBe('INVALID_INPUT')
    expect((await give(world, 'recordOrganisation', input, AUDITOR)).code).toBe('FORBIDDEN')
  }
  const kept = await world.database.query(
    `SELECT input FROM refused_attempt WHERE command = 'recordOrganisation' ORDER BY id DESC LIMIT 4`,
  )
  expect(kept.map((row: any) => typeof row.input.characters)).toEqual(Array(4).fill('number'))
  const source = 'query ($key: ID!) { ledgerEntries(filter: { key: $key }) { totalCount } }'
  expect((await world.must(source, { key: text }, ADMIN)).ledgerEntries.totalCount).toBe(0)
})

test('of twenty changes at once none is lost, and none is decided on stale facts', async () => {
  noTimePasses()
  await done(world, 'recordOrganisation', { code: 'ONE', name: 'Nought' })
  const others = await Promise.all([1, 2].map(() => openOn(world.url, world.clock.at)))
  const processes = [world, ...others]
  const edits = Array.from({ length: 20 }, (_, number) =>
    give(processes[number % 3]!, 'recordOrganisation', {
      code: 'ONE',
      name: `Name ${number}`,
      version: 1,
    }),
  )
  const plans = Array.from({ length: 20 }, (_, number) =>
    give(processes[number % 3]!, 'planRollout', {
      programme: 'SCR',
      region: '5HQ',
      classification: 'STANDARD',
    }),
  )
  const editCodes = (await Promise.all(edits)).map(({ code }) => code)
  expect(editCodes.filter((code) => code === null)).toHaveLength(1)
  expect(editCodes.filter((code) => code === 'STALE_VERSION')).toHaveLength(19)
  const planned = (await Promise.all(plans)).map(({ data }) => {
    const { rollout, proposal } = data.planRollout
    return (rollout ?? proposal).id
  })
  expect(new Set(planned).size).toBe(20)
  await Promise.all(others.map((other) => other.stop()))
})

test('changes that wait five seconds for others are told that Holdfast is busy', async () => {
  const runner = world.database.createQueryRunner()
  await runner.startTransaction()
  await runner.query('SELECT pg_advisory_xact_lock($1)', [GOVERNANCE_LOCK])
  const { code } = await give(world, 'recordOrganisation', { code: 'TWO', name: 'Two' })
  await runner.rollbackTransaction()
  await runner.release()
  expect(code).toBe('BUSY')
})

test('a hundred changes at once all have their turn, and reading goes on meanwhile', async () => {
  noTimePasses()
  const given = Array.from({ length: 100 }, (_, number) =>
    give(world, 'recordOrganisation', { code: `N${number}`, name: 'One of many' }),
  )
  const source = '{ ledgerEntries(first: 1) { totalCount } }'
  const read = await Promise.all(Array.from({ length: 5 }, () => world.ask(source, {}, ADMIN)))
  expect(read.map(({ code }) => code)).toEqual([null, null, null, null, null])
  const codes = (await Promise.all(given)).map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set([null]))
})

test('entry times never go back, whatever the clock does', async () => {
  const { at } = world.clock
  world.clock.at = '2010-05-01T00:00:00.000Z'
  await done(world, 'recordOrganisation', { code: 'LATE', name: 'Late' })
  world.clock.at = '2010-04-25T00:00:00.000Z'
  await done(world, 'recordOrganisation', { code: 'EARLY', name: 'Early' })
  world.clock.at = at
  const times = await world.database.query('SELECT at FROM ledger_entry ORDER BY sequence')
  const inOrder = times.map((row: { at: Date }) => row.at.getTime())
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
})

test('a suspension holds at once, also for a process whose clock is behind', async () => {
  await practice(world, 'P82008', '5HQ')
  const other = await openOn(world.url, '2010-04-21T00:00:00.000Z')
  const held = await suspension(world)
  expect(other.clock.at < held.from).toBe(true)
  await untilAt(other, world.follower.current.head.sequence)
  expect(await reasons(other, 'P82008')).toContain('SUSPENDED')
  await other.stop()
})

test('another process sees a change without being asked', async () => {
  const other = await openOn(world.url, world.clock.at)
  await practice(world, 'P82009', '5HQ')
  const asked = 'query { practice(odsCode: "P82009") { name } }'
  await untilAt(other, world.follower.current.head.sequence)
  const { practice: seen } = await other.must(asked, {}, ADMIN)
  await other.stop()
  expect(seen).toEqual({ name: 'Practice P82009' })
})
