import { setImmediate as thisTurn } from 'node:timers/promises'
import type { Moment } from '../kernel/moment.js'
import type { Table } from '../register/facts.js'
import type { Context } from './context.js'

/** By whom a row was written, for whom, and why: as its entry in the ledger has it. */
export interface Written {
  readonly subject: string
  readonly organisation: string
  readonly reason: string
}

/** One writing of a row: its version then, and the moment of the change. */
interface Writing {
  readonly table: Table
  readonly key: string
  readonly version: number
  readonly at: Moment
}

type Entry = Written & Omit<Writing, 'at'> & { readonly at: Date }

/** What a field costs that is read from the ledger: with others of its page, by an index. */
export const WRITTEN_COST = 10

const ENTRIES = `
SELECT body::jsonb ->> 'table' AS "table", body::jsonb ->> 'key' AS key,
  (body::jsonb #>> '{after,version}')::integer AS version, at, subject, organisation,
  body::jsonb ->> 'reason' AS reason
FROM ledger_entry WHERE body::jsonb ->> 'key' = ANY($1)`

const nameOf = ({ table, key, version, at }: Writing): string =>
  [table, key, version, at].join(' ')

type Entries = ReadonlyMap<string, Written>

const read = async ({ database }: Context, keys: Iterable<string>): Promise<Entries> => {
  const entries = await database.query<Entry[]>(ENTRIES, [[...keys]])
  return new Map(
    entries.map((entry) => [nameOf({ ...entry, at: entry.at.toISOString() }), entry]),
  )
}

interface Reading {
  readonly keys: Set<string>
  readonly entries: Promise<Entries>
}
const readings = new WeakMap<Context, Reading>()

/** What is asked of several rows in one turn is read at once: a page of them is one query. */
const readTogether = (context: Context, key: string): Promise<Entries> => {
  const known = readings.get(context)
  if (known) {
    known.keys.add(key)
    return known.entries
  }
  const keys = new Set([key])
  const entries = thisTurn().then(() => {
    readings.delete(context)
    return read(context, keys)
  })
  readings.set(context, { keys, entries })
  return entries
}

/** How a row was written; null where that was only previewed, or is redacted. */
export const writtenIn = async (context: Context, writing: Writing): Promise<Written | null> => {
  const { table, key, version } = writing
  // What was only previewed is not written, though another's row may be by the same number.
  if ((context.register.get(table, key)?.version ?? 0) < version) return null
  return (await readTogether(context, key)).get(nameOf(writing)) ?? null
}
