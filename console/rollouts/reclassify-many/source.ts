import { graphql, type ResultOf } from '../../graphql/tada.js'

/** The rollouts of a region and of those below it, as many as the API answers at once. */
export const ROLLOUTS_OF = graphql(`
  query RolloutsOfRegion($region: ID!, $programme: ID!) {
    region(code: $region) { code name }
    page: rollouts(
      first: 200 filter: { region: $region, programme: $programme } orderBy: { field: REGION }
    ) {
      totalCount
      edges {
        node { id version classification state practiceCodes region { code name kind } }
      }
    }
  }
`)

export type Candidate = ResultOf<typeof ROLLOUTS_OF>['page']['edges'][number]['node']
