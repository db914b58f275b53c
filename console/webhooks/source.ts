import { graphql, type ResultOf } from '../graphql/tada.js'
import type { Source } from '../providers/source.js'

const PARTS = graphql(`
  fragment WebhookParts on Webhook { id url events registeredFor createdAt waiting dead }
`)

export const LIST = graphql(
  `
    query Webhooks($first: Int!, $after: String, $orderBy: WebhookOrder) {
      page: webhooks(first: $first, after: $after, orderBy: $orderBy) {
        totalCount
        edges { cursor node { ...WebhookParts } }
      }
    }
  `,
  [PARTS],
)

/** What a webhook was told and is to be told, the latest first: of the one after a cursor. */
export const DELIVERIES = graphql(`
  query WebhookDeliveries($after: String, $first: Int!, $filter: WebhookDeliveryFilter) {
    page: webhooks(first: 1, after: $after) {
      edges {
        node {
          deliveries(
            first: $first, filter: $filter, orderBy: { field: SEQUENCE, direction: DESC }
          ) {
            totalCount
            edges {
              node {
                id event subject state attempts fault registerSequence nextAttemptAt endedAt
              }
            }
          }
        }
      }
    }
  }
`)

export type Webhook = ResultOf<typeof LIST>['page']['edges'][number]['node']
type Deliveries = ResultOf<typeof DELIVERIES>['page']['edges'][number]['node']['deliveries']
export type Delivery = Deliveries['edges'][number]['node']

/** A client has few, and the department sees few: the API reads them in lists alone. */
export const WEBHOOKS_MAX = 200

export const webhooks: Source = {
  list: LIST,
  sorts: ['CREATED_AT'],
  sort: { field: 'CREATED_AT', order: 'ASC' },
}
