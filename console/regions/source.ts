import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query Regions(
    $first: Int! $after: String $filter: RegionFilter $orderBy: RegionOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: regions(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id: code
          name
          kind
          ancestors(at: $at) { code name }
          rulingCounts(at: $at) { permitted refused }
        }
      }
    }
  }
`)

export const REGION = graphql(`
  query Region($id: ID!, $at: DateTime, $knownAt: DateTime) {
    row: region(code: $id, knownAt: $knownAt) {
      id: code
      name
      kind
      version
      parents { from to region { code name } }
      ancestors(at: $at) { code name kind }
      rulingCounts(at: $at) { permitted refused }
    }
  }
`)

export type RegionRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Region = NonNullable<ResultOf<typeof REGION>['row']>

/** Each row rules on all practices of its region, so fewer are asked for at once. */
const ROWS_AT_ONCE = 50

export const regions: Source = {
  list: LIST,
  one: REGION,
  sorts: ['CODE', 'NAME'],
  sort: { field: 'NAME', order: 'ASC' },
  most: ROWS_AT_ONCE,
}
