import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { SCOPE } from '../shared/scope.js'

export const DISPENSATION = graphql(`
  fragment DispensationParts on Dispensation {
    id
    version
    requestedBy
    requestedAt
    until
    reason
    granted
    decidedAt
    from
    to
    regionCodes
    practiceCodes
    inForce(at: $at)
  }
`)

const LIST = graphql(
  `
    query Dispensations(
      $first: Int! $after: String $filter: DispensationFilter $orderBy: DispensationOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: dispensations(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges { cursor node { ...DispensationParts suspension { id } } }
      }
    }
  `,
  [DISPENSATION],
)

export const DISPENSATION_PAGE = graphql(
  `
    query Dispensation($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: dispensation(id: $id, knownAt: $knownAt) {
        ...DispensationParts
        suspension {
          id reason inForce(at: $at) scope { ...ScopeParts } signatories { code name }
        }
      }
    }
  `,
  [DISPENSATION, SCOPE],
)

export type DispensationParts = ResultOf<typeof DISPENSATION>
export type DispensationRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Dispensation = NonNullable<ResultOf<typeof DISPENSATION_PAGE>['row']>

export const dispensations: Source = {
  list: LIST,
  one: DISPENSATION_PAGE,
  sorts: ['ID', 'REQUESTED_AT'],
  sort: { field: 'REQUESTED_AT', order: 'DESC' },
}
