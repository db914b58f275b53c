import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { whyUntrusted, type Trusting } from '../access/vouched-for.js'
import type { ChangeMaker } from '../changes/make-change.js'
import type { Clock } from '../kernel/clock.js'
import { SECOND_MS } from '../kernel/moment.js'
import { log, sayFault } from '../watch/log.js'
import { deliverDue, type Delivering, type Send } from './deliver.js'
import { forgetDeliveries } from './forget-deliveries.js'
import { fanOut, remindOfLapses } from './fan-out.js'
import { keepMailEndpoints, mailBy, type MailConfig, type SendMail } from './mail.js'
import { postWebhook } from './post-webhook.js'

const POLL_MS = SECOND_MS
const REMIND_EVERY_MS = 60 * SECOND_MS
const STOP_WITHIN_MS = 3 * SECOND_MS

/** What a teller is made with. */
export interface Telling {
  readonly maker: ChangeMaker & { readonly trust: Trusting }
  /** Real time: messages are tried again by it, whatever the register's clock shows. */
  readonly real: Clock
  /** Null where no mail is sent. */
  readonly mail?: MailConfig | null
}

/**
 * Tells others what has happened: works out who is to be told, and delivers what is due. Every
 * process has one; they share the work through the database.
 */
export class Teller {
  private readonly stopping = new AbortController()
  private readonly unlisten: () => void
  private loop: Promise<unknown> = Promise.resolve()
  private wake = new AbortController()
  private isPutOff = false
  private remindedMs = Number.NEGATIVE_INFINITY
  private readonly sendMail: SendMail | null

  constructor(private readonly telling: Telling) {
    this.sendMail = telling.mail ? mailBy(telling.mail) : null
    this.unlisten = telling.maker.follower.onMove(() => this.wakeUp())
  }

  /** Tells whatever there is to tell by now. */
  async tellDue(): Promise<void> {
    await this.findOut()
    await this.deliver()
  }

  /**
   * Finds out who is to be told beside delivering, and not before it: whoever has much waiting, and
   * takes it slowly, would else keep everybody from ever being told of anything new.
   */
  start(): void {
    const loops = [this.repeat(() => this.findOut()), this.repeat(() => this.deliver())]
    this.loop = Promise.all(loops)
  }

  /** Ends once what is under way has ended, or has been given time to. */
  async stop(): Promise<void> {
    this.unlisten()
    this.stopping.abort()
    this.wakeUp()
    await Promise.race([this.loop, pause(STOP_WITHIN_MS, undefined, { ref: false })])
  }

  private get delivering(): Delivering {
    const { maker, real } = this.telling
    const kinds = this.sendMail ? (['WEBHOOK', 'MAIL'] as const) : (['WEBHOOK'] as const)
    return { database: maker.database, send: this.send, kinds, real }
  }

  /** Once in a while: whom to mail, of what to remind them, and what no longer has to be kept. */
  private async prepare(realNowMs: number): Promise<void> {
    if (realNowMs - this.remindedMs < REMIND_EVERY_MS) return
    const { maker, mail } = this.telling
    const { sequence } = maker.follower.current.head
    const standing = { sequence, nowMs: realNowMs, newId: randomUUID }
    if (mail) await keepMailEndpoints(maker.database, mail, standing)
    await remindOfLapses(maker, { realNowMs })
    await forgetDeliveries(maker.database, realNowMs)
    this.remindedMs = realNowMs
  }

  private readonly send: Send = async (endpoint, delivery, nowMs) => {
    const { url, secret } = endpoint
    if (endpoint.kind === 'MAIL') {
      return this.sendMail ? this.sendMail(endpoint, delivery) : 'No mail is configured.'
    }
    const { maker } = this.telling
    const distrust = whyUntrusted(maker.trust, endpoint.owner)
    if (distrust !== null) return distrust
    const { id, payload } = delivery
    const reach = { loopback: maker.follower.current.demonstration }
    return postWebhook({ url: url ?? '', secret: secret ?? '', id, payload }, reach, nowMs)
  }

  private async findOut(): Promise<void> {
    const { maker, real } = this.telling
    await this.prepare(real.nowMs())
    while (await fanOut(maker, { realNowMs: real.nowMs() })) this.wakeUp()
  }

  private async deliver(): Promise<void> {
    while (!this.stopping.signal.aborted && (await deliverDue(this.delivering)));
  }

  private wakeUp(): void {
    const { wake } = this
    this.wake = new AbortController()
    wake.abort()
  }

  private async repeat(work: () => Promise<void>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const { signal } = this.wake
      await work().then(() => this.goesOn(), (error: unknown) => this.putOff(error))
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  private goesOn(): void {
    this.isPutOff = false
  }

  /** All that is to be told is in the database, and is told once that answers again. */
  private putOff(error: unknown): void {
    if (!this.isPutOff) log.warn({ fault: sayFault(error) }, 'telling is put off')
    this.isPutOff = true
  }
}
