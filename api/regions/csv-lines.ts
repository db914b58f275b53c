import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { UNSEEN } from '../kernel/text.js'

export interface ReadLine {
  /** Counted from 1, as an editor counts. */
  readonly line: number
  readonly fields: readonly string[]
  readonly fault: null
}

export interface UnreadLine {
  readonly line: number
  /** As much of the line as can be shown. */
  readonly text: string
  /** What keeps it from being read, and what would be right. */
  readonly fault: string
}

export type CsvLine = ReadLine | UnreadLine

interface PhysicalLine {
  readonly line: number
  readonly bytes: Buffer
}

interface DecodedLine {
  readonly line: number
  readonly text: string
  readonly fault: string | null
}

const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const LINE_BYTES_MAX = 10_000
const SHOWN_CHARACTERS_MAX = 60
const BATCH_LINES = 500

const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A value as a reason names it: in quotes, short, and with nothing unseen in it. */
export const shown = (value: string): string => {
  const cut = value.slice(0, SHOWN_CHARACTERS_MAX)
  const seen = cut.replace(ALL_UNSEEN, (character) => `<${codePoint(character)}>`)
  return cut === value ? `"${seen}"` : `"${seen}…"`
}

function* physicalLines(bytes: Buffer): Generator<PhysicalLine> {
  let from = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0
  for (let line = 1; from < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, from)
    const to = newline === -1 ? bytes.length : newline
    const end = to > from && bytes[to - 1] === CARRIAGE_RETURN ? to - 1 : to
    yield { line, bytes: bytes.subarray(from, end) }
    from = to + 1
  }
}

const decode = ({ line, bytes }: PhysicalLine): DecodedLine => {
  // Looked at before the text is made: a file without newlines can be one line of any size.
  const text = bytes.subarray(0, LINE_BYTES_MAX).toString('utf8')
  const unread = (fault: string): DecodedLine => ({ line, text, fault })
  if (bytes.length === 0) return unread('the line is empty; every line is a row')
  if (bytes.length > LINE_BYTES_MAX) {
    return unread(`the line is ${bytes.length} bytes long; a row has at most ${LINE_BYTES_MAX}`)
  }
  if (!isUtf8(bytes)) {
    return unread(`bytes that are not text, in ${shown(text)}; the file must be UTF-8`)
  }
  const unseen = UNSEEN.exec(text)
  if (!unseen) return { line, text, fault: null }
  return unread(`the character ${codePoint(unseen[0])} in ${shown(text)}; a row holds only text`)
}

// Column counts are for the reader of the rows to judge, who can say what they should be.
const parseTexts = (texts: readonly string[]): string[][] =>
  parse(texts.join('\n'), { relax_column_count: true, record_delimiter: '\n' })

// With columns left to others, quotes are all that the parser has to find fault with.
const faultOf = (error: CsvError, text: string): string => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return `a quote is opened and not closed in ${shown(text)}; a row ends on its own line`
  }
  return `a quote inside a field in ${shown(text)}; there it is doubled, and the field quoted`
}

const parseOne = ({ line, text, fault }: DecodedLine): CsvLine => {
  if (fault !== null) return { line, text, fault }
  try {
    return { line, fields: parseTexts([text])[0] ?? [], fault: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line, text, fault: faultOf(error, text) }
  }
}

const parseTogether = (batch: readonly DecodedLine[]): CsvLine[] | null => {
  try {
    const records = parseTexts(batch.map(({ text }) => text))
    // Fewer records than lines: a quote ran on into the next line.
    if (records.length !== batch.length) return null
    return batch.map(({ line }, index) => ({ line, fields: records[index] ?? [], fault: null }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return null
  }
}

// Many lines at once cost a tenth of one by one. Where anything is wrong, one by one finds it.
const parseBatch = (batch: readonly DecodedLine[]): CsvLine[] => {
  const together = batch.every(({ fault }) => fault === null) ? parseTogether(batch) : null
  return together ?? batch.map(parseOne)
}

/**
 * Reads a CSV file whose rows are each one line, quoted or not, UTF-8 with or without a byte order
 * mark, ending in LF or CRLF or, the last, in nothing. A line that cannot be read is given with its
 * fault and spoils no other line. Never throws.
 */
export function* readCsvLines(bytes: Buffer): Generator<CsvLine> {
  let batch: DecodedLine[] = []
  for (const physical of physicalLines(bytes)) {
    batch.push(decode(physical))
    if (batch.length < BATCH_LINES) continue
    yield* parseBatch(batch)
    batch = []
  }
  yield* parseBatch(batch)
}
