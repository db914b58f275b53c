import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { byNode } from '../shared/record/by-node.js'

const LIST = graphql(`
  query Programmes(
    $first: Int! $after: String $filter: ProgrammeFilter $orderBy: ProgrammeOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: programmes(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id: code
          name
          termsAt(at: $at) { from noticeDaysMin validitySecondsMax obligations { code } }
        }
      }
    }
  }
`)

export const PROGRAMME = byNode(
  graphql(`
    query Programme($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: node(id: $id, knownAt: $knownAt) {
        ... on Programme {
          id: code
          name
          version
          termsAt(at: $at) { from noticeDaysMin validitySecondsMax obligations { code text } }
          terms { from noticeDaysMin validitySecondsMax obligations { code text } }
        }
      }
    }
  `),
)

export type ProgrammeRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Programme = NonNullable<ResultOf<typeof PROGRAMME>['row']>

export const programmes: Source = {
  list: LIST,
  sorts: ['CODE', 'NAME'],
  sort: { field: 'CODE', order: 'ASC' },
}
