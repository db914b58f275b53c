/** Fields by their column, counted from 1. */
export type Columns = Readonly<Record<number, string>>

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`
export const quoted = (fields: readonly string[]): string => fields.map(quote).join(',')

/** A row of `epraccur`, sound but for these columns. */
export const practiceLine = (columns: Columns = {}): string => {
  const sound: Columns = { 1: 'A81001', 2: 'THE SURGERY', 11: '19740401', 13: 'A', 26: '4' }
  const fields = { ...sound, ...columns }
  return quoted(Array.from({ length: 27 }, (_, index) => fields[index + 1] ?? ''))
}

/** A row of `epcmem`, sound but for these columns. */
export const membershipLine = (columns: Columns = {}): string => {
  const sound: Columns = { 1: 'A81001', 2: '5E1', 3: 'W', 4: '20010401', 6: '0' }
  const fields = { ...sound, ...columns }
  return quoted(Array.from({ length: 6 }, (_, index) => fields[index + 1] ?? ''))
}

export const SUPPLIER_HEADER = 'ODSCode,Supplier'

export type Text = string | Buffer | readonly string[]

const bytesOf = (text: Text): Buffer => {
  if (Buffer.isBuffer(text)) return text
  return Buffer.from(typeof text === 'string' ? text : text.map((line) => `${line}\n`).join(''))
}

interface Texts {
  readonly practices?: Text
  readonly memberships?: Text
  readonly suppliers?: Text
}

/** The files, sound where a test says nothing of them; no suppliers unless it does. */
export const odsFiles = ({ practices, memberships, suppliers }: Texts) => ({
  practices: { name: 'epraccur.csv', bytes: bytesOf(practices ?? [practiceLine()]) },
  memberships: { name: 'epcmem.csv', bytes: bytesOf(memberships ?? [membershipLine()]) },
  ...(suppliers !== undefined && {
    suppliers: { name: 'suppliers.csv', bytes: bytesOf(suppliers) },
  }),
})
