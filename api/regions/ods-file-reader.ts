import { readCsvLines, shown, type CsvLine } from './csv-lines.js'
import type { Finding, Placed } from './ods-conflicts.js'
import type { Layout } from './ods-rows.js'

export interface OdsFile {
  readonly name: string
  readonly bytes: Buffer
}

/** One file as read: rows sound in themselves, findings by line, codes of rows left unjudged. */
export interface Found<Row> {
  readonly rows: Placed<Row>[]
  readonly findings: Finding[]
  readonly leftCodes: string[]
  /** How many columns its rows have: each number that occurs. */
  readonly widths: Set<number>
}

const CODE_AT_THE_START = /^"?([A-HJ-NPWY][0-9]{5})(?![A-Z0-9])/

// All three files begin with the code, which mostly survives what spoils the rest of a line.
const codeOf = (line: CsvLine): string | null => {
  const code = line.fault === null ? line.fields[0] : CODE_AT_THE_START.exec(line.text)?.[1]
  return code || null
}

const isHeader = (line: CsvLine, header: string | null): boolean =>
  line.line === 1 && line.fault === null && line.fields.join(',') === header

/** All that is wrong with a line; null for a row that is left unjudged. */
const faultsOf = <Row>(line: CsvLine, layout: Layout<Row>): string[] | null => {
  if (line.fault !== null) return [line.fault]
  if (line.line === 1 && layout.header !== null) {
    return [`${shown(line.fields.join(','))} where the header ${layout.header} is right`]
  }
  const { length } = line.fields
  // Judged first: in a row with a column too many or too few, no column is surely in its place.
  if (length !== layout.columns) return [`${length} columns; right are ${layout.columns}`]
  return layout.isLeft(line.fields) ? null : layout.faults(line.fields)
}

const takeLine = <Row>(line: CsvLine, layout: Layout<Row>, found: Found<Row>): void => {
  if (line.fault === null) found.widths.add(line.fields.length)
  const faults = faultsOf(line, layout)
  const code = codeOf(line)
  if (faults === null) {
    found.leftCodes.push(code ?? '')
  } else if (line.fault === null && faults.length === 0) {
    found.rows.push({ ...layout.read(line.fields), line: line.line })
  } else {
    found.findings.push(...faults.map((reason) => ({ line: line.line, reason, code })))
  }
}

/** Reads one file of a layout, telling of every row when it is done. Never throws. */
export const readOdsFile = <Row>(
  file: OdsFile,
  layout: Layout<Row>,
  rowDone: () => void,
): Found<Row> => {
  const found: Found<Row> = { rows: [], findings: [], leftCodes: [], widths: new Set() }
  for (const line of readCsvLines(file.bytes)) {
    if (isHeader(line, layout.header)) continue
    takeLine(line, layout, found)
    rowDone()
  }
  if (found.rows.length + found.findings.length + found.leftCodes.length === 0) {
    found.findings.push({ line: 1, reason: 'the file holds no rows', code: null })
  }
  for (const finding of layout.conflicts(found.rows)) found.findings.push(finding)
  found.findings.sort((a, b) => a.line - b.line)
  return found
}
