import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createPubSub, type PubSub } from '@graphql-yoga/subscription'
import type { ChangeMaker } from '../changes/make-change.js'
import { changesBetween, type ToldChange } from '../changes/outbox.js'
import type { Query } from '../register/fold.js'

const READ_AT_ONCE = 100
const TRY_AGAIN_MS = 200

type Channels = { changed: [ToldChange] }

/**
 * Tells this process of changes as its register moves on, whichever process made them. The outbox
 * is read only while somebody listens.
 */
export class ChangeFeed {
  private readonly target = new EventTarget()
  private readonly pubSub: PubSub<Channels> = createPubSub<Channels>({ eventTarget: this.target })
  private readonly unlisten: () => void
  private listeners = 0
  private read = 0
  private reading: Promise<void> | null = null
  private stopped = false

  constructor(private readonly maker: ChangeMaker) {
    // Every stream listens; how many there may be is counted elsewhere.
    setMaxListeners(0, this.target)
    this.unlisten = maker.follower.onMove(() => this.moveOn())
  }

  /** The changes from now on, until `signal` falls. */
  async *changes(signal: AbortSignal): AsyncGenerator<ToldChange> {
    if (signal.aborted) return
    if (this.listeners === 0) this.read = this.maker.follower.current.head.sequence
    this.listeners += 1
    const changes = this.pubSub.subscribe('changed')
    const end = (): void => void changes.return()
    signal.addEventListener('abort', end)
    try {
      yield* changes
    } finally {
      this.listeners -= 1
      signal.removeEventListener('abort', end)
    }
  }

  stop(): void {
    this.stopped = true
    this.unlisten()
  }

  private get isBehind(): boolean {
    const { sequence } = this.maker.follower.current.head
    return !this.stopped && this.listeners > 0 && this.read < sequence
  }

  private moveOn(): void {
    this.reading ??= this.readOn().finally(() => {
      this.reading = null
      if (this.isBehind) this.moveOn()
    })
  }

  private async readOn(): Promise<void> {
    const { database, follower } = this.maker
    const query: Query = (sql, parameters) => database.query(sql, [...parameters])
    while (this.isBehind) {
      const { sequence } = follower.current.head
      // A database that does not answer is asked again: the change stays in its outbox.
      const changes = await changesBetween(query, this.read + 1, sequence, READ_AT_ONCE).catch(
        () => pause(TRY_AGAIN_MS, null, { ref: false }),
      )
      for (const change of changes ?? []) this.pubSub.publish('changed', change)
      const isWhole = changes !== null && changes.length < READ_AT_ONCE
      this.read = isWhole ? sequence : (changes?.at(-1)?.sequence ?? this.read)
    }
  }
}
