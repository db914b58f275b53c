import type { Asking, ResultOf } from '../../graphql/tada.js'
import type { Row } from '../../providers/source.js'

/** What stands in the address as the document takes it: `node` wants the type before a code. */
export const idOf = (id: string, type: string | undefined): string =>
  type ? `${type}:${id}` : id

/** A document that asks `node` about one type of thing: whatever else it answers is not met. */
export const byNode = <Document extends Asking<{ row: object | null }>>(document: Document) =>
  document as Asking<{ row: Extract<NonNullable<ResultOf<Document>['row']>, Row> | null }>
