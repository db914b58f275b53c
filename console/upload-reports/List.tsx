import { countColumn, dayColumn, momentColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { PracticeLink, sayPractice } from '../shared/PracticeLink.js'
import type { Column } from '../shared/Table.js'
import type { UploadReportRow } from './source.js'

const COLUMNS: readonly Column<UploadReportRow>[] = [
  {
    label: 'Practice',
    cell: (report) => <PracticeLink {...report} />,
    text: sayPractice,
  },
  dayColumn({ label: 'Night', of: ({ night }) => night }),
  momentColumn({ label: 'Uploaded', of: ({ uploadedAt }) => uploadedAt, sort: 'UPLOADED_AT' }),
  countColumn('Records created', ({ records }) => records),
  { label: 'Reported by', cell: ({ supplier }) => supplier },
  momentColumn({ label: 'Ruling relied on', of: ({ at }) => at, none: 'None' }),
  { label: 'Programme', cell: ({ programme }) => programme.code },
  { label: 'Report', cell: ({ id }) => id },
]

export const List = () => (
  <ListPage
    resource="upload-reports"
    title="Upload reports"
    one="report"
    many="reports"
    columns={COLUMNS}
    filters={[
      { source: 'practice', label: 'Practice, by code' },
      { source: 'programme', label: 'Programme, by code' },
      { source: 'since', label: 'Uploaded since', kind: 'since' },
    ]}
  />
)
