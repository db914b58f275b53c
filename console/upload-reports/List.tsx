import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { Day, Moment, sayCount, sayDay, sayMoment } from '../shared/when.js'
import type { UploadReportRow } from './source.js'

const sayPractice = ({ practice, practiceCode }: UploadReportRow): string =>
  practice ? `${practice.name} (${practiceCode})` : practiceCode

const COLUMNS: readonly Column<UploadReportRow>[] = [
  {
    label: 'Practice',
    cell: (report) => (
      <Link to={`/practices/${report.practiceCode}`}>{sayPractice(report)}</Link>
    ),
    text: sayPractice,
  },
  { label: 'Night', cell: ({ night }) => <Day of={night} />, text: ({ night }) => sayDay(night) },
  {
    label: 'Uploaded',
    cell: ({ uploadedAt }) => <Moment of={uploadedAt} />,
    text: ({ uploadedAt }) => sayMoment(uploadedAt),
    sort: 'UPLOADED_AT',
  },
  {
    label: 'Records created',
    cell: ({ records }) => sayCount(records),
    text: ({ records }) => records,
    number: true,
  },
  { label: 'Reported by', cell: ({ supplier }) => supplier },
  {
    label: 'Ruling relied on',
    cell: ({ at }) => <Moment of={at} none="None" />,
    text: ({ at }) => (at ? sayMoment(at) : 'None'),
  },
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
