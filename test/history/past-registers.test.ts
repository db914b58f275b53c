import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { escapeLiteral } from 'pg'
import { catchUp, ENTRIES_A_READ, type Query } from '../../api/register/fold.js'
import { TABLES } from '../../api/register/facts.js'
import { History } from '../../api/register/history.js'
import { KeptRegisters } from '../../api/register/kept-registers.js'
import { Register } from '../../api/register/register.js'
import { INDEXES } from '../ledger/tampering.js'
import { asOwner } from '../world/templates.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

let world: World
let query: Query
let history: History
beforeAll(async () => {
  world = await openWorld('demonstration')
  query = (sql, parameters) => world.database.query(sql, [...parameters])
  history = new History(query, world.follower)
})
afterAll(() => world.close())

const told = (register: Register) => ({
  head: register.head,
  facts: TABLES.map((table) => [...register.all(table)]),
})

test('a past register is what the ledger told till then, wherever the fold began', async () => {
  const { sequence: end } = world.follower.current.head
  const steps = [ENTRIES_A_READ - 1, ENTRIES_A_READ, ENTRIES_A_READ + 1, 3 * ENTRIES_A_READ]
  for (const sequence of [end - 1, ...steps, 1, 173, end, ENTRIES_A_READ + 1]) {
    const whole = await catchUp(query, Register.empty(), { upTo: sequence })
    expect(whole.head.sequence).toBe(sequence)
    const register = await history.atSequence(sequence)
    expect(told(register)).toEqual(told(whole))
  }
})

test('following the ledger keeps a register every so many entries', () => {
  const kept = [...world.follower.kept.all()].map(({ head }) => head.sequence)
  expect(kept).toEqual([1, 2, 3, 4].map((each) => each * ENTRIES_A_READ))
})

test('however long the ledger, the registers kept are few, and lie all along it', async () => {
  const kept = new KeptRegisters()
  const register = Register.empty()
  const { tree, at } = register.head
  for (let sequence = 500; sequence <= 1_000_000; sequence += 500) {
    register.advance({ sequence, at, tree })
    kept.add(register)
  }
  const sequences = [...kept.all()].map(({ head }) => head.sequence)
  expect(sequences.length).toBeLessThanOrEqual(64)
  const gaps = sequences.map((each, place) => each - (sequences[place - 1] ?? 0))
  expect(Math.max(...gaps)).toBeLessThanOrEqual(32_000)
})

describe('an entry that somebody altered is told to nobody as history', () => {
  const SEQUENCE = ENTRIES_A_READ + 20
  const CHANGED = `the body of ledger entry ${SEQUENCE} was changed`
  const ROOT = /the root of ledger entry \d+ does not fit the entries/
  const edit = (assignment: string) =>
    asOwner(world.url, `UPDATE ledger_entry SET ${assignment} WHERE sequence = ${SEQUENCE}`)

  // Whoever alters entries may also take away what would refuse a body that is no JSON.
  beforeAll(() => asOwner(world.url, `DROP INDEX ${INDEXES}`))

  test.each([
    ['another name', `body = replace(body, '"name":"', '"name":"X')`, CHANGED],
    ['a line end before the body', `body = E'\\n' || body`, `entry ${SEQUENCE} has no body`],
    ['a line end within the body', `body = replace(body, ',', E',\\n')`, CHANGED],
    ['a line end behind the body', `body = body || E'\\n'`, /ledger/],
    ['another salt', `salt = repeat('0', 32)`, CHANGED],
    ['no body', 'body = NULL, salt = NULL', `entry ${SEQUENCE} has no body`],
    ['another subject', `subject = E'some\\nbody'`, ROOT],
    ['another time', `at = at + interval '1 millisecond'`, ROOT],
  ])('%s', async (_, assignment, why) => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const columns = 'body, salt, subject, at::text'
    const sql = `SELECT ${columns} FROM ledger_entry WHERE sequence = ${SEQUENCE}`
    const [was] = await world.database.query(sql)
    await edit(assignment)
    const found = await history.atSequence(SEQUENCE + 1).catch(String)
    const { body, salt, subject, at } = was
    const as = [body, salt, subject, at].map((each) => escapeLiteral(each))
    await edit(`(body, salt, subject, at) = (${as.join(', ')})`)
    expect(found).toEqual(expect.stringMatching(why))
    log.mockRestore()
  })

  test('until it is put back as it was', async () => {
    expect((await history.atSequence(SEQUENCE + 1)).head.sequence).toBe(SEQUENCE + 1)
  })
})

test('moments are found in the ledger, all entries of a change or none', async () => {
  const source = `{ ledgerEntries(first: 1, filter: { kind: "imposeSuspension" }) {
    edges { node { sequence at } } } }`
  const { ledgerEntries } = await world.must(source, {}, ADMIN)
  const { sequence, at } = ledgerEntries.edges[0].node
  const before = new Date(Date.parse(at) - 1).toISOString()
  expect(await history.sequencesAt([at, '2000-01-01T00:00:00Z', before, at])).toEqual([
    sequence, 0, sequence - 1, sequence,
  ])
})
