import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const PARTS = graphql(`
  fragment ConsultationParts on Consultation {
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
`)

const LIST = graphql(
  `
    query Consultations(
      $first: Int! $after: String $filter: ConsultationFilter $orderBy: ConsultationOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: consultations(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges { cursor node { ...ConsultationParts } }
      }
    }
  `,
  [PARTS],
)

export const CONSULTATION = graphql(
  `
    query Consultation($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: consultation(id: $id, knownAt: $knownAt) {
        ...ConsultationParts
        version
        publicity(at: $at)
        recordedAt
        deviation { reference reason }
        exemption
        concludedAt
        outcome
        evidence { name sha256 }
      }
    }
  `,
  [PARTS],
)

export type ConsultationRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Consultation = NonNullable<ResultOf<typeof CONSULTATION>['row']>

export const consultations: Source = {
  list: LIST,
  one: CONSULTATION,
  sorts: ['ID', 'OPENED_AT', 'CLOSES_ON'],
  sort: { field: 'OPENED_AT', order: 'DESC' },
}
