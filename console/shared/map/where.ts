import { graphql, type ResultOf } from '../../graphql/tada.js'

/** The region at the top of every map. */
export const COUNTRY = 'ENG'

/** A region and the regions just below it, with how many practices are permitted in each. */
export const WHERE = graphql(`
  query Where(
    $region: ID! $first: Int! $activity: Activity! $programme: ID!
    $at: DateTime $knownAt: DateTime
  ) {
    region(code: $region, knownAt: $knownAt) {
      code
      name
      kind
      rulingCounts(activity: $activity, programme: $programme, at: $at) { permitted refused }
    }
    regions(first: $first, filter: { parent: $region }, at: $at, knownAt: $knownAt) {
      totalCount
      edges {
        node {
          code
          name
          kind
          tile { column row }
          rulingCounts(activity: $activity, programme: $programme, at: $at) { permitted refused }
        }
      }
    }
  }
`)

/** How many regions lie just below one. */
export const HOW_MANY = graphql(`
  query HowManyBelow($region: ID!) {
    regions(first: 0, filter: { parent: $region }) { totalCount }
  }
`)

export type Where = ResultOf<typeof WHERE>
export type Place = Where['regions']['edges'][number]['node']
export type Counts = Place['rulingCounts']
