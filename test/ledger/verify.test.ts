import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Agreement } from '../../api/audit/verify.js'
import { ADMIN, dropDatabase, openOn } from '../world/world.js'
import { asOwner } from '../world/templates.js'
import { playStory } from './story.js'
import {
  asOwnerOf, findAfter, forge, sequenceOf, verifyAt, type Forged, type Tamper,
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

const EDIT = 'practice P82001 2'

describe('after an ordinary story', () => {
  test('everything agrees, and the head is the one that the API shows', async () => {
    const world = await openOn(story, new Date().toISOString())
    const { ledgerHead } = await world.must('{ ledgerHead { sequence at root } }')
    await world.stop()
    expect(whole).toMatchObject({ head: ledgerHead, entries: ledgerHead.sequence, kept: null })
    const { rows } = await asOwnerOf(story, (owner) =>
      owner.query(`SELECT count(DISTINCT concat(body::jsonb ->> 'table', ' ',
        body::jsonb ->> 'key'))::integer AS rows FROM ledger_entry`),
    )
    expect(whole.rows).toBe(rows[0].rows)
  })

  test('the root of an earlier entry is found, and it is said where', async () => {
    const sequence = await numberOf('practice P82001 2')
    const { rows } = await asOwnerOf(story, (owner) =>
      owner.query('SELECT root FROM ledger_entry WHERE sequence = $1', [sequence]),
    )
    const found = await verifyAt(story, { head: rows[0].root })
    expect(found).toMatchObject({ head: whole.head, kept: { sequence, root: rows[0].root } })
  })

  test('a root that no entry has is a fault', async () => {
    const found = await verifyAt(story, { head: 'ab'.repeat(32) })
    expect(found).toMatchObject({ where: 'the ledger', what: /^No entry has the root abab/ })
  })

  test('it agrees in any time zone and date style that the database is set to', async () => {
    const name = new URL(story).pathname.slice(1)
    const setTo = (zone: string, style: string) =>
      asOwner(
        story,
        `ALTER DATABASE ${name} SET timezone = '${zone}'`,
        `ALTER DATABASE ${name} SET datestyle = '${style}'`,
      )
    await setTo('Pacific/Kiritimati', 'German, DMY')
    try {
      expect(await verifyAt(story)).toEqual(whole)
    } finally {
      await setTo('UTC', 'ISO, MDY')
    }
  })

  test('progress is told from the entries read to all of them', async () => {
    const told: number[][] = []
    await verifyAt(story, { progress: (...numbers) => void told.push(numbers) })
    expect(told.at(-1)).toEqual([whole.entries, whole.entries])
  })
})

const NO_BODY = 'Its body is not one that Holdfast writes'

/** Bodies that a forger writes with all hashes and roots fitting, and what gives them away. */
const LIES: readonly (readonly [string, (body: any) => unknown, string])[] = [
  [
    'a row before that was not so',
    (body) => ({ ...body, before: { ...body.before, name: 'X' } }),
    'What it says practice P82001 was before is not what the entries before it say',
  ],
  [
    'no row before',
    (body) => ({ ...body, before: null }),
    'What it says practice P82001 was before is not what the entries before it say',
  ],
  [
    'a row before where there was none',
    (body) => ({ ...body, key: 'P99999', after: { ...body.after, odsCode: 'P99999' } }),
    'none tells of it',
  ],
  [
    'a version left out',
    (body) => ({ ...body, after: { ...body.after, version: 3 } }),
    'It makes practice P82001 version 3, which follows version 1.',
  ],
  [
    'a row of another key',
    (body) => ({ ...body, after: { ...body.after, odsCode: 'P82002' } }),
    'It tells of practice P82001, but the row it gives has another key.',
  ],
  ['a table not governed', (body) => ({ ...body, table: 'refused_attempt' }), NO_BODY],
  ['no row after', (body) => ({ ...body, after: null }), NO_BODY],
  ['more than a body holds', (body) => ({ ...body, note: '' }), NO_BODY],
  ['a text not canonical', (body) => `${JSON.stringify(body)} `, NO_BODY],
  ['a text that is no JSON', () => '{', NO_BODY],
]

test.each(LIES)('a body forged with %s gives itself away', async (_, lie, what) => {
  const where = `ledger entry ${await numberOf(EDIT)}`
  const forgery = forge(EDIT, (entry) => [{ ...entry, body: lie(entry.body) }])
  expect(await findAfter(story, forgery)).toEqual({ where, what: expect.stringContaining(what) })
})

describe('a ledger rewritten whole, with hashes and roots that fit', () => {
  const rename = (entry: Forged): Forged => ({
    ...entry,
    body: { ...entry.body, after: { ...entry.body.after, name: 'Dr Ball' } },
  })
  const forgery = forge(EDIT, (entry) => [rename(entry)])
  const both: Tamper = async (owner) => {
    await forgery(owner)
    await owner.query(`UPDATE practice SET name = 'Dr Ball' WHERE "odsCode" = 'P82001'`)
  }

  test('is given away by the row, if that was left as it was', async () => {
    const sequence = await numberOf(EDIT)
    expect(await findAfter(story, forgery)).toEqual({
      where: 'practice P82001',
      what: `name is "Dr Bell" in the table, and "Dr Ball" by ledger entry ${sequence}.`,
    })
  })

  test('is given away by a later row, if an earlier version was taken out', async () => {
    const found = await findAfter(story, forge('practice P82001 1', () => []))
    expect(found).toMatchObject({ what: expect.stringContaining('none tells of it') })
  })

  test('with its row rewritten as well, is given away by a root kept elsewhere alone', async () => {
    expect(await findAfter(story, both)).toMatchObject({ entries: whole.entries, rows: whole.rows })
    expect(await findAfter(story, both, { head: whole.head.root })).toEqual({
      where: 'the ledger',
      what: expect.stringContaining(`No entry has the root ${whole.head.root}`),
    })
  })

  test('is given away by a time that goes back', async () => {
    const yesterday = (entry: Forged, before: Forged): Forged[] => [
      { ...entry, at: new Date(Date.parse(before.at) - 1).toISOString() },
    ]
    expect(await findAfter(story, forge(EDIT, yesterday))).toEqual({
      where: `ledger entry ${await numberOf(EDIT)}`,
      what: expect.stringContaining('is before that of the entry before it'),
    })
  })
})

test('it sees one moment of the database while a server goes on writing', async () => {
  const world = await openOn(story, new Date(Date.now() + 3_600_000).toISOString())
  const mutation = `mutation ($input: RecordOrganisationInput!) {
    recordOrganisation(input: $input) { status }
  }`
  const write = async (): Promise<void> => {
    for (let number = 1; number <= 20; number += 1) {
      const input = { code: `W${number}`, name: 'Written meanwhile', reason: 'For the test.' }
      await world.must(mutation, { input }, ADMIN)
    }
  }
  const looks = Array.from({ length: 8 }, () => verifyAt(story))
  const [, ...found] = await Promise.all([write(), ...looks])
  await world.stop()
  for (const each of found) expect(each).toMatchObject({ head: { sequence: expect.any(Number) } })
  expect(await verifyAt(story)).toMatchObject({ entries: whole.entries + 20 })
})
