import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query Consultations(
    $first: Int! $after: String $filter: ConsultationFilter $orderBy: ConsultationOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: consultations(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          audience
          state(at: $at)
          openedAt
          closesOn
          daysAsked
          responses
          regions { code name }
          programme { code name }
        }
      }
    }
  }
`)

export const CONSULTATION = graphql(`
  query Consultation($id: ID!, $at: DateTime, $knownAt: DateTime) {
    row: consultation(id: $id, knownAt: $knownAt) {
      id
      version
      title
      audience
      state(at: $at)
      publicity(at: $at)
      openedAt
      recordedAt
      closesOn
      daysAsked
      deviation { reference reason }
      exemption
      responses
      concludedAt
      outcome
      evidence { name sha256 }
      regions { code name kind }
      programme { code name }
    }
  }
`)

export type ConsultationRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Consultation = NonNullable<ResultOf<typeof CONSULTATION>['row']>

export const consultations: Source = {
  list: LIST,
  one: CONSULTATION,
  sorts: ['ID', 'OPENED_AT', 'CLOSES_ON'],
  sort: { field: 'OPENED_AT', order: 'DESC' },
}
