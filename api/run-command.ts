import { CannotStart } from './config.js'
import { Refusal } from './kernel/refusal.js'

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
