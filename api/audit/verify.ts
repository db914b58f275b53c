import type { Moment } from '../kernel/moment.js'
import { rootOf } from '../ledger/entry-hash.js'
import { TABLES, type Table } from '../register/facts.js'
import { rowFault } from './row-fault.js'
import { missingTables, readEntries, readRows, type Query } from './stored.js'
import { nothingTold, tell, type Told, type ToldRow } from './told.js'

/** An entry of the ledger, and the root of the tree up to and with it. */
export interface Place {
  readonly sequence: number
  readonly at: Moment
  readonly root: string
}

/** The ledger is whole, and every governed row is what it tells. */
export interface Agreement {
  readonly entries: number
  /** Governed rows, each compared. */
  readonly rows: number
  readonly head: Place
  /** The entry whose root was kept elsewhere; null if none was named. */
  readonly kept: Place | null
}

/** The first thing found that is not so. */
export interface Fault {
  /** `ledger entry 17`, `practice P82001`, `the table live` or `the ledger`. */
  readonly where: string
  /** What is wrong there: a sentence. */
  readonly what: string
}

export interface VerifyOptions {
  /** A root kept elsewhere, 64 lower-case hexadecimal digits: some entry has to have it. */
  readonly head?: string | undefined
  /** Told of entries read, of all there are. */
  readonly progress?: (done: number, all: number) => void
}

/** Where the reading of the ledger stands. */
interface Reading {
  readonly told: Told
  head: Place | null
  kept: Place | null
}

const isFault = (found: object | null): found is Fault => found !== null && 'where' in found

const sequenceFault = (sequence: number, expected: number): Fault | null => {
  if (sequence === expected) return null
  const what =
    sequence < expected
      ? 'It is in the ledger more than once.'
      : `It is missing: the next one in the ledger is ${sequence}.`
  return { where: `ledger entry ${Math.min(sequence, expected)}`, what }
}

const countEntries = async (query: Query): Promise<number> => {
  const rows = await query<{ all: string }>('SELECT count(*) AS all FROM ledger_entry')
  return Number(rows[0]?.all)
}

/** Reads the ledger to its end, or to the first fault in it. */
const readLedger = async (
  query: Query,
  { head, progress }: VerifyOptions,
): Promise<Reading | Fault> => {
  const reading: Reading = { told: nothingTold(), head: null, kept: null }
  const all = await countEntries(query)
  for await (const entries of readEntries(query)) {
    for (const entry of entries) {
      const { sequence, at, root } = entry
      const gap = sequenceFault(sequence, reading.told.tree.size + 1)
      if (gap) return gap
      const what = tell(reading.told, entry)
      if (what) return { where: `ledger entry ${sequence}`, what }
      reading.head = { sequence, at, root }
      if (root === head) reading.kept = reading.head
    }
    progress?.(reading.told.tree.size, all)
  }
  return reading
}

/** Compares a table with what the ledger tells of it; answers how many rows there are. */
const compareRows = async (
  query: Query,
  table: Table,
  known: ReadonlyMap<string, ToldRow>,
): Promise<number | Fault> => {
  const missing = new Map(known)
  for await (const rows of readRows(query, table)) {
    for (const row of rows) {
      // Each told row is met once: a second one of the same key is one that nobody told of.
      const what = rowFault(row, missing.get(row.key))
      if (what) return { where: `${table} ${row.key}`, what }
      missing.delete(row.key)
    }
  }
  for (const [key, { sequence }] of missing) {
    const what = `It is not in the table, though ledger entry ${sequence} tells of it.`
    return { where: `${table} ${key}`, what }
  }
  return known.size
}

const compareTables = async (query: Query, { rows }: Told): Promise<number | Fault> => {
  let compared = 0
  for (const table of TABLES) {
    const found = await compareRows(query, table, rows[table])
    if (typeof found !== 'number') return found
    compared += found
  }
  return compared
}

const verifyAll = async (query: Query, options: VerifyOptions): Promise<Agreement | Fault> => {
  for (const name of await missingTables(query, ['ledger_entry', ...TABLES])) {
    return { where: `the table ${name}`, what: 'The database does not have it.' }
  }
  const reading = await readLedger(query, options)
  if (isFault(reading)) return reading
  const { head, kept, told } = reading
  if (!head) return { where: 'the ledger', what: 'It has no entry.' }
  if (options.head && !kept) {
    const what =
      `No entry has the root ${options.head}. Either something was changed that the ledger told ` +
      'when that root was kept, or it is the root of another ledger.'
    return { where: 'the ledger', what }
  }
  const rows = await compareTables(query, told)
  if (typeof rows !== 'number') return rows
  return { entries: told.tree.size, rows, head: { ...head, root: rootOf(told.tree) }, kept }
}

/**
 * Checks the ledger entry by entry and every governed row against it; answers that all agrees, or
 * the first fault. It sees one moment of the database, though others go on writing, and writes
 * nothing. `query` runs every statement on one connection, which is in no transaction.
 */
export const verify = async (
  query: Query,
  options: VerifyOptions = {},
): Promise<Agreement | Fault> => {
  await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    await query(`SET LOCAL TIME ZONE 'UTC'`)
    return await verifyAll(query, options)
  } finally {
    await query('ROLLBACK')
  }
}
