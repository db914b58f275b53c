import { graphql, type Asking, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const LIST = graphql(`
  query Breaches(
    $first: Int! $after: String $filter: BreachFilter $orderBy: BreachOrder
    $at: DateTime $knownAt: DateTime
  ) {
    page: breaches(
      first: $first after: $after filter: $filter orderBy: $orderBy at: $at knownAt: $knownAt
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          kind
          at
          practiceCode
          reasons
          permitted
          practice { name }
          region { code name }
          programme { code }
          suspensions { id }
        }
      }
    }
  }
`)

const NODE = graphql(`
  query Breach($id: ID!, $knownAt: DateTime) {
    row: node(id: $id, knownAt: $knownAt) {
      id
      ... on Breach {
        kind
        at
        of
        practiceCode
        reasons
        permitted
        practice { name }
        region { code name }
        programme { code name }
        suspensions {
          id
          reason
          from
          strength
          assurance { id givenOn }
        }
      }
    }
  }
`)

export type BreachRow = ResultOf<typeof LIST>['page']['edges'][number]['node']
export type Breach = Extract<NonNullable<ResultOf<typeof NODE>['row']>, { reasons: unknown }>

/** Whether an id is of a breach: the API reads one as it reads anything, by its id alone. */
export const isBreach = (id: string): boolean => /^B-\d+$/.test(id)

/** What has the id of a breach is one, or is not there. */
export const BREACH = NODE as Asking<{ row: Breach | null }>

export const breaches: Source = {
  list: LIST,
  one: BREACH,
  sorts: ['AT', 'ID'],
  sort: { field: 'ID', order: 'DESC' },
}
