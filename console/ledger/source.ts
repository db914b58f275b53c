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

/** The entries of a change that tell of one row; of a redacted one, all of the change. */
export const ENTRIES = graphql(
  `
    query LedgerEntry($change: ID!, $key: ID, $knownAt: DateTime) {
      page: ledgerEntries(first: 200, filter: { change: $change, key: $key }, knownAt: $knownAt) {
        edges { node { ...EntryParts body { table key before after reason } } }
      }
    }
  `,
  [ENTRY],
)

export type EntryRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Entry = ResultOf<typeof ENTRIES>['page']['edges'][number]['node']

export const ledger: Source = {
  list: LIST,
  sorts: ['SEQUENCE'],
  sort: { field: 'SEQUENCE', order: 'DESC' },
}
