import type { ChangeOutcome } from '../access/change-outcome.js'
import type { Command, WithReason } from '../access/change.js'
import type { Context, Repeatable } from '../access/context.js'
import { Receipts, type ReceiptKeys } from '../access/receipts.js'
import type { Trusting } from '../access/vouched-for.js'
import { keepRefusal } from '../changes/keep-refusal.js'
import { changesFor, type ChangeMaker } from '../changes/make-change.js'
import type { Actor } from '../kernel/actor.js'
import type { Clock } from '../kernel/clock.js'
import { toMoment, toMs, type Moment } from '../kernel/moment.js'
import type { CommandName } from '../kernel/mutations.js'
import { Refusal } from '../kernel/refusal.js'
import { History } from '../register/history.js'
import type { Register } from '../register/register.js'
import { log, sayActor, sayRequestId } from '../watch/log.js'
import type { Budgets } from './budgets.js'
import type { Rates } from './rates.js'

/** Whose requests are counted, and where. */
export interface Counted {
  readonly rates: Rates
  readonly client: string
}

/** What requests are answered with: one for each process. */
export interface Answerer extends ChangeMaker {
  readonly trust: Trusting
  /** Null, or left out, where no receipts are signed. */
  readonly receiptKeys?: ReceiptKeys | null
}

const histories = new WeakMap<ChangeMaker, History>()

/** The history of a process, made when it is first asked for. */
const historyOf = (maker: ChangeMaker): History => {
  const { database, follower } = maker
  let history = histories.get(maker)
  if (!history) {
    history = new History((sql, parameters) => database.query(sql, [...parameters]), follower)
    histories.set(maker, history)
  }
  return history
}

/**
 * What a request is answered with: the register is taken once, and again after a change. It is a
 * class because Apollo copies a context for itself: a getter of its own would be copied as the
 * value it then had.
 */
export class RequestContext implements Context, Clock {
  registerNow: Register
  /** When the register was taken: no answer is of a later moment than what it rests on. */
  private takenMs: number
  /** As the request began: a long one keeps this process from hearing of the head meanwhile. */
  registerIsStale: boolean
  knownAt: Moment | null = null
  repeatable: Repeatable | null = null
  readonly receipts: Receipts
  private past: Register | null = null

  constructor(
    private readonly maker: Answerer,
    readonly actor: Actor | null,
    readonly requestId: string | null,
    private readonly counted: Counted | null = null,
  ) {
    this.registerNow = maker.follower.current
    this.registerIsStale = maker.follower.isStale
    this.takenMs = maker.clock.nowMs()
    this.receipts = new Receipts(maker.receiptKeys ?? null)
  }

  get register(): Register {
    return this.past ?? this.registerNow
  }

  get database() {
    return this.maker.database
  }

  get history(): History {
    return historyOf(this.maker)
  }

  get trust(): Trusting {
    return this.maker.trust
  }

  get clock(): Clock {
    return this
  }

  /** What one process has entered holds for every other at once, though its clock be behind. */
  nowMs(): number {
    return Math.max(this.takenMs, toMs(this.registerNow.head.at))
  }

  async answerAsKnownAt(moment: Moment): Promise<void> {
    this.past = await this.history.knownAt(moment)
    this.knownAt = moment
  }

  async makeChange<Input extends WithReason, Done>(
    command: Command<Input, Done>,
    input: Input,
    options?: { readonly preview: boolean },
  ): Promise<ChangeOutcome<Done>> {
    await this.count(options?.preview ? 'previews' : 'changes')
    const { actor, repeatable } = this
    const outcome = await this.watched(command.name, () =>
      changesFor(this.maker, actor, repeatable)(command, input, options),
    )
    this.registerNow = this.maker.follower.current
    this.registerIsStale = this.maker.follower.isStale
    this.takenMs = this.maker.clock.nowMs()
    return outcome
  }

  /** Logs what became of a command: its name and its outcome, and nothing that was written. */
  private async watched<Done>(
    command: CommandName,
    work: () => Promise<ChangeOutcome<Done>>,
  ): Promise<ChangeOutcome<Done>> {
    const { actor, requestId } = this
    const told = { requestId: sayRequestId(requestId), actor: sayActor(actor), command }
    try {
      const outcome = await work()
      log.info({ ...told, status: outcome.status }, 'command')
      return outcome
    } catch (error) {
      if (error instanceof Refusal) log.info({ ...told, refused: error.code }, 'command')
      throw error
    }
  }

  countRequest(points: number): Promise<void> {
    return this.count(this.actor ? 'requests' : 'anonymousRequests', points)
  }

  private async count(budget: keyof Budgets, points = 1): Promise<void> {
    await this.counted?.rates.take(budget, this.counted.client, points)
  }

  keepRefusal(command: CommandName, input: unknown, refusal: Refusal): Promise<void> {
    const at = toMoment(this.maker.clock.nowMs())
    return keepRefusal(this.database, { actor: this.actor, command, input, at }, refusal)
  }
}

/** What a request is answered with. */
export const contextOf = (
  maker: Answerer,
  actor: Actor | null,
  requestId: string | null = null,
  counted: Counted | null = null,
): Context => new RequestContext(maker, actor, requestId, counted)
