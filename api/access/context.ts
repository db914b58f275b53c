import type { DataSource } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import type { Clock } from '../kernel/clock.js'
import type { CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { toMs, type Moment } from '../kernel/moment.js'
import { sayCode } from '../kernel/say-code.js'
import type { History } from '../register/history.js'
import type { Register } from '../register/register.js'
import type { MakeChange } from './change.js'
import type { Receipts } from './receipts.js'
import type { Trusting } from './vouched-for.js'

/** A request that its client named, and may send again: it acts once, and is answered the same. */
export interface Repeatable {
  readonly id: string
  readonly bodyHash: string
  /** Tells this run of the request from any other of the same. */
  readonly run: string
  /** Whether anything was changed: by this run, or by an earlier one. */
  acted: 'NOT_YET' | 'NOW' | 'BEFORE'
  /** What an earlier run was answered. */
  answer: object | null
}

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
  /** The request as one that may come again; null unless it is a mutation with a name. */
  repeatable: Repeatable | null
  readonly database: DataSource
  readonly makeChange: MakeChange
  /** Counts a request as so many more, for what it asks; refuses what is above the rate. */
  countRequest(points: number): Promise<void>
  /** Those whose tokens count by now. */
  readonly trust: Trusting
  /** Signs what was ruled, for who asks to keep it. */
  readonly receipts: Receipts
  /** Keeps a refused attempt that was no change, as refused changes are kept. */
  keepRefusal(command: CommandName, input: unknown, refusal: Refusal): Promise<void>
}

/** The moment a question is about: the one named, or that of the knowledge asked for, or now. */
export const momentAsked = (
  { clock, knownAt }: Pick<Context, 'clock' | 'knownAt'>,
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
  throw new Refusal('FORBIDDEN', `The role ${sayCode(actor.role)} may not read this.`)
}
