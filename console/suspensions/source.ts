import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { CONDITION } from '../shared/condition.js'
import { SCOPE } from '../shared/scope.js'
import { DISPENSATION } from '../dispensations/source.js'

const LIST = graphql(
  `
    query Suspensions(
      $first: Int! $after: String $filter: SuspensionFilter $orderBy: SuspensionOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: suspensions(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges {
          cursor
          node {
            id
            strength
            from
            endedAt
            ending
            reason
            inForce(at: $at)
            scope { ...ScopeParts }
            programme { code }
            imposedBy { code }
            assurance { id }
          }
        }
      }
    }
  `,
  [SCOPE],
)

export const SUSPENSION = graphql(
  `
    query Suspension($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: suspension(id: $id, knownAt: $knownAt) {
        id
        version
        strength
        from
        endedAt
        ending
        endingReason
        reason
        releases
        spared
        inForce(at: $at)
        scope { ...ScopeParts }
        conditions { ...ConditionParts }
        programme { code name }
        imposedBy { code name }
        signatories { code name }
        replacedBy { id }
        assurance { id text givenOn }
        signOffs {
          id version condition organisation regionCodes practiceCodes givenAt withdrawnAt
        }
        dispensations { ...DispensationParts }
        unacknowledgedBy { supplier practices receivedAt }
      }
    }
  `,
  [SCOPE, CONDITION, DISPENSATION],
)

export type SuspensionRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Suspension = NonNullable<ResultOf<typeof SUSPENSION>['row']>
export type SignOff = Suspension['signOffs'][number]

export const suspensions: Source = {
  list: LIST,
  one: SUSPENSION,
  sorts: ['ID', 'FROM'],
  sort: { field: 'FROM', order: 'DESC' },
}
