import type { Context } from '../access/context.js'
import type { Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import { findBreaches } from './find-breaches.js'
import { recordBreaches } from './record-breaches.command.js'
import { recordReportedUploads } from './record-reported-uploads.command.js'
import { UploadReport } from './upload-report.entity.js'

interface PendingRequest {
  readonly id: string
  readonly programme: string
}

const PENDING = `
SELECT id, programme FROM upload_request
WHERE supplier = $1 AND NOT "followedUp" ORDER BY "receivedAt", id`
const FOLLOWED_UP = 'UPDATE upload_request SET "followedUp" = true WHERE supplier = $1 AND id = $2'

/** The earliest reported upload of each practice that is not live. */
const firstUploads = (
  { registerNow }: Context,
  programme: string,
  reports: readonly UploadReport[],
) => {
  const first = new Map<string, Moment>()
  for (const { practice, uploadedAt } of reports) {
    if (registerNow.get('live', `${programme}/${practice}`)) continue
    const known = first.get(practice)
    if (known === undefined || uploadedAt < known) first.set(practice, uploadedAt)
  }
  return Array.from(first, ([practice, at]) => ({ practice, at }))
}

/**
 * Two changes, and not one: should the first uploads have to wait for signatures, the breaches are
 * written down all the same. Done again after a failure, neither writes anything twice.
 */
const followUpRequest = async (
  context: Context,
  supplier: string,
  { id, programme }: PendingRequest,
): Promise<void> => {
  const { database, history } = context
  const reports = await database.getRepository(UploadReport).findBy({ supplier, request: id })
  const reason = `Reported by ${supplier} in its request ${id}.`
  const breaches = await findBreaches(history, reports)
  if (breaches.length > 0) await context.makeChange(recordBreaches, { breaches, reason })
  const uploads = firstUploads(context, programme, reports)
  if (uploads.length > 0) {
    await context.makeChange(recordReportedUploads, { programme, uploads, reason })
  }
  await database.query(FOLLOWED_UP, [supplier, id])
}

/**
 * Writes into the ledger what follows from a supplier's reports: breaches and first uploads, of
 * this request and of any before it that could not be followed up. Answers whether all was.
 */
export const followUp = async (context: Context, supplier: string): Promise<boolean> => {
  const pending = await context.database.query<PendingRequest[]>(PENDING, [supplier])
  try {
    for (const request of pending) await followUpRequest(context, supplier, request)
    return true
  } catch (error) {
    // The reports are kept; the next request of the supplier finds them still to be followed up.
    if (error instanceof Refusal && error.code === 'BUSY') return false
    throw error
  }
}
