import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const PARTS = graphql(`
  fragment MailingParts on Mailing {
    id
    packs
    withOptOutForm
    plannedFor
    lastReceivedOn
    voidedAt
    practiceCodes
    region { code name }
    programme { code name }
  }
`)

const LIST = graphql(
  `
    query Mailings(
      $first: Int! $after: String $filter: MailingFilter $orderBy: MailingOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: mailings(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges { cursor node { ...MailingParts } }
      }
    }
  `,
  [PARTS],
)

export const MAILING = graphql(
  `
    query Mailing($id: ID!, $knownAt: DateTime) {
      row: mailing(id: $id, knownAt: $knownAt) { ...MailingParts version exemption }
    }
  `,
  [PARTS],
)

export type MailingRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Mailing = NonNullable<ResultOf<typeof MAILING>['row']>

export const mailings: Source = {
  list: LIST,
  one: MAILING,
  sorts: ['ID', 'LAST_RECEIVED_ON', 'REGION'],
  sort: { field: 'ID', order: 'DESC' },
}
