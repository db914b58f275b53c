import type { Moment } from '../kernel/moment.js'
import {
  canonical, EMPTY_TREE, grow, hashBody, rootOf, type EntryBody, type EntryHeader, type Tree,
} from '../ledger/entry-hash.js'
import { KEY, TABLES, type Table } from '../register/facts.js'
import type { StoredEntry } from './stored.js'

/** A row by the ledger: its canonical JSON, and the entry that told of it last. */
export interface ToldRow {
  readonly text: string
  readonly version: number
  readonly sequence: number
}

/** What the entries read so far tell. */
export interface Told {
  tree: Tree
  at: Moment
  readonly rows: Readonly<Record<Table, Map<string, ToldRow>>>
}

/** Before the first entry. */
export const nothingTold = (): Told => ({
  tree: EMPTY_TREE,
  at: '0000-01-01T00:00:00.000Z',
  rows: Object.fromEntries(TABLES.map((table) => [table, new Map()])) as unknown as Told['rows'],
})

/** One thing that has to be so of an entry; answers what is wrong, or null. */
type Check<Subject> = (subject: Subject, told: Told) => string | null

const firstFault = <Subject>(checks: readonly Check<Subject>[], subject: Subject, told: Told) => {
  for (const check of checks) {
    const what = check(subject, told)
    if (what) return what
  }
  return null
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const SALT = /^[0-9a-f]{32}$/

/** What is checked of an entry before it joins the tree. */
const ENTRY_CHECKS: readonly Check<StoredEntry>[] = [
  ({ at }) => (MOMENT.test(at) ? null : `Its time, ${at}, is none that Holdfast writes.`),
  ({ at }, told) =>
    at >= told.at ? null : `Its time, ${at}, is before that of the entry before it, ${told.at}.`,
  ({ salt, body }) =>
    salt === null || body === null ? 'It has no body: nobody can say what it changed.' : null,
  // Hexadecimal is read leniently: without this, a salt could be lengthened and hash the same.
  ({ salt }) => (SALT.test(String(salt)) ? null : 'Its salt is not 32 hexadecimal digits.'),
  ({ salt, body, bodyHash }) =>
    hashBody(String(salt), String(body)) === bodyHash
      ? null
      : 'Its body was changed: it does not have the hash that the header gives.',
]

/** What an entry tells of a row, taken apart. */
interface Tale {
  readonly body: EntryBody
  readonly after: Readonly<Record<string, unknown>>
  readonly known: ToldRow | undefined
}

const nameOf = ({ table, key }: EntryBody): string => `${table} ${key}`

/** What is checked of a body: that it names its row, and is true about the row before. */
const TALE_CHECKS: readonly Check<Tale>[] = [
  ({ body, after }) =>
    after[KEY[body.table as Table]] === body.key
      ? null
      : `It tells of ${nameOf(body)}, but the row it gives has another key.`,
  ({ body, known }) =>
    (known?.text ?? 'null') === canonical(body.before)
      ? null
      : `What it says ${nameOf(body)} was before is not what the entries before it say: ` +
        (known ? `entry ${known.sequence} left it otherwise.` : 'none tells of it.'),
  ({ body, after, known }) =>
    after.version === (known?.version ?? 0) + 1
      ? null
      : `It makes ${nameOf(body)} version ${String(after.version)}, ` +
        `which follows version ${known?.version ?? 0}.`,
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The body of an entry if its text is canonical and holds what a body holds, or null. */
const bodyOf = (text: string): EntryBody | null => {
  try {
    const { table, key, before, after, reason } = JSON.parse(text) as EntryBody
    const body = { table, key, before, after, reason }
    return canonical(body) === text ? body : null
  } catch {
    // Neither JSON nor what RFC 8785 can write: no body of ours, whatever it is.
    return null
  }
}

const taleOf = (body: EntryBody, told: Told): Tale | null => {
  const { table, key, after, reason } = body
  const governed = (TABLES as readonly string[]).includes(table)
  if (!governed || typeof key !== 'string' || typeof reason !== 'string') return null
  if (!isObject(after)) return null
  return { body, after, known: told.rows[table as Table].get(key) }
}

const headerOf = (entry: StoredEntry): EntryHeader => {
  const { sequence, at, change, issuer, subject, organisation, kind, bodyHash } = entry
  return { sequence, at, change, issuer, subject, organisation, kind, bodyHash }
}

/** Adds what an entry tells of its row, or answers what is wrong with it. */
const tellBody = (told: Told, { sequence, body: text }: StoredEntry): string | null => {
  const body = bodyOf(String(text))
  const tale = body && taleOf(body, told)
  if (!tale) return 'Its body is not one that Holdfast writes: a governed row, before and after.'
  const what = firstFault(TALE_CHECKS, tale, told)
  if (what) return what
  const { table, key } = tale.body
  const version = Number(tale.after.version)
  told.rows[table as Table].set(key, { text: canonical(tale.after), version, sequence })
  return null
}

/** Adds the entry that comes next, or answers in a sentence what is wrong with it. */
export const tell = (told: Told, entry: StoredEntry): string | null => {
  const what = firstFault(ENTRY_CHECKS, entry, told)
  if (what) return what
  const tree = grow(told.tree, headerOf(entry))
  if (rootOf(tree) !== entry.root) {
    return 'Its root is not that of the entries up to it: its header or its root was changed.'
  }
  told.tree = tree
  told.at = entry.at
  return tellBody(told, entry)
}
