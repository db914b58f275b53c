import type { DataSource } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import type { Clock } from '../kernel/clock.js'
import type { CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { toMs, type Moment } from '../kernel/moment.js'
import type { History } from '../register/history.js'
import type { Register } from '../register/register.js'
import type { MakeChange } from './change.js'

/** What a resolver knows of the request it answers. */
export interface Context {
  /** Null for a caller without a token. */
  readonly actor: Actor | null
  readonly clock: Clock
  /**
   * The register the whole request is answered from: the present one, after a change the one with
   * it, and where it asks as known at a moment, the one of that moment.
   */
  readonly register: Register
  /** The present register, by which it is decided who may see what, whatever is asked. */
  readonly registerNow: Register
  /** The moment whose knowledge the request asks for; null where it asks what is known now. */
  readonly knownAt: Moment | null
  /** Answers the request from the register as it was known at a moment. */
  answerAsKnownAt(moment: Moment): Promise<void>
  readonly history: History
  /** Whether this process has lost the ledger. */
  readonly registerIsStale: boolean
  /** What the client named its request by, to be able to repeat it; null where it did not. */
  readonly requestId: string | null
  readonly database: DataSource
  readonly makeChange: MakeChange
  /** Keeps a refused attempt that was no change, as refused changes are kept. */
  keepRefusal(command: CommandName, input: unknown, refusal: Refusal): Promise<void>
}

/** The moment a question is about: the one named, or that of the knowledge asked for, or now. */
export const momentAsked = (
  { clock, knownAt }: Context,
  at: Moment | null | undefined,
): number => {
  const moment = at ?? knownAt
  return moment === null ? clock.nowMs() : toMs(moment)
}

/** The caller, who must have come with a token. */
export const mustBeKnown = ({ actor }: Pick<Context, 'actor'>): Actor => {
  if (actor) return actor
  throw new Refusal('UNAUTHENTICATED', 'This needs a bearer token; the request brought none.')
}

/** The caller, who must have one of some roles. */
export const mustBeOneOf = (context: Context, roles: readonly Actor['role'][]): Actor => {
  const actor = mustBeKnown(context)
  if (roles.includes(actor.role)) return actor
  throw new Refusal('FORBIDDEN', `The role ${actor.role} may not read this.`)
}
