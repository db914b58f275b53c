import { Refusal } from '../kernel/refusal.js'

export const CHANGE_WAITS_MS = 5_000

/** A change that could not get its turn: nothing was done. */
export const busy = (): Refusal =>
  new Refusal('BUSY', 'Other changes are under way. Nothing was changed; try again.')

/** A change that waits for its turn. */
interface Waiting {
  readonly urgent: boolean
  readonly start: () => Promise<void>
}

/**
 * Lets the changes of one process through one at a time: they wait here, and not on a database
 * connection each, so that reading goes on however many wait. An urgent one goes before others.
 */
export class ChangeQueue {
  private readonly waiting: Waiting[] = []
  private isRunning = false

  run<Done>(work: () => Promise<Done>, urgent = false): Promise<Done> {
    const askedMs = performance.now()
    return new Promise<Done>((resolve, reject) => {
      const start = async (): Promise<void> => {
        if (performance.now() - askedMs > CHANGE_WAITS_MS) reject(busy())
        else await work().then(resolve, reject)
      }
      this.enter({ urgent, start })
      void this.next()
    })
  }

  private enter(one: Waiting): void {
    const place = one.urgent ? this.waiting.findIndex(({ urgent }) => !urgent) : -1
    this.waiting.splice(place < 0 ? this.waiting.length : place, 0, one)
  }

  private async next(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let one = this.waiting.shift(); one; one = this.waiting.shift()) await one.start()
    this.isRunning = false
  }
}
