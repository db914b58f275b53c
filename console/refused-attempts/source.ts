import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query RefusedAttempts(
    $first: Int! $after: String $filter: RefusedAttemptFilter $orderBy: RefusedAttemptOrder
  ) {
    page: refusedAttempts(first: $first after: $after filter: $filter orderBy: $orderBy) {
      totalCount
      edges {
        cursor
        node { id at command code message input subject organisation role }
      }
    }
  }
`)

export type RefusedAttemptRow = ResultOf<typeof LIST>['page']['edges'][number]['node']

/** Refused attempts are read in lists alone. */
export const refusedAttempts: Source = {
  list: LIST,
  sorts: ['ID'],
  sort: { field: 'ID', order: 'DESC' },
}
