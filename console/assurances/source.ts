import { DISPENSATION } from '../dispensations/source.js'
import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'
import { CONDITION } from '../shared/condition.js'
import { SCOPE } from '../shared/scope.js'

const SPEAKER = graphql(`
  fragment SpeakerParts on Speaker { organisation { code name } person office }
`)

const LIST = graphql(
  `
    query Assurances(
      $first: Int! $after: String $filter: AssuranceFilter $orderBy: AssuranceOrder
      $at: DateTime $knownAt: DateTime
    ) {
      page: assurances(
        first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
      ) {
        totalCount
        edges {
          cursor
          node {
            id
            text
            wording
            givenOn
            channel
            public
            underPurdah
            said(at: $at)
            kept(at: $at)
            conditions { place }
            unmet(at: $at) { place }
            breachCount(at: $at)
            givenBy { ...SpeakerParts }
            givenTo { ...SpeakerParts }
            programme { code }
          }
        }
      }
    }
  `,
  [SPEAKER],
)

export const ASSURANCE = graphql(
  `
    query Assurance($id: ID!, $at: DateTime, $knownAt: DateTime) {
      row: assurance(id: $id, knownAt: $knownAt) {
        id
        version
        text
        wording
        reportedBy
        givenBy { ...SpeakerParts }
        givenTo { ...SpeakerParts }
        givenOn
        channel
        ministerialStatement
        document { name sha256 }
        public
        underPurdah
        withdrawnAt
        reaffirms
        supersedes { id givenOn }
        supersededBy { id givenOn }
        recordedBy { code name }
        programme { code name }
        said(at: $at)
        kept(at: $at)
        unmet(at: $at) { ...ConditionParts }
        breachCount(at: $at)
        scope { ...ScopeParts }
        conditions { ...ConditionParts }
        coverage(at: $at) {
          within
          unheldCount
          dispensedCount
          letGoCount
          lackingSignatories { suspension { id } lacking { code name } }
        }
        suspensions {
          id
          strength
          from
          endedAt
          ending
          endingReason
          inForce(at: $at)
          reason
          releases
          scope { ...ScopeParts }
          conditions { ...ConditionParts }
          signatories { code name }
          signOffs { id condition organisation regionCodes practiceCodes givenAt withdrawnAt }
        }
        dispensations { ...DispensationParts suspension { id } }
      }
    }
  `,
  [SPEAKER, CONDITION, SCOPE, DISPENSATION],
)

export type Speaker = ResultOf<typeof SPEAKER>
export type AssuranceRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Assurance = NonNullable<ResultOf<typeof ASSURANCE>['row']>
export type MadeFor = Assurance['suspensions'][number]

export const assurances: Source = {
  list: LIST,
  one: ASSURANCE,
  sorts: ['ID', 'GIVEN_ON'],
  sort: { field: 'GIVEN_ON', order: 'DESC' },
}
