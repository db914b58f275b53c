import { graphql, type ResultOf } from '../../graphql/tada.js'

/** What happened, is planned and holds; mailings apart, for they are not for everybody. */
export const EVENTS = graphql(`
  query Timeline($region: ID, $knownAt: DateTime) {
    purdahs(first: 200, knownAt: $knownAt) { totalCount edges { node { code name from to } } }
    suspensions(first: 200, knownAt: $knownAt, orderBy: { field: FROM, direction: DESC }) {
      totalCount
      edges { node { id from endedAt strength programme { code } } }
    }
    dispensations(first: 200, knownAt: $knownAt) {
      totalCount
      edges { node { id requestedAt until granted from to requestedBy suspension { id } } }
    }
    assurances(first: 200, knownAt: $knownAt, orderBy: { field: GIVEN_ON, direction: DESC }) {
      totalCount
      edges {
        node {
          id
          givenOn
          withdrawnAt
          supersededBy { givenOn }
          givenBy { organisation { code } }
          givenTo { organisation { code } }
        }
      }
    }
    consultations(first: 200, filter: { region: $region }, knownAt: $knownAt) {
      totalCount
      edges { node { id title audience openedAt closesOn concludedAt } }
    }
    rollouts(
      first: 200 filter: { region: $region } knownAt: $knownAt
      orderBy: { field: STARTED_AT, direction: DESC }
    ) {
      totalCount
      edges { node { id classification plannedOn startedAt endedAt region { name } } }
    }
  }
`)

export const MAILINGS = graphql(`
  query TimelineMailings($region: ID, $knownAt: DateTime) {
    mailings(
      first: 200 filter: { region: $region, voided: false } knownAt: $knownAt
      orderBy: { field: LAST_RECEIVED_ON, direction: DESC }
    ) {
      totalCount
      edges { node { id packs plannedFor lastReceivedOn region { name } } }
    }
  }
`)

export type Events = ResultOf<typeof EVENTS>
export type Mailings = ResultOf<typeof MAILINGS>
