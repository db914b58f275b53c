import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const ENTRY = graphql(`
  fragment EntryParts on LedgerEntry {
    id: root
    root
    sequence
    at
    change
    issuer
    subject
    organisation
    kind
    bodyHash
  }
`)

const LIST = graphql(
  `
    query Ledger(
      $first: Int! $after: String $filter: LedgerEntryFilter $orderBy: LedgerEntryOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: ledgerEntries(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges { cursor node { ...EntryParts body { table key reason } } }
      }
    }
  `,
  [ENTRY],
)

export const ONE = graphql(
  `
    query LedgerEntry($sequence: Int!, $knownAt: DateTime) {
      entry: ledgerEntry(sequence: $sequence, knownAt: $knownAt) {
        ...EntryParts body { table key before after reason }
      }
    }
  `,
  [ENTRY],
)

export type EntryRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Entry = NonNullable<ResultOf<typeof ONE>['entry']>

export const ledger: Source = {
  list: LIST,
  sorts: ['SEQUENCE'],
  sort: { field: 'SEQUENCE', order: 'DESC' },
}
