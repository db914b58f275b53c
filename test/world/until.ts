import { setTimeout as pause } from 'node:timers/promises'

const EVERY_MS = 10
/** Half a minute at least: how long a thing takes is no matter to a test, if only it comes. */
const TRIES_MAX = 3_000

/** Waits until something is so; where it never is, the test fails and says what was waited for. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries === TRIES_MAX) throw new Error(`It never came to be: ${String(isSo)}`)
    await pause(EVERY_MS)
  }
}
