import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { InvariantBroken } from '../kernel/invariant.js'
import { catchUp, type Query } from './fold.js'
import { KeptRegisters } from './kept-registers.js'
import { Register } from './register.js'

export const LEDGER_CHANNEL = 'holdfast_ledger'
/** A register whose head has not been confirmed for this long permits nothing. */
export const STALE_AFTER_MS = 2_000
const POLL_MS = 500
const RECONNECT_AFTER_MS = 200
const ANSWER_WITHIN_MS = 1_500
/** A process that starts permits nothing yet: it may wait longer for a machine that is busy. */
const START_WITHIN_MS = 10_000

/** What the follower tells its process. */
export interface FollowerEvents {
  /** The ledger is not the one that was followed: the process must stop. */
  onFatal(error: Error): void
  /** The database went out of reach, or came back. */
  onReach(reachable: boolean, why: string): void
}

const queryOf =
  (client: Client, withinMs: number): Query =>
  async (sql, parameters) => {
    const config = { text: sql, values: [...parameters], query_timeout: withinMs }
    return (await client.query(config)).rows as never[]
  }

/**
 * Keeps the register at the ledger's head, on a connection of its own: told by NOTIFY, and by a
 * poll as the net. Where it cannot, `isStale` says so within two seconds.
 */
export class Follower {
  /** Registers of the past, from which others are folded. */
  readonly kept = new KeptRegisters()
  private readonly listeners = new Set<() => void>()
  private register = Register.empty()
  private confirmedMs = Number.NEGATIVE_INFINITY
  private stopped = false
  private told = false
  private wake: () => void = () => undefined
  private loop: Promise<void> = Promise.resolve()

  constructor(
    private readonly config: ClientConfig,
    private readonly events: FollowerEvents,
  ) {}

  /** The newest register. Take it once for each question. */
  get current(): Register {
    return this.register
  }

  get isStale(): boolean {
    return this.lagMs > STALE_AFTER_MS
  }

  /** Since when the ledger's head is not confirmed, in milliseconds; infinite before the first. */
  get lagMs(): number {
    return performance.now() - this.confirmedMs
  }

  /** Takes over a register that a change of this process committed. */
  publish(register: Register): void {
    if (register.head.sequence <= this.register.head.sequence) return
    this.kept.add(register)
    this.register = register
    for (const listener of this.listeners) listener()
  }

  /** Calls a listener each time the register moves on; answers what ends that. */
  onMove(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Reads the ledger to its head; later changes are followed until `stop`. */
  async start(): Promise<void> {
    const client = await this.connect(START_WITHIN_MS)
    await this.confirm(client, START_WITHIN_MS)
    this.loop = this.run(client)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.tell()
    await this.loop
  }

  private async connect(withinMs = ANSWER_WITHIN_MS): Promise<Client> {
    const client = new Client({
      ...this.config,
      connectionTimeoutMillis: withinMs,
      keepAlive: true,
    })
    client.on('notification', () => this.tell())
    // A connection that breaks while idle wakes the loop, whose next read then fails.
    client.on('error', () => this.tell())
    try {
      await client.connect()
      await queryOf(client, withinMs)(`LISTEN ${LEDGER_CHANNEL}`, [])
      return client
    } catch (error) {
      client.end().catch(() => undefined)
      throw error
    }
  }

  private async confirm(client: Client, withinMs = ANSWER_WITHIN_MS): Promise<void> {
    const askedMs = performance.now()
    const onTheWay = (register: Register): void => this.kept.add(register)
    this.publish(await catchUp(queryOf(client, withinMs), this.register, { onTheWay }))
    this.confirmedMs = askedMs
  }

  private async run(first: Client): Promise<void> {
    let client: Client | null = first
    while (!this.stopped) {
      client = await this.step(client)
    }
    await client?.end()
  }

  /** One round: wait to be told, then read on; answers the connection, or null where it broke. */
  private async step(client: Client | null): Promise<Client | null> {
    try {
      if (!client) return await this.reconnect()
      await this.toldOrTimeUp(POLL_MS)
      await this.confirm(client)
      return client
    } catch (error) {
      if (error instanceof InvariantBroken) this.fail(error)
      if (client) this.events.onReach(false, String(error))
      client?.end().catch(() => undefined)
      // A pause that nothing cuts short: what is broken tells so over and over.
      await pause(RECONNECT_AFTER_MS)
      return null
    }
  }

  private async reconnect(): Promise<Client> {
    const client = await this.connect()
    await this.confirm(client)
    this.events.onReach(true, 'the ledger is followed again')
    return client
  }

  private fail(error: Error): void {
    this.stopped = true
    this.confirmedMs = Number.NEGATIVE_INFINITY
    this.events.onFatal(error)
  }

  /** Ends the wait under way, or the next one: what was told while reading is read again. */
  private tell(): void {
    this.told = true
    this.wake()
  }

  private async toldOrTimeUp(ms: number): Promise<void> {
    if (!this.told) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.told = false
  }
}
