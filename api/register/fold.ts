import { invariant } from '../kernel/invariant.js'
import {
  growAll, hashBody, rootOf, type EntryBody, type EntryHeader,
} from '../ledger/entry-hash.js'
import { EMPTY_HEAD, type Register } from './register.js'
import type { Facts, Table } from './facts.js'

/** A ledger entry as the database has it. */
interface StoredEntry extends EntryHeader {
  /** Empty, with the body, once redacted. */
  readonly salt: string
  readonly body: string
  readonly root: string
}

/** The entries of one change: what they have in common, and lines of what each has alone. */
interface StoredChange extends Omit<EntryHeader, 'sequence' | 'bodyHash'> {
  readonly lines: string
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

const checkBody = ({ sequence, bodyHash, salt, body }: StoredEntry): void => {
  invariant(salt !== '' && body !== '', `ledger entry ${sequence} has no body`)
  invariant(hashBody(salt, body) === bodyHash, `the body of ledger entry ${sequence} was changed`)
}

// One text for all entries of a change: column by column they take longer to read by far.
// The moment comes as its text, for it is hashed as one: made into a Date it would be made twice.
const CHANGES = `
SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, change,
  issuer, subject, organisation, kind, string_agg(
    concat_ws(E'\\n', sequence, "bodyHash", coalesce(salt, ''), coalesce(body, ''), root), E'\\n'
  ) AS lines
FROM ledger_entry WHERE sequence BETWEEN $1 AND $2
GROUP BY ledger_entry.at, change, issuer, subject, organisation, kind`

// A number, hashes, a salt, canonical JSON: none of them has a line end in it. If somebody put one
// there, the body before it no longer has its hash.
const entriesOf = ({
  at, change, issuer, subject, organisation, kind, lines,
}: StoredChange): StoredEntry[] => {
  const parts = lines.split('\n')
  let read = 0
  const next = (): string => parts[read++] ?? ''
  const entries: StoredEntry[] = []
  while (read < parts.length) {
    entries.push({
      at, change, issuer, subject, organisation, kind,
      sequence: Number(next()),
      bodyHash: next(),
      salt: next(),
      body: next(),
      root: next(),
    })
  }
  return entries
}

const readFrom = async (
  query: Query,
  sequence: number,
  upTo: number,
): Promise<StoredEntry[]> => {
  const full = (Math.floor(sequence / ENTRIES_A_READ) + 1) * ENTRIES_A_READ
  const changes = await query<StoredChange>(CHANGES, [sequence, Math.min(full, upTo)])
  return changes.flatMap(entriesOf).sort((a, b) => a.sequence - b.sequence)
}

/** A root stands for every entry before it: the last one of a read vouches for all of them. */
const fold = (register: Register, entries: readonly StoredEntry[], end: StoredEntry): void => {
  entries.forEach(checkBody)
  const tree = growAll(register.head.tree, entries)
  const vouched = rootOf(tree) === end.root
  invariant(vouched, `the root of ledger entry ${end.sequence} does not fit the entries`)
  for (const { body } of entries) {
    const { table, after } = JSON.parse(body) as EntryBody
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
