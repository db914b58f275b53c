import { hash, randomUUID } from 'node:crypto'
import type { DataSource, EntityManager } from 'typeorm'
import type { Day, Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import { canonical } from '../ledger/entry-hash.js'
import type { Report } from './reject-report.decision.js'

/** What became of one report. */
export interface ReportAnswer {
  readonly practice: string
  readonly night: Day
  readonly status: 'RECORDED' | 'REJECTED'
  /** Id of the report that was kept. */
  readonly id: string | null
  readonly code: string | null
  readonly message: string | null
}

/** A request of a supplier: what it is known by, and what it said. */
export interface ReportRequest {
  readonly supplier: string
  readonly id: string
  readonly programme: string
  readonly reports: readonly Report[]
  readonly receivedAt: Moment
}

const bodyHashOf = ({ programme, reports }: ReportRequest): string =>
  hash('sha256', canonical(JSON.parse(JSON.stringify({ programme, reports }))))

/** What was answered to a request before, or null; another request by its id is refused. */
export const answeredBefore = async (
  database: Pick<EntityManager, 'query'>,
  request: ReportRequest,
): Promise<readonly ReportAnswer[] | null> => {
  const [known] = await database.query<{ bodyHash: string; answer: ReportAnswer[] }[]>(
    'SELECT "bodyHash", answer FROM upload_request WHERE supplier = $1 AND id = $2',
    [request.supplier, request.id],
  )
  if (!known) return null
  if (known.bodyHash === bodyHashOf(request)) return known.answer
  throw new Refusal(
    'REQUEST_ID_REUSED',
    `The X-Request-ID ${request.id} was given to another report. A new report needs a new one.`,
    { requestId: request.id },
  )
}

const INSERT_REQUEST = `
INSERT INTO upload_request
  (supplier, id, programme, "bodyHash", answer, "receivedAt", "followedUp")
VALUES ($1, $2, $3, $4, $5, $6, false)
ON CONFLICT DO NOTHING RETURNING id`

const INSERT_REPORTS = `
INSERT INTO upload_report
  (id, supplier, request, programme, practice, night, "uploadedAt", records, "registerSequence", at)
SELECT told.id, $1, $2, $3, told.practice, told.night, told."uploadedAt", told.records,
  told."registerSequence", told.at
FROM jsonb_to_recordset($4) AS told (
  id uuid, practice text, night date, "uploadedAt" timestamptz, records integer,
  "registerSequence" integer, at timestamptz)`

const answerTo = ({ practice, night }: Report, rejection: Refusal | null): ReportAnswer =>
  rejection
    ? { practice, night, status: 'REJECTED', id: null, ...told(rejection) }
    : { practice, night, status: 'RECORDED', id: randomUUID(), code: null, message: null }

const told = ({ code, message }: Refusal) => ({ code, message })

/**
 * Keeps the reports of a request that are not rejected, all in one transaction and without the
 * governance lock; answers each. A request that was kept meanwhile is answered as it was then.
 */
export const keepReports = (
  database: DataSource,
  request: ReportRequest,
  rejectionOf: (report: Report) => Refusal | null,
): Promise<readonly ReportAnswer[]> =>
  database.transaction(async (manager) => {
    const { supplier, id, programme, reports, receivedAt } = request
    const answers = reports.map((report) => answerTo(report, rejectionOf(report)))
    const kept = reports.flatMap((report, place) => {
      const reportId = answers[place]?.id
      return reportId ? [{ ...report, id: reportId }] : []
    })
    const values = [bodyHashOf(request), JSON.stringify(answers), receivedAt]
    const inserted = await manager.query<unknown[]>(INSERT_REQUEST, [
      supplier, id, programme, ...values,
    ])
    const earlier = inserted.length === 0 ? await answeredBefore(manager, request) : null
    if (earlier) return earlier
    await manager.query(INSERT_REPORTS, [supplier, id, programme, JSON.stringify(kept)])
    return answers
  })
