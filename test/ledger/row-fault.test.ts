import { expect, test } from '@jest/globals'
import { rowFault } from '../../api/audit/row-fault.js'
import { canonical } from '../../api/ledger/entry-hash.js'

const told = (row: object) => ({ text: canonical(row), version: 1, sequence: 7 })
const stored = (columns: Record<string, unknown>) => ({ key: 'SCR/P82001', columns })
const LIVE = { id: 'SCR/P82001', version: 1 }

test('a column that was added since a row was written is null in it', () => {
  expect(rowFault(stored({ ...LIVE, breach: null }), told(LIVE))).toBeNull()
  expect(rowFault(stored({ ...LIVE, breach: null }), told({ ...LIVE, breach: null }))).toBeNull()
})

test.each([
  ['says something', { ...LIVE, breach: 'B-1' }, LIVE],
  ['was emptied', { ...LIVE, breach: null }, { ...LIVE, breach: 'B-1' }],
  ['is gone', LIVE, { ...LIVE, breach: null }],
  ['is none of Holdfast’s', { ...LIVE, 'no breach': null }, LIVE],
])('it is a fault where such a column %s', (_, columns, row) => {
  expect(rowFault(stored(columns), told(row))).toContain('breach is')
})
