import { Refusal } from '../kernel/refusal.js'

export const CHANGE_WAITS_MS = 5_000

/** A change that could not get its turn: nothing was done. */
export const busy = (): Refusal =>
  new Refusal('BUSY', 'Other changes are under way. Nothing was changed; try again.')

/**
 * Lets the changes of one process through one at a time: they wait here, and not on a database
 * connection each, so that reading goes on however many wait.
 */
export class ChangeQueue {
  private last: Promise<unknown> = Promise.resolve()

  run<Done>(work: () => Promise<Done>): Promise<Done> {
    const askedMs = performance.now()
    const turn = this.last.then(() => {
      if (performance.now() - askedMs > CHANGE_WAITS_MS) throw busy()
      return work()
    })
    this.last = turn.catch(() => undefined)
    return turn
  }
}
