import { tagColumn } from '../shared/columns.js'
import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayCode, sayOutcome } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { holdsOn } from '../shared/terms.js'
import { useToday } from '../shared/use-today.js'
import { freshPractice } from './actions.js'
import { OPEN_STATES } from './open.js'
import type { PracticeRow } from './source.js'

const supplierOn = ({ suppliers }: PracticeRow, day: string | null): string =>
  (day && suppliers.find((term) => holdsOn(term, day))?.supplier) || 'None'

const why = ({ ruling }: PracticeRow): string =>
  [...new Set(ruling?.reasons.map(({ code }) => sayCode(code)))].join('; ') || 'No reason'

const columnsOn = (day: string | null): readonly Column<PracticeRow>[] => [
  {
    label: 'Practice',
    cell: ({ id, name }) => <Link to={`/practices/${id}`}>{name}</Link>,
    text: ({ name }) => name,
    sort: 'NAME',
  },
  { label: 'Code', cell: ({ id }) => id, sort: 'ODS_CODE' },
  {
    label: 'Region',
    cell: ({ regionAt }) =>
      regionAt ? <Link to={`/regions/${regionAt.code}`}>{regionAt.name}</Link> : 'None',
    text: ({ regionAt }) => regionAt?.name ?? 'None',
  },
  { label: 'Supplier', cell: (row) => supplierOn(row, day) },
  tagColumn('Open', ({ openAt }) => OPEN_STATES[openAt ? 'open' : 'closed']),
  {
    label: 'Uploading',
    cell: ({ ruling }) => (ruling ? <StateTag of={sayOutcome(ruling.outcome)} /> : 'Not for you'),
    text: ({ ruling }) => (ruling ? sayOutcome(ruling.outcome).word : null),
  },
  { label: 'Why not', cell: why },
]

export const List = () => (
  <ListPage
    resource="practices"
    title="Practices"
    one="practice"
    many="practices"
    columns={columnsOn(useToday())}
    filters={[
      { source: 'search', label: 'Name or code' },
      { source: 'region', label: 'Region, by code' },
      { source: 'supplier', label: 'Supplier, by code' },
      { source: 'open', label: 'Open', kind: 'yes-no' },
    ]}
    fresh={freshPractice}
  />
)
