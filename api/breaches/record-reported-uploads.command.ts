import { command, mustFind, type WithReason } from '../access/change.js'
import type { Moment } from '../kernel/moment.js'
import type { LiveFact } from '../register/facts.js'

/** The first uploads of practices, each at its moment, as their supplier reported them. */
export interface RecordReportedUploadsInput extends WithReason {
  readonly programme: string
  readonly uploads: readonly { readonly practice: string; readonly at: Moment }[]
}

/** Writes down that practices are live, on the word of the supplier that uploads for them. */
export const recordReportedUploads = command(
  'recordReportedUploads',
  (change, { programme, uploads }: RecordReportedUploadsInput): LiveFact[] => {
    mustFind(change.register, 'programme', programme)
    return uploads.flatMap(({ practice, at }) => {
      const id = `${programme}/${practice}`
      if (change.register.get('live', id)) return []
      return [change.save('live', { id, programme, practice, liveFrom: at })]
    })
  },
)
