import { Client } from 'pg'
import {
  verify, type Agreement, type Fault, type VerifyOptions,
} from '../../api/audit/verify.js'
import {
  canonical, EMPTY_TREE, grow, hashBody, rootOf, type EntryHeader,
} from '../../api/ledger/entry-hash.js'

/** The indexes of what bodies tell: they ask that a body be JSON. */
export const INDEXES = 'IF EXISTS ledger_entry_of_key, ledger_entry_of_table'

/** Connects as the owner of everything. */
export const asOwnerOf = async <T>(
  url: string,
  use: (owner: Client) => Promise<T>,
): Promise<T> => {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    return await use(owner)
  } finally {
    await owner.end()
  }
}

const verifyWith = (
  run: (sql: string, values: unknown[]) => Promise<{ rows: any[] }>,
  options: VerifyOptions,
): Promise<Agreement | Fault> =>
  verify(async (sql, values = []) => (await run(sql, [...values])).rows, options)

/** Verifies a database as `npm run verify` does. */
export const verifyAt = (url: string, options: VerifyOptions = {}): Promise<Agreement | Fault> =>
  asOwnerOf(url, (owner) => verifyWith((sql, values) => owner.query(sql, values), options))

/** Tampers behind the API's back. */
export type Tamper = (owner: Client) => Promise<unknown>

/**
 * What is found after a tampering, which is undone again: both happen in one transaction that is
 * never committed, and so verify's own transaction becomes a part of it.
 */
export const findAfter = (
  url: string,
  tamper: Tamper,
  options: VerifyOptions = {},
): Promise<Agreement | Fault> =>
  asOwnerOf(url, async (owner) => {
    await owner.query('BEGIN')
    await tamper(owner)
    return verifyWith((sql, values) => {
      if (sql.startsWith('BEGIN')) return owner.query('SAVEPOINT verifying')
      return owner.query(sql === 'ROLLBACK' ? 'ROLLBACK TO verifying' : sql, values)
    }, options)
  })

/** The number of the entry that made a row a version: of `practice P82001 2`. */
export const sequenceOf = async (owner: Client, told: string): Promise<number> => {
  const { rows } = await owner.query(
    `SELECT sequence FROM (SELECT sequence, body::jsonb AS body FROM ledger_entry) AS entry
      WHERE concat_ws(' ', body ->> 'table', body ->> 'key', body -> 'after' ->> 'version') = $1`,
    [told],
  )
  if (rows.length !== 1) throw new Error(`${rows.length} entries tell of ${told}`)
  return rows[0].sequence
}

/** Assigns columns of the entry that made a row a version. */
export const editEntry =
  (told: string, assignments: string): Tamper =>
  async (owner) => {
    const sequence = await sequenceOf(owner, told)
    await owner.query(`UPDATE ledger_entry SET ${assignments} WHERE sequence = $1`, [sequence])
  }

/** An entry as a forger has it: what is computed from the rest is not in it yet. */
export interface Forged extends Omit<EntryHeader, 'sequence' | 'bodyHash'> {
  at: string
  /** A text is taken as it is. */
  body: any
  readonly salt: string
}

const COLUMNS = [
  'sequence', 'at', 'change', 'issuer', 'subject', 'organisation', 'kind', 'bodyHash', 'salt',
  'body', 'root',
]

/** Rows numbered, hashed and rooted anew. */
const compute = (entries: readonly Forged[]): Record<string, unknown>[] => {
  let tree = EMPTY_TREE
  return entries.map(({ salt, body, ...rest }, index) => {
    const text = typeof body === 'string' ? body : canonical(body)
    const header = { ...rest, sequence: index + 1, bodyHash: hashBody(salt, text) }
    tree = grow(tree, header)
    return { ...header, salt, body: text, root: rootOf(tree) }
  })
}

const isOf = (told: string, { body }: Forged): boolean =>
  [body.table, body.key, body.after.version].join(' ') === told

/**
 * Rewrites the ledger from the entry that made a row a version, as a forger with every right
 * would: all hashes and roots fit. `edit` answers what stands in that entry's place.
 */
export const forge =
  (told: string, edit: (entry: Forged, before: Forged) => Forged[]): Tamper =>
  async (owner) => {
    const { rows } = await owner.query('SELECT * FROM ledger_entry ORDER BY sequence')
    const entries: Forged[] = rows.map(({ sequence: _, bodyHash: __, root: ___, ...entry }) => ({
      ...entry,
      at: entry.at.toISOString(),
      body: JSON.parse(entry.body),
    }))
    const at = entries.findIndex((entry) => isOf(told, entry))
    entries.splice(at, 1, ...edit(entries[at]!, entries[at - 1]!))
    const names = COLUMNS.map((name) => `"${name}"`).join(', ')
    // Whoever may forge entries may also take away what would refuse a body that is no JSON.
    await owner.query(`DROP INDEX ${INDEXES}`)
    await owner.query('DELETE FROM ledger_entry')
    await owner.query(
      `INSERT INTO ledger_entry (${names})
        SELECT ${names} FROM jsonb_populate_recordset(NULL::ledger_entry, $1)`,
      [JSON.stringify(compute(entries))],
    )
  }
