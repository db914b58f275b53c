import { invariant } from '../kernel/invariant.js'
import type { Moment } from '../kernel/moment.js'
import {
  growAll, hashBody, rootOf, type EntryBody, type EntryHeader,
} from '../ledger/entry-hash.js'
import { EMPTY_HEAD, type Register } from './register.js'
import type { Facts, Table } from './facts.js'

/** A ledger entry as the database gives it. */
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

/** Runs one SQL statement: of a pool, of a transaction or of a connection. */
export type Query = <Row>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>

/** A read ends where a number is divided by this, so that a register can be kept there. */
export const ENTRIES_A_READ = 2_000

/** How far to fold, and who is shown the registers on the way. */
export interface Folding {
  /** The last entry to fold; the ledger's head where it is left out. */
  readonly upTo?: number
  /** Told of the register after each full read; it is changed afterwards. */
  readonly onTheWay?: (register: Register) => void
}

/** The header of an entry whose body is its own. */
const checkedHeader = (entry: StoredEntry): EntryHeader => {
  const { sequence, at, change, issuer, subject, organisation, kind, bodyHash, salt, body } = entry
  invariant(salt !== null && body !== null, `ledger entry ${sequence} has no body`)
  invariant(hashBody(salt, body) === bodyHash, `the body of ledger entry ${sequence} was changed`)
  return { sequence, at, change, issuer, subject, organisation, kind, bodyHash }
}

// The moment comes as its text, for it is hashed as one: made into a Date it would be made twice.
const ENTRIES = `
SELECT sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, change,
  issuer, subject, organisation, kind, "bodyHash", salt, body, root
FROM ledger_entry WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence`

const readFrom = (query: Query, sequence: number, upTo: number): Promise<StoredEntry[]> => {
  const full = (Math.floor(sequence / ENTRIES_A_READ) + 1) * ENTRIES_A_READ
  return query<StoredEntry>(ENTRIES, [sequence, Math.min(full, upTo)])
}

/** A root stands for every entry before it: the last one of a read vouches for all of them. */
const fold = (register: Register, entries: readonly StoredEntry[], end: StoredEntry): void => {
  const tree = growAll(register.head.tree, entries.map(checkedHeader))
  const vouched = rootOf(tree) === end.root
  invariant(vouched, `the root of ledger entry ${end.sequence} does not fit the entries`)
  for (const { body } of entries) {
    const { table, after } = JSON.parse(body ?? 'null') as EntryBody
    register.put(table as Table, after as Facts[Table])
  }
  register.advance({ sequence: end.sequence, at: end.at, tree })
}

/**
 * The register of the ledger's head or of an earlier entry, or `known` itself where it has reached
 * it. The head already known is read again each time: a ledger that lost it, or holds another in
 * its place, is not the ledger that was followed, and stops the process.
 */
export const catchUp = async (
  query: Query,
  known: Register,
  { upTo = Number.MAX_SAFE_INTEGER, onTheWay }: Folding = {},
): Promise<Register> => {
  let register = known
  let reading = readFrom(query, known.head.sequence, upTo)
  for (;;) {
    const entries = await reading
    const { sequence, tree } = register.head
    if (sequence > EMPTY_HEAD.sequence) {
      const head = entries.shift()
      invariant(head?.root === rootOf(tree), `the ledger lost entry ${sequence}, already followed`)
    }
    const end = entries.at(-1)
    if (!end) return register
    // The next part is on its way while this one is folded.
    reading = readFrom(query, end.sequence, upTo)
    reading.catch(() => undefined)
    if (register === known) register = known.fork()
    fold(register, entries, end)
    if (end.sequence % ENTRIES_A_READ === 0) onTheWay?.(register)
  }
}
