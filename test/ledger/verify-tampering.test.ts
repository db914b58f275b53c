import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Agreement, Fault } from '../../api/audit/verify.js'
import { dropDatabase } from '../world/world.js'
import { playStory } from './story.js'
import {
  asOwnerOf, editEntry, findAfter, sequenceOf, verifyAt, type Tamper,
} from './tampering.js'

let story: string
let whole: Agreement
beforeAll(async () => {
  story = await playStory()
  whole = (await verifyAt(story)) as Agreement
})
afterAll(() => dropDatabase(story))

const numberOf = (told: string): Promise<number> =>
  asOwnerOf(story, (owner) => sequenceOf(owner, told))

const sql =
  (...statements: readonly string[]): Tamper =>
  async (owner) => {
    for (const statement of statements) await owner.query(statement)
  }

const EDIT = 'practice P82001 2'

/** Tamperings with governed rows: what is done, and what is found where. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ['installation HOLDFAST', 'UPDATE installation SET demonstration = true',
    'demonstration is true in the table, and false by ledger entry 1.'],
  ['organisation TST', `UPDATE organisation SET name = 'Another' WHERE code = 'TST'`,
    'name is "Another" in the table, and "A body that tests" by'],
  ['region 9ZZ', `UPDATE region SET kind = 'SHA' WHERE code = '9ZZ'`, 'kind is "SHA" in'],
  ['practice P82001', `UPDATE practice SET "openTo" = '2011-01-01' WHERE name = 'Dr Bell'`,
    'openTo is "2011-01-01" in the table, and null by'],
  ['practice P82001', `UPDATE practice SET "openFrom" = "openFrom" + 1 WHERE name = 'Dr Bell'`,
    'openFrom is "2004-04-02" in the table, and "2004-04-01" by'],
  ['practice P82002',
    `UPDATE practice SET memberships = jsonb_set(memberships, '{0,region}', '"5NT"')
      WHERE "odsCode" = 'P82002'`,
    'memberships[0].region is "5NT" in the table, and "5HQ" by'],
  ['programme SCR',
    `UPDATE programme SET terms = jsonb_set(terms, '{1,validitySecondsMax}', '601')`,
    'terms[1].validitySecondsMax is 601 in the table, and 600 by'],
  ['programme SCR',
    `UPDATE programme
      SET terms = jsonb_set(terms, '{1,validitySecondsMax}', '600.00000000000000001')`,
    'terms[1].validitySecondsMax is "600.00000000000000001" in the table, and 600 by'],
  ['programme SCR', `UPDATE programme SET terms = terms - 0`, 'terms[0].'],
  ['rollout R-1', `UPDATE rollout SET "startedAt" = "startedAt" + '1 microsecond'`, 'startedAt is "'],
  ['rollout R-1', `UPDATE rollout SET "startedAt" = "startedAt" - interval '1 millisecond'`, 'startedAt is "'],
  ['rollout R-1', `UPDATE rollout SET practices = '{}'`, 'practices is [] in the table, and null'],
  ['rollout R-1', 'UPDATE rollout SET version = 2', 'version is 2 in the table, and 3 by'],
  ['mailing M-1', 'UPDATE mailing SET packs = 901', 'packs is 901 in the table, and 900 by'],
  ['suspension S-1', 'UPDATE suspension SET "endedAt" = NULL', 'endedAt is null in the table'],
  ['suspension S-1', `UPDATE suspension SET "from" = '-infinity'`, 'from is "-infinity" in'],
  ['suspension S-1', `UPDATE suspension SET signatories = '{}'`,
    'signatories[0] is nothing in the table, and "BMA/GPC" by'],
  ['suspension S-1', `UPDATE suspension SET reason = repeat('a', 500)`,
    'aaa… in the table, and "For the story." by ledger entry'],
  ['live SCR/P82001', `UPDATE live SET "liveFrom" = "liveFrom" + '1 microsecond'`,
    'liveFrom is "2010-04-12T09:30:00.000001Z" in the table, and "2010-04-12T09:30:00.000Z" by'],
  ['live SCR/P82001', 'ALTER TABLE live ADD COLUMN note text',
    'note is null in the table, and nothing by'],
  ['live SCR/P82001', 'DELETE FROM live', 'It is not in the table, though ledger entry'],
  ['practice P82002', `DELETE FROM practice WHERE "odsCode" = 'P82002'`, 'It is not in the table'],
  ['suspension S-2',
    `INSERT INTO suspension SELECT (jsonb_populate_record(suspension, '{"id": "S-2"}')).*
      FROM suspension`,
    'It is in the table, and no entry of the ledger tells of it.'],
  ['practice P00000', `UPDATE practice SET "odsCode" = 'P00000' WHERE "odsCode" = 'P82002'`,
    'It is in the table, and no entry'],
  ['mailing M-1', `ALTER TABLE mailing DROP CONSTRAINT mailing_pkey;
      INSERT INTO mailing SELECT * FROM mailing`,
    'It is in the table, and no entry'],
  ['the table live', 'DROP TABLE live', 'The database does not have it.'],
]

test.each(ROWS)('%s is named after: %s', async (where, statement, what) => {
  expect(await findAfter(story, sql(statement))).toEqual({
    where,
    what: expect.stringContaining(what),
  })
})

const NEW_BODY = `replace(body, 'Dr Bell', 'Dr Ball')`
const ROOT = 'Its root is not that of the entries up to it'

/** Tamperings with the entry of an edit, and what is found there. */
const ENTRIES: readonly (readonly [string, string, string])[] = [
  ['the body', `body = ${NEW_BODY}`, 'Its body was changed'],
  ['the body and its hash',
    `body = ${NEW_BODY},
      "bodyHash" = encode(sha256(decode(salt, 'hex') || convert_to(${NEW_BODY}, 'UTF8')), 'hex')`,
    ROOT],
  ['the salt', `salt = repeat('0', 32)`, 'Its body was changed'],
  ['the salt, hashing the same', `salt = salt || 'zz'`, 'Its salt is not 32 hexadecimal digits'],
  ['the hash of the body', `"bodyHash" = repeat('0', 64)`, 'Its body was changed'],
  ['no body', 'body = NULL, salt = NULL', 'It has no body'],
  ['the time by a millisecond', `at = at + '1 millisecond'`, ROOT],
  ['the time by a microsecond', `at = at + '1 microsecond'`, 'none that Holdfast writes'],
  ['the time to no end', `at = 'infinity'`, 'none that Holdfast writes'],
  ['the time to a day earlier', `at = at - '1 day'::interval`, 'is before that of the entry before'],
  ['the change', 'change = gen_random_uuid()', ROOT],
  ['the issuer', `issuer = 'x'`, ROOT],
  ['the subject', `subject = 'x'`, ROOT],
  ['the organisation', `organisation = 'x'`, ROOT],
  ['the kind', `kind = 'x'`, ROOT],
  ['the root', `root = repeat('0', 64)`, ROOT],
]

test.each(ENTRIES)('an entry is named after an edit of %s', async (_, assignments, what) => {
  const where = `ledger entry ${await numberOf(EDIT)}`
  const found = await findAfter(story, editEntry(EDIT, assignments))
  expect(found).toEqual({ where, what: expect.stringContaining(what) })
})

describe('where entries are taken out, put in or swapped', () => {
  const LAST = 'organisation TST 2'
  const without = (sequence: number): Tamper =>
    sql(`DELETE FROM ledger_entry WHERE sequence = ${sequence}`)

  test.each(['installation HOLDFAST 1', EDIT])('the one missing is named: %s', async (told) => {
    const sequence = await numberOf(told)
    expect(await findAfter(story, without(sequence))).toEqual({
      where: `ledger entry ${sequence}`,
      what: `It is missing: the next one in the ledger is ${sequence + 1}.`,
    })
  })

  test('of the last one, the row is named that it told of', async () => {
    const last = await numberOf(LAST)
    const beforeIt = await numberOf('organisation TST 1')
    const named = /^name is "A body that tests" in the table, and .* by ledger entry (\d+)\.$/
    const { where, what } = (await findAfter(story, without(last))) as Fault
    expect([where, named.exec(what)?.[1]]).toEqual(['organisation TST', String(beforeIt)])
  })

  test('of all, it is said that there is none', async () => {
    expect(await findAfter(story, sql('TRUNCATE ledger_entry'))).toEqual({
      where: 'the ledger',
      what: 'It has no entry.',
    })
  })

  test('the earlier of two swapped ones is named', async () => {
    const sequence = await numberOf(EDIT)
    const swap = sql(
      `UPDATE ledger_entry SET sequence = sequence + 1000000
        WHERE sequence IN (${sequence}, ${sequence + 1})`,
      `UPDATE ledger_entry SET sequence = ${2 * sequence + 1} - (sequence - 1000000)
        WHERE sequence > 1000000`,
    )
    expect(await findAfter(story, swap)).toMatchObject({ where: `ledger entry ${sequence}` })
  })

  test('one that is there twice is named', async () => {
    const repeat = (sequence: number) =>
      sql(
        'ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_pkey',
        'ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_root_key',
        `INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE sequence = ${sequence}`,
      )
    for (const sequence of [1, whole.entries]) {
      expect(await findAfter(story, repeat(sequence))).toEqual({
        where: `ledger entry ${sequence}`,
        what: 'It is in the ledger more than once.',
      })
    }
  })

  test('one put in at the end without its hashes is named', async () => {
    const found = await findAfter(
      story,
      sql(`INSERT INTO ledger_entry SELECT sequence + 1, at, change, issuer, subject, organisation,
        kind, "bodyHash", salt, body, repeat('0', 64) FROM ledger_entry
        ORDER BY sequence DESC LIMIT 1`),
    )
    expect(found).toEqual({
      where: `ledger entry ${whole.entries + 1}`,
      what: expect.stringContaining(ROOT),
    })
  })
})
