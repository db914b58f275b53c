import { canonical } from '../ledger/entry-hash.js'
import type { StoredRow } from './stored.js'
import type { ToldRow } from './told.js'

/** A place in a row, such as `memberships[0].from`, and what stands there on either side. */
interface Difference {
  readonly column: string
  readonly stored: unknown
  readonly told: unknown
}

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (value === undefined ? 'nothing' : canonical(value))

const placeOf = (outer: string, name: string, inArray: boolean): string => {
  if (inArray) return `${outer}[${name}]`
  return outer ? `${outer}.${name}` : name
}

/** The first place where two values differ, as deep within them as both go. */
const differenceOf = (column: string, stored: unknown, told: unknown): Difference => {
  const here = { column, stored, told }
  if (!isContainer(stored) || !isContainer(told)) return here
  if (Array.isArray(stored) !== Array.isArray(told)) return here
  const name = [...new Set([...Object.keys(told), ...Object.keys(stored)])].find(
    (each) => textOf(stored[each]) !== textOf(told[each]),
  )
  if (name === undefined) return here
  const place = placeOf(column, name, Array.isArray(told))
  return differenceOf(place, stored[name], told[name])
}

const SHOWN_MAX = 120
const SHOWN_BEFORE = 20

const excerpt = (text: string, from: number): string => {
  const shown = text.slice(from, from + SHOWN_MAX)
  return (from > 0 ? '…' : '') + shown + (from + SHOWN_MAX < text.length ? '…' : '')
}

/** Both texts; of long ones only the part where they begin to differ. */
const excerpts = (one: string, other: string): [string, string] => {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const long = Math.max(one.length, other.length) > SHOWN_MAX
  const from = long ? Math.max(0, same - SHOWN_BEFORE) : 0
  return [excerpt(one, from), excerpt(other, from)]
}

/** Columns that came with a later migration: rows that were written before have them as null. */
const ADDED_LATER: ReadonlySet<string> = new Set([
  'basis', 'recordedAt', 'breach', 'permittedFrom',
])

/** The columns of a row, without those that were added later and say nothing in it. */
const toldColumns = (
  columns: Readonly<Record<string, unknown>>,
  told: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(columns).filter(
      ([name, value]) => value !== null || name in told || !ADDED_LATER.has(name),
    ),
  )

/** What is wrong with a stored row, in a sentence, or null where it is what the ledger tells. */
export const rowFault = ({ columns }: StoredRow, known: ToldRow | undefined): string | null => {
  if (!known) return 'It is in the table, and no entry of the ledger tells of it.'
  if (canonical(columns) === known.text) return null
  const row = JSON.parse(known.text) as Record<string, unknown>
  const comparable = toldColumns(columns, row)
  if (canonical(comparable) === known.text) return null
  const { column, stored, told } = differenceOf('', comparable, row)
  const [inTable, inLedger] = excerpts(textOf(stored), textOf(told))
  return `${column} is ${inTable} in the table, and ${inLedger} by ledger entry ${known.sequence}.`
}
