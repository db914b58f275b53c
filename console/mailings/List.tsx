import {
  countColumn, dayColumn, numberColumn, REGION_COLUMN, tagColumn,
} from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayPracticesNamed } from '../shared/PracticesNamed.js'
import type { Column } from '../shared/Table.js'
import { freshMailing } from './actions.js'
import type { MailingRow } from './source.js'
import { stateOf } from './state.js'

const COLUMNS: readonly Column<MailingRow>[] = [
  numberColumn('Mailing'),
  REGION_COLUMN,
  tagColumn('State', stateOf),
  { label: 'Patients of', cell: ({ practiceCodes }) => sayPracticesNamed(practiceCodes) },
  countColumn('Packs', ({ packs }) => packs),
  { label: 'Opt-out form', cell: ({ withOptOutForm }) => (withOptOutForm ? 'Yes' : 'No') },
  dayColumn({
    label: 'Planned for', of: ({ plannedFor }) => plannedFor, none: 'Not planned here',
  }),
  dayColumn({
    label: 'Last received',
    of: ({ lastReceivedOn }) => lastReceivedOn,
    none: 'Not received yet',
    sort: 'LAST_RECEIVED_ON',
  }),
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => (
  <ListPage
    resource="mailings"
    title="Mailings"
    one="mailing"
    many="mailings"
    columns={COLUMNS}
    filters={[
      { source: 'region', label: 'Region, by code' },
      { source: 'received', label: 'Received', kind: 'yes-no' },
      { source: 'voided', label: 'Recorded in error', kind: 'yes-no' },
      { source: 'programme', label: 'Programme, by code' },
    ]}
    fresh={freshMailing}
  />
)
