import { graphql, type ResultOf } from '../graphql/tada.js'

/** What happened against an assurance, the latest first, as far as one may see it. */
export const AGAINST = graphql(`
  query Against($id: ID!, $first: Int!, $after: String, $at: DateTime, $knownAt: DateTime) {
    assurance(id: $id, knownAt: $knownAt) {
      breaches(
        first: $first after: $after at: $at orderBy: { field: AT, direction: DESC }
      ) {
        totalCount
        pageInfo { endCursor hasNextPage }
        edges {
          node {
            id at kind reasons of permitted
            practice { name }
            practiceCode
            region { code name }
            suspensions { id }
          }
        }
      }
    }
  }
`)

type Breaches = NonNullable<ResultOf<typeof AGAINST>['assurance']>['breaches']
export type AgainstRow = Breaches['edges'][number]['node']
