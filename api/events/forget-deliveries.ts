import { DAY_MS, toMoment } from '../kernel/moment.js'
import type { Queried } from './endpoint.js'

/** For how long it can be seen what became of a message, from when it was delivered or given up. */
const KEPT_DAYS = 30
/** As many as are taken away in one go: what is under way waits for no more. */
const BATCH = 1_000

// That news of a suspension was taken stays: who has not acknowledged it is asked about for ever.
const FORGET = `
DELETE FROM delivery WHERE id IN (
  SELECT id FROM delivery
  WHERE "endedAt" <= $1 AND NOT (event = 'SUSPENSION_IMPOSED' AND state = 'DELIVERED')
  ORDER BY "endedAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`

/** Takes away the oldest messages that ended long enough ago, a batch each time it is called. */
export const forgetDeliveries = async (database: Queried, realNowMs: number): Promise<void> => {
  await database.query(FORGET, [toMoment(realNowMs - KEPT_DAYS * DAY_MS)])
}
