import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const PARTS = graphql(`
  fragment AgreementParts on Agreement {
    id
    matter
    party
    practiceCode
    practice { name }
    region { code name }
    standing(at: $at)
    givenAt
    withdrawnAt
    programme { code name }
  }
`)

const LIST = graphql(
  `
    query Agreements(
      $first: Int! $after: String $filter: AgreementFilter $orderBy: AgreementOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: agreements(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges { cursor node { ...AgreementParts } }
      }
    }
  `,
  [PARTS],
)

export const AGREEMENT = graphql(
  `
    query Agreement($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: agreement(id: $id, knownAt: $knownAt) {
        ...AgreementParts
        version
        reason
        withdrawalReason
      }
    }
  `,
  [PARTS],
)

export type AgreementRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Agreement = NonNullable<ResultOf<typeof AGREEMENT>['row']>

export const agreements: Source = {
  list: LIST,
  one: AGREEMENT,
  sorts: ['ID', 'PRACTICE', 'GIVEN_AT'],
  sort: { field: 'GIVEN_AT', order: 'DESC' },
}
