import type { DataSource } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import type { Clock } from '../kernel/clock.js'
import { Refusal } from '../kernel/refusal.js'
import { toMs, type Moment } from '../kernel/moment.js'
import type { Register } from '../register/register.js'
import type { MakeChange } from './change.js'

/** What a resolver knows of the request it answers. */
export interface Context {
  /** Null for a caller without a token. */
  readonly actor: Actor | null
  readonly clock: Clock
  /** The register the whole request is answered from; after a change, the register with it. */
  readonly register: Register
  /** Whether this process has lost the ledger. */
  readonly registerIsStale: boolean
  readonly database: DataSource
  readonly makeChange: MakeChange
}

/** The moment a question is about: the one named, or now. */
export const momentAsked = ({ clock }: Context, at: Moment | null | undefined): number =>
  at ? toMs(at) : clock.nowMs()

/** The caller, who must have come with a token. */
export const mustBeKnown = ({ actor }: Context): Actor => {
  if (actor) return actor
  throw new Refusal('UNAUTHENTICATED', 'This needs a bearer token; the request brought none.')
}

/** The caller, who must have one of some roles. */
export const mustBeOneOf = (context: Context, roles: readonly Actor['role'][]): Actor => {
  const actor = mustBeKnown(context)
  if (roles.includes(actor.role)) return actor
  throw new Refusal('FORBIDDEN', `The role ${actor.role} may not read this.`)
}
