import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '../kernel/actor.js'

/** How many streams one client, and all clients together, may have open in a process. */
const OF_ONE_MAX = 10
const ALL_MAX = 2_000
/** How many messages may wait for a client before it is too slow to be told at once. */
const BEHIND_MAX = 50
const TIMER_MAX_MS = 2_147_483_647
const END_WITHIN_MS = 1_000

const clientOf = ({ issuer, subject }: Actor): string => `${issuer} ${subject}`

/** A connection that is told of changes. */
export class OpenStream {
  /** Falls when there is nothing more to say: its token ended, or the process does. */
  readonly ended = new AbortController()
  /** Falls when its client has gone. */
  readonly closed = new AbortController()
  private behind = 0
  private readonly expiry: NodeJS.Timeout

  constructor(
    readonly actor: Actor,
    readonly response: ServerResponse,
    expiresMs: number,
  ) {
    const leftMs = Math.max(0, Math.min(expiresMs - Date.now(), TIMER_MAX_MS))
    this.expiry = setTimeout(() => this.ended.abort(), leftMs).unref()
    response.once('close', () => this.leave())
  }

  /** A message is on its way. A client that does not read them is let go, and has to ask anew. */
  queued(): void {
    this.behind += 1
    if (this.behind > BEHIND_MAX) this.response.destroy()
  }

  wrote(chunk: string): void {
    if (chunk.startsWith('event: next')) this.behind -= 1
  }

  leave(): void {
    clearTimeout(this.expiry)
    this.closed.abort()
    this.ended.abort()
  }
}

/** The streams that are open in a process. */
export class OpenStreams {
  private readonly open = new Set<OpenStream>()

  hasRoomFor(actor: Actor): boolean {
    const own = [...this.open].filter((each) => clientOf(each.actor) === clientOf(actor))
    return own.length < OF_ONE_MAX && this.open.size < ALL_MAX
  }

  enter(actor: Actor, response: ServerResponse, expiresMs: number): OpenStream {
    const stream = new OpenStream(actor, response, expiresMs)
    this.open.add(stream)
    return stream
  }

  leave(stream: OpenStream): void {
    stream.leave()
    this.open.delete(stream)
  }

  /** Ends all; answers once their clients were told, or had a while to be. */
  async endAll(): Promise<void> {
    const closing = Array.from(this.open, ({ response }) => once(response, 'close'))
    for (const { ended } of this.open) ended.abort()
    await Promise.race([Promise.all(closing), pause(END_WITHIN_MS, undefined, { ref: false })])
  }
}
