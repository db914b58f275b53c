import type { Moment } from '../kernel/moment.js'
import { KEY, type Table } from '../register/facts.js'

/** Runs one SQL statement, always on the same connection. */
export type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>

/** A ledger entry as it is stored: nothing about it is believed yet. */
export interface StoredEntry {
  readonly sequence: number
  readonly at: Moment
  readonly change: string
  readonly issuer: string
  readonly subject: string
  readonly organisation: string
  readonly kind: string
  readonly bodyHash: string
  readonly salt: string | null
  readonly body: string | null
  readonly root: string
}

/** A row of a governed table as it is stored, as plain JSON. */
export interface StoredRow {
  readonly key: string
  readonly columns: Readonly<Record<string, unknown>>
}

const ROWS_A_FETCH = 1_000

// A cursor and no keys to go on from: of two rows with one key it passes over neither.
async function* readAll<Row>(query: Query, select: string): AsyncGenerator<Row[]> {
  await query(`DECLARE audit NO SCROLL CURSOR FOR ${select}`)
  for (;;) {
    const rows = await query<Row>(`FETCH ${ROWS_A_FETCH} FROM audit`)
    if (rows.length === 0) break
    yield rows
  }
  await query('CLOSE audit')
}

const MICROSECONDS = /^(\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00:00$/

/**
 * A moment from PostgreSQL's JSON of a `timestamptz`, in a session whose zone is UTC. What no
 * `Moment` can hold, such as microseconds, stays visible and so equals no `Moment`.
 */
const momentOf = (stored: unknown): unknown => {
  const [, seconds, fraction = ''] = MICROSECONDS.exec(String(stored)) ?? []
  if (!seconds) return stored
  const micros = fraction.padEnd(6, '0')
  return `${seconds}.${micros.endsWith('000') ? micros.slice(0, 3) : micros}Z`
}

/** The ledger in order, some entries at a time. */
export async function* readEntries(query: Query): AsyncGenerator<StoredEntry[]> {
  const entries = readAll<StoredEntry>(
    query,
    `SELECT sequence, to_jsonb(at) AS at, change, issuer, subject, organisation, kind, "bodyHash",
      salt, body, root FROM ledger_entry ORDER BY sequence`,
  )
  for await (const some of entries) {
    yield some.map((entry) => ({ ...entry, at: momentOf(entry.at) as Moment }))
  }
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** Parses JSON; a number that JavaScript would round comes as a text, and so equals no number. */
const parseExactly = (json: string): Record<string, unknown> =>
  JSON.parse(
    json.replace(STRING_OR_NUMBER, (token) =>
      token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
    ),
  ) as Record<string, unknown>

const momentColumns = async (query: Query, table: Table): Promise<string[]> => {
  const found = await query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND atttypid = 'timestamptz'::regtype AND NOT attisdropped`,
    [table],
  )
  return found.map(({ name }) => name)
}

/** The rows of a governed table in order of their keys, some at a time. */
export async function* readRows(query: Query, table: Table): AsyncGenerator<StoredRow[]> {
  const moments = await momentColumns(query, table)
  const rows = readAll<{ json: string }>(
    query,
    `SELECT columns::text AS json FROM (SELECT to_jsonb(stored) AS columns FROM ${table} AS stored)
      AS rows ORDER BY columns ->> '${KEY[table]}' COLLATE "C"`,
  )
  for await (const some of rows) {
    yield some.map(({ json }) => {
      const columns = parseExactly(json)
      for (const name of moments) columns[name] = momentOf(columns[name])
      return { key: String(columns[KEY[table]]), columns }
    })
  }
}

/** Which of these tables the database does not have. */
export const missingTables = async (
  query: Query,
  tables: readonly string[],
): Promise<string[]> => {
  const missing = await query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL',
    [tables],
  )
  return missing.map(({ name }) => name)
}
