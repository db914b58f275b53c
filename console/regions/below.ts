import { graphql, type ResultOf } from '../graphql/tada.js'

/** The regions directly below one, with how many of their practices may upload. */
export const BELOW = graphql(`
  query RegionsBelow($parent: ID!, $at: DateTime, $knownAt: DateTime) {
    regions(
      first: 50 filter: { parent: $parent } orderBy: { field: NAME } at: $at knownAt: $knownAt
    ) {
      totalCount
      edges { node { code name kind rulingCounts(at: $at) { permitted refused } } }
    }
  }
`)

export type Below = ResultOf<typeof BELOW>['regions']['edges'][number]['node']

/** The regions at the top of the tree, of which there is one in this register: the country. */
export const TOPS = graphql(`
  query TopRegions($at: DateTime, $knownAt: DateTime) {
    regions(first: 10, filter: { kind: COUNTRY }, at: $at, knownAt: $knownAt) {
      edges { node { code name rulingCounts(at: $at) { permitted refused } } }
    }
  }
`)
