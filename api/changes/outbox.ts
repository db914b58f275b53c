import type { EntityManager } from 'typeorm'
import { toMoment, type Moment } from '../kernel/moment.js'
import type { LedgerHead } from '../ledger/append.js'
import type { Query } from '../register/fold.js'
import type { TurnFact } from '../register/facts.js'

/** A change that others are to be told of: its entries in the ledger, and what it turned. */
export interface ToldChange {
  /** Its last entry: the register that holds it has reached this. */
  readonly sequence: number
  readonly first: number
  readonly at: Moment
  readonly turns: readonly TurnFact[]
}

/**
 * Writes down that others are to be told of a change, in its own transaction: what is in the ledger
 * is told though this process ends now, and what was rolled back is never told.
 */
export const keepForTelling = async (
  manager: EntityManager,
  first: number,
  { sequence, at }: LedgerHead,
  turns: readonly TurnFact[],
): Promise<void> => {
  await manager.query(
    'INSERT INTO outbox (sequence, first, at, turns, "fannedOut") VALUES ($1, $2, $3, $4, false)',
    [sequence, first, at, JSON.stringify(turns)],
  )
}

type Row = Omit<ToldChange, 'at'> & { readonly at: Date }

/** The changes whose last entries lie in a range, both ends included, in the ledger's order. */
export const changesBetween = async (
  query: Query,
  from: number,
  to: number,
  atMost: number,
): Promise<ToldChange[]> => {
  const rows = await query<Row>(
    `SELECT sequence, first, at, turns FROM outbox WHERE sequence BETWEEN $1 AND $2
     ORDER BY sequence LIMIT $3`,
    [from, to, atMost],
  )
  return rows.map((row) => ({ ...row, at: toMoment(row.at.getTime()) }))
}
