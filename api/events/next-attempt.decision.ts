import { DAY_MS, SECOND_MS } from '../kernel/moment.js'

const FIRST_WAIT_MS = 5 * SECOND_MS
const GROWS_BY = 3
const LONGEST_WAIT_MS = DAY_MS / 4
/** How far a wait strays to either side, so that not all that failed at once come back at once. */
const STRAYS_BY = 0.2
/** For how long something is tried, from when it was first due. */
export const TRIED_FOR_MS = 3 * DAY_MS

/** An attempt that failed. */
export interface FailedAttempt {
  readonly firstDueMs: number
  readonly nowMs: number
  /** How many there were, this one among them. */
  readonly attempts: number
  /** From 0 to 1, drawn anew each time. */
  readonly chance: number
}

/** When to try again: after 5 s, then after three times as long each time; null for never. */
export const nextAttemptMs = ({
  firstDueMs, nowMs, attempts, chance,
}: FailedAttempt): number | null => {
  const wait = Math.min(FIRST_WAIT_MS * GROWS_BY ** (attempts - 1), LONGEST_WAIT_MS)
  const nextMs = nowMs + Math.round(wait * (1 + STRAYS_BY * (2 * chance - 1)))
  return nextMs > firstDueMs + TRIED_FOR_MS ? null : nextMs
}
