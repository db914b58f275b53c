import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { byNode } from '../shared/record/by-node.js'

const LIST = graphql(`
  query Purdahs(
    $first: Int! $after: String $filter: PurdahFilter $orderBy: PurdahOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: purdahs(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges { cursor node { id: code name from to inForce(at: $at) } }
    }
  }
`)

export const PURDAH = byNode(
  graphql(`
    query Purdah($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: node(id: $id, knownAt: $knownAt) {
        ... on Purdah { id: code name from to inForce(at: $at) version }
      }
    }
  `),
)

export type PurdahRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Purdah = NonNullable<ResultOf<typeof PURDAH>['row']>

export const purdahs: Source = {
  list: LIST,
  sorts: ['CODE', 'FROM'],
  sort: { field: 'FROM', order: 'DESC' },
}
