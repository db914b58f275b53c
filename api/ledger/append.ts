import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { invariant } from '../kernel/invariant.js'
import { toMs, type Moment } from '../kernel/moment.js'
import {
  canonical, grow, hashBody, rootOf, type EntryBody, type EntryHeader, type Tree,
} from './entry-hash.js'
import { LedgerEntryRow } from './ledger-entry.entity.js'

/** Where a ledger ends: the last entry's number and time, and the tree up to it. */
export interface LedgerHead {
  readonly sequence: number
  readonly at: Moment
  readonly tree: Tree
}

/** What all entries of one change have in common. */
export type ChangeHeader = Omit<EntryHeader, 'sequence' | 'bodyHash'>

const SALT_BYTES = 16
const ROWS_A_STATEMENT = 1000

const buildRow = (tree: Tree, change: ChangeHeader, body: EntryBody) => {
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const text = canonical(body)
  const header = { ...change, sequence: tree.size + 1, bodyHash: hashBody(salt, text) }
  const grown = grow(tree, header)
  return { grown, row: { ...header, salt, body: text, root: rootOf(grown) } }
}

/**
 * Writes the entries of one change after `head`, in the caller's transaction, and answers the new
 * head. The caller holds the governance lock, so that nobody else appends meanwhile.
 */
export const append = async (
  manager: EntityManager,
  head: LedgerHead,
  change: ChangeHeader,
  bodies: readonly EntryBody[],
): Promise<LedgerHead> => {
  invariant(toMs(change.at) >= toMs(head.at), 'a ledger entry earlier than the one before it')
  let tree = head.tree
  const rows = bodies.map((body) => {
    const { grown, row } = buildRow(tree, change, body)
    tree = grown
    return row
  })
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await manager.insert(LedgerEntryRow, rows.slice(start, start + ROWS_A_STATEMENT))
  }
  return { sequence: tree.size, at: change.at, tree }
}
