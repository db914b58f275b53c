import type { DataSource } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import type { EventKind } from '../kernel/vocabulary.js'

/** Where somebody is told: a webhook that they registered, or the mail of an organisation. */
export interface Endpoint {
  readonly id: string
  readonly kind: 'WEBHOOK' | 'MAIL'
  /** Null for mail, whose addresses are configured. */
  readonly url: string | null
  readonly secret: string | null
  readonly events: readonly EventKind[]
  /** As whom it is told: it learns what this actor may see, and nothing else. */
  readonly owner: Actor
  /** It is told of what was entered after this entry of the ledger. */
  readonly since: number
  readonly createdAt: Date
  readonly removedAt: Date | null
}

/** Something to be told to an endpoint, word for word as often as it takes. */
export interface Delivery {
  /** The id of the message: the same each time it is sent. */
  readonly id: string
  readonly endpoint: string
  readonly event: EventKind
  /** Id of what it is about. */
  readonly subject: string
  /** The ledger entry that the register has to have reached for whoever asks anew. */
  readonly sequence: number
  readonly payload: string
  readonly state: 'WAITING' | 'DELIVERED' | 'DEAD'
  readonly attempts: number
  readonly firstDueAt: Date
  readonly nextAttemptAt: Date
  readonly endedAt: Date | null
  /** What went wrong the last time; null where nothing did. */
  readonly fault: string | null
}

/** What a database or a transaction on it can be asked. */
export type Queried = Pick<DataSource, 'query'>

/** All that are told of what happens. */
export const endpointsOf = (database: Queried): Promise<Endpoint[]> =>
  database.query<Endpoint[]>('SELECT * FROM endpoint WHERE "removedAt" IS NULL ORDER BY id')
