import type { SelectQueryBuilder } from 'typeorm'
import { allReadable, readable, type Reader } from '../assurances/may-read.js'
import { ofReadableAssurances } from '../breaches/seen-breaches.js'
import type { EntryBody } from '../ledger/entry-hash.js'
import type { LedgerEntryRow } from '../ledger/ledger-entry.entity.js'
import type { Facts, Table } from '../register/facts.js'

/** Whose rows a liaison officer may read one and all; of assurances and breaches only some. */
const OPEN_TO_LIAISON: readonly Table[] = [
  'organisation', 'region', 'practice', 'programme', 'purdah', 'rollout', 'mailing',
  'consultation', 'agreement', 'suspension', 'signoff', 'dispensation',
]

const seesOnlySome = ({ actor }: Reader): boolean => actor?.role === 'LIAISON'

/** Narrows a query to the entries a caller may read, before anything is counted. */
export const onlyReadable = (
  query: SelectQueryBuilder<LedgerEntryRow>,
  reader: Reader,
): SelectQueryBuilder<LedgerEntryRow> => {
  if (!seesOnlySome(reader)) return query
  return query.andWhere(
    `(entry.body::jsonb ->> 'table' = ANY(:open) OR
      (entry.body::jsonb ->> 'table' = 'assurance' AND entry.body::jsonb ->> 'key' = ANY(:own)) OR
      (entry.body::jsonb ->> 'table' = 'breach' AND entry.body::jsonb ->> 'key' = ANY(:seen)))`,
    {
      open: OPEN_TO_LIAISON,
      own: allReadable(reader).map(({ id }) => id),
      seen: [...reader.register.all('breach')]
        .filter(ofReadableAssurances(reader))
        .map(({ id }) => id),
    },
  )
}

type Unlink = (reader: Reader, row: unknown) => unknown

/** How a row of a table is shown without its links to assurances that are not for the reader. */
type Unlinks = { readonly [T in Table]?: (reader: Reader, row: Facts[T]) => Facts[T] }

const UNLINKS: Unlinks = {
  suspension: (reader, suspension) =>
    readable(reader, suspension.assurance) ? suspension : { ...suspension, assurance: null },
  assurance: (reader, assurance) =>
    readable(reader, assurance.supersedes)
      ? assurance
      : { ...assurance, supersedes: null, reaffirms: null },
}

const unlinked = (reader: Reader, body: EntryBody): EntryBody => {
  const unlink = UNLINKS[body.table as Table] as Unlink | undefined
  if (!unlink) return body
  const before = body.before && unlink(reader, body.before)
  return { ...body, before, after: unlink(reader, body.after) }
}

/** What an entry tells a caller; null where it is redacted. */
export const bodyFor = (reader: Reader, { body }: LedgerEntryRow): EntryBody | null => {
  if (body === null) return null
  const told = JSON.parse(body) as EntryBody
  return seesOnlySome(reader) ? unlinked(reader, told) : told
}
