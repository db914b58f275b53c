import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { byNode } from '../shared/record/by-node.js'

const LIST = graphql(`
  query Organisations(
    $first: Int! $after: String $filter: OrganisationFilter $orderBy: OrganisationOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: organisations(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges { cursor node { id: code name } }
    }
  }
`)

export const ORGANISATION = byNode(
  graphql(`
    query Organisation($id: ID!, $knownAt: DateTime) {
      row: node(id: $id, knownAt: $knownAt) {
        ... on Organisation { id: code name version }
      }
    }
  `),
)

export type OrganisationRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Organisation = NonNullable<ResultOf<typeof ORGANISATION>['row']>

export const organisations: Source = {
  list: LIST,
  sorts: ['CODE', 'NAME'],
  sort: { field: 'NAME', order: 'ASC' },
}
