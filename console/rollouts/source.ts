import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query Rollouts(
    $first: Int! $after: String $filter: RolloutFilter $orderBy: RolloutOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: rollouts(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          classification: classificationAt(at: $at)
          state(at: $at)
          plannedOn
          startedAt
          endedAt
          practiceCodes
          region { code name }
          programme { code name }
        }
      }
    }
  }
`)

export const ROLLOUT = graphql(`
  query Rollout($id: ID!, $at: DateTime, $knownAt: DateTime) {
    row: rollout(id: $id, knownAt: $knownAt) {
      id
      version
      classification
      classificationThen: classificationAt(at: $at)
      earlierClassifications { classification until }
      state(at: $at)
      plannedOn
      startedAt
      endedAt
      practiceCodes
      funding { payer pence useBy useByPassed(at: $at) }
      region {
        id: code
        code
        name
        kind
        ancestors(at: $at) { code name kind }
        rulingCounts(at: $at) { permitted refused }
      }
      programme { code name }
    }
  }
`)

export type RolloutRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Rollout = NonNullable<ResultOf<typeof ROLLOUT>['row']>

export const rollouts: Source = {
  list: LIST,
  one: ROLLOUT,
  sorts: ['ID', 'REGION', 'STARTED_AT'],
  sort: { field: 'ID', order: 'ASC' },
}
