import type { EntityManager } from 'typeorm'
import { KEY, type Facts, type Table } from '../register/facts.js'

const ROWS_A_STATEMENT = 1000

/** Writes facts as the rows of their table, each new or in place of the one with its key. */
export const writeRows = async <T extends Table>(
  manager: EntityManager,
  table: T,
  facts: readonly Facts[T][],
): Promise<void> => {
  for (let start = 0; start < facts.length; start += ROWS_A_STATEMENT) {
    const rows = facts.slice(start, start + ROWS_A_STATEMENT)
    await manager.upsert(table, rows, [KEY[table]])
  }
}
