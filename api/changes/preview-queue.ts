import { Refusal } from '../kernel/refusal.js'

/** How long a preview waits for its turn. */
export const PREVIEW_WAITS_MS = 20_000
/** How many previews of one caller wait at once. */
export const PREVIEWS_WAITING_MAX = 5

const tooMany = (): Refusal =>
  new Refusal('BUSY', 'Too many previews are under way. Nothing was told; ask again.')

type Start = () => Promise<void>

/**
 * Lets the previews of one process through one at a time, each caller’s in turn: an effect over the
 * whole country takes a core for a while, and a change needs its share of it, as rulings do.
 */
export class PreviewQueue {
  /** What waits, by caller; the callers in the order in which they have their turns. */
  private readonly waiting = new Map<string, Start[]>()
  private isRunning = false

  run<Done>(caller: string, work: () => Promise<Done>): Promise<Done> {
    const own = this.waiting.get(caller) ?? []
    if (own.length >= PREVIEWS_WAITING_MAX) throw tooMany()
    const askedMs = performance.now()
    return new Promise<Done>((resolve, reject) => {
      own.push(async () => {
        if (performance.now() - askedMs > PREVIEW_WAITS_MS) reject(tooMany())
        else await work().then(resolve, reject)
      })
      this.waiting.set(caller, own)
      void this.next()
    })
  }

  /** The first of the caller whose turn it is, who then comes last. */
  private take(): Start | undefined {
    for (const [caller, own] of this.waiting) {
      const start = own.shift()
      this.waiting.delete(caller)
      if (own.length > 0) this.waiting.set(caller, own)
      return start
    }
    return undefined
  }

  private async next(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let start = this.take(); start; start = this.take()) await start()
    this.isRunning = false
  }
}
