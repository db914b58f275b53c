import { graphql, type ResultOf } from '../../graphql/tada.js'

/** The region at the top of every map. */
export const COUNTRY = 'ENG'

/** A region and the regions just below it, with how many practices are permitted in each. */
export const WHERE = graphql(`
  query Where(
    $region: ID! $activity: Activity! $programme: ID! $at: DateTime $knownAt: DateTime
  ) {
    region(code: $region, knownAt: $knownAt) {
      code
      name
      kind
      rulingCounts(activity: $activity, programme: $programme, at: $at) { permitted refused }
    }
    regions(first: 50, filter: { parent: $region }, at: $at, knownAt: $knownAt) {
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

export type Where = ResultOf<typeof WHERE>
export type Place = Where['regions']['edges'][number]['node']
export type Counts = Place['rulingCounts']
