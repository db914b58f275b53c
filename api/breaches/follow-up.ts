import type { Context } from '../access/context.js'
import { Refusal } from '../kernel/refusal.js'
import type { FoundBreach } from '../rules/breach-of.js'
import { findBreaches } from './find-breaches.js'
import { recordBreaches } from './record-breaches.command.js'
import {
  isNews, recordReportedUploads, type EarliestUploads,
} from './record-reported-uploads.command.js'
import { UploadReport } from './upload-report.entity.js'

interface PendingRequest {
  readonly id: string
  readonly programme: string
}

const PENDING = `
SELECT id, programme FROM upload_request
WHERE supplier = $1 AND NOT "followedUp" ORDER BY "receivedAt", id`
const FOLLOWED_UP = 'UPDATE upload_request SET "followedUp" = true WHERE supplier = $1 AND id = $2'

const byTime = (a: UploadReport, b: UploadReport): number =>
  a.uploadedAt < b.uploadedAt ? -1 : 1

/** The earliest reported uploads of each practice of which they tell anything new. */
const firstUploads = (
  { registerNow }: Context,
  programme: string,
  reports: readonly UploadReport[],
  breaches: readonly FoundBreach[],
): EarliestUploads[] => {
  const broke = new Set(breaches.map(({ of }) => of))
  const first = new Map<string, EarliestUploads>()
  for (const { id, practice, uploadedAt } of [...reports].sort(byTime)) {
    const permittedAt = broke.has(id) ? null : uploadedAt
    const known = first.get(practice)
    if (!known) first.set(practice, { practice, at: uploadedAt, report: id, permittedAt })
    else if (!known.permittedAt) first.set(practice, { ...known, permittedAt })
  }
  return [...first.values()].filter((each) =>
    isNews(registerNow.get('live', `${programme}/${each.practice}`), each),
  )
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
  const uploads = firstUploads(context, programme, reports, breaches)
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
