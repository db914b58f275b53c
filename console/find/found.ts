import { graphql, type ResultOf } from '../graphql/tada.js'

/** What a search answers of each kind at most; the lists have the rest. */
export const FOUND_MAX = 10

/** One thing by its number, whatever it is. */
export const NUMBERED = graphql(`
  query FindNumbered($id: ID!, $knownAt: DateTime) {
    node(id: $id, knownAt: $knownAt) {
      __typename
      id
      ... on SignOff { suspension { id } }
    }
  }
`)

export const REGIONS = graphql(`
  query FindRegions($q: String!, $max: Int!, $at: DateTime, $knownAt: DateTime) {
    found: regions(first: $max, filter: { search: $q }, at: $at, knownAt: $knownAt) {
      totalCount
      edges { node { code name } }
    }
  }
`)

export const PRACTICES = graphql(`
  query FindPractices($q: String!, $max: Int!, $at: DateTime, $knownAt: DateTime) {
    found: practices(first: $max, filter: { search: $q }, at: $at, knownAt: $knownAt) {
      totalCount
      edges { node { code: odsCode name } }
    }
  }
`)

export const ORGANISATIONS = graphql(`
  query FindOrganisations($q: String!, $max: Int!, $at: DateTime, $knownAt: DateTime) {
    found: organisations(first: $max, filter: { search: $q }, at: $at, knownAt: $knownAt) {
      totalCount
      edges { node { code name } }
    }
  }
`)

export type Numbered = NonNullable<ResultOf<typeof NUMBERED>['node']>
