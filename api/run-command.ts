import { CannotStart } from './config.js'
import type { FollowerEvents } from './register/follower.js'
import { Refusal } from './kernel/refusal.js'

/** What a command does that cannot go on following the ledger. */
export const failing: FollowerEvents = {
  onFatal: (error): void => {
    console.error(error.message)
    process.exit(1)
  },
  // Where the database does not answer, the change itself fails and says so.
  onReach: (): void => undefined,
}

/** Runs what a user started: what keeps it from its work is one line, and a non-zero exit. */
export const runCommand = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const foreseen = error instanceof CannotStart || error instanceof Refusal
    console.error(foreseen ? error.message : error)
    process.exit(1)
  }
}
