import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query Practices(
    $first: Int! $after: String $filter: PracticeFilter $orderBy: PracticeOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: practices(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id: odsCode
          name
          openAt(at: $at)
          openFrom
          openTo
          regionAt(at: $at) { code name }
          suppliers { supplier from to }
          ruling(at: $at) { outcome reasons { code } }
        }
      }
    }
  }
`)

export const PRACTICE = graphql(`
  query Practice($id: ID!, $at: DateTime, $knownAt: DateTime) {
    row: practice(odsCode: $id, knownAt: $knownAt) {
      id: odsCode
      name
      version
      openAt(at: $at)
      openFrom
      openTo
      liveFrom
      regionAt(at: $at) { code name ancestors(at: $at) { code name kind } }
      memberships { from to region { code name ancestors(at: $at) { code } } }
      suppliers { from to supplier }
      agreements {
        id
        matter
        party
        givenAt
        reason
        withdrawnAt
        withdrawalReason
        standing(at: $at)
      }
      mailings(at: $at) {
        mailing
        packs
        withOptOutForm
        lastReceivedOn
        noticeCounts
        region { code name ancestors { code } }
      }
    }
  }
`)

export type PracticeRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Practice = NonNullable<ResultOf<typeof PRACTICE>['row']>

export const practices: Source = {
  list: LIST,
  one: PRACTICE,
  sorts: ['ODS_CODE', 'NAME'],
  sort: { field: 'ODS_CODE', order: 'ASC' },
}
