import Papa from 'papaparse'
import type { Column } from './Table.js'

/** What stands in a cell, as text. */
export const textOf = <Row>({ text, cell }: Column<Row>, row: Row): string | number => {
  if (text) return text(row) ?? ''
  const shown = cell(row)
  return typeof shown === 'string' || typeof shown === 'number' ? shown : ''
}

/** What a spreadsheet computes, of however many lines, behind whatever blanks, in any script. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/** A CSV of rows, columns as listed. What a spreadsheet would compute is guarded. */
export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  Papa.unparse(
    {
      fields: columns.map(({ label }) => label),
      data: rows.map((row) => columns.map((column) => textOf(column, row))),
    },
    { escapeFormulae: FORMULA },
  )

/** Hands a text over as a file. */
export const download = (name: string, text: string): void => {
  // A spreadsheet takes a file for Unicode only with this mark in front.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
