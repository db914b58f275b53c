import { command, mustFind, type Change, type WithReason } from '../access/change.js'
import type { Moment } from '../kernel/moment.js'
import type { LiveFact } from '../register/facts.js'

/** What a supplier reported of a practice: its earliest upload, and the earliest permitted one. */
export interface EarliestUploads {
  readonly practice: string
  readonly at: Moment
  /** Id of the report of the earliest upload; null where it is told without one. */
  readonly report: string | null
  /** Null where all of them were breaches. */
  readonly permittedAt: Moment | null
}

export interface RecordReportedUploadsInput extends WithReason {
  readonly programme: string
  readonly uploads: readonly EarliestUploads[]
}

/** Whether reports tell anything new of a live practice, or of one that is not. */
export const isNews = (
  live: LiveFact | undefined,
  { permittedAt }: Pick<EarliestUploads, 'permittedAt'>,
): boolean =>
  live === undefined || Boolean(live.breach && !live.permittedFrom && permittedAt !== null)

/** Ids of the breaches that uploads were, by their reports. */
const breachesByReport = ({ register }: Change): ReadonlyMap<string, string> =>
  new Map(
    [...register.all('breach')].flatMap(({ id, kind, of }) =>
      kind === 'UPLOAD' ? [[of, id] as const] : [],
    ),
  )

/**
 * Writes down that practices are live: the first upload once, and after a breach the first that was
 * permitted once, on the word of the supplier that uploads for them.
 */
export const recordReportedUploads = command(
  'recordReportedUploads',
  (change, { programme, uploads }: RecordReportedUploadsInput): LiveFact[] => {
    mustFind(change.register, 'programme', programme)
    const breaches = breachesByReport(change)
    return uploads.flatMap((each) => {
      const { practice, at, report, permittedAt } = each
      const id = `${programme}/${practice}`
      const known = change.register.get('live', id)
      if (!isNews(known, each)) return []
      if (known) return [change.save('live', { ...known, permittedFrom: permittedAt })]
      const breach = report === null ? null : (breaches.get(report) ?? null)
      const permittedFrom = breach === null ? null : permittedAt
      const live = { id, programme, practice, liveFrom: at, breach, permittedFrom }
      return [change.save('live', live)]
    })
  },
)
