import { toMs } from '../kernel/moment.js'
import type { LiveFact } from '../register/facts.js'

/**
 * From when a practice counts as live: for its notice, and for a suspension that spares the live.
 * An upload that was a breach brings no advantage; its first that was permitted does. Infinite
 * where it does not count.
 */
export const liveSinceMs = (live: LiveFact | undefined): number => {
  const since = live?.breach ? live.permittedFrom : live?.liveFrom
  return since ? toMs(since) : Number.POSITIVE_INFINITY
}
