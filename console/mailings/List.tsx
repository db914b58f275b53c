import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Day, sayCount, sayDay } from '../shared/when.js'
import { freshMailing } from './actions.js'
import type { MailingRow } from './source.js'
import { stateOf } from './state.js'

const reaches = ({ practiceCodes }: MailingRow): string =>
  practiceCodes ? `${sayCount(practiceCodes.length)} named practices` : 'All practices'

const COLUMNS: readonly Column<MailingRow>[] = [
  {
    label: 'Mailing',
    cell: ({ id }) => <Link to={`/mailings/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  {
    label: 'Region',
    cell: ({ region }) => <Link to={`/regions/${region.code}`}>{region.name}</Link>,
    text: ({ region }) => region.name,
    sort: 'REGION',
  },
  {
    label: 'State',
    cell: (row) => <StateTag of={stateOf(row)} />,
    text: (row) => stateOf(row).word,
  },
  { label: 'Patients of', cell: reaches },
  {
    label: 'Packs',
    cell: ({ packs }) => sayCount(packs),
    text: ({ packs }) => packs,
    number: true,
  },
  { label: 'Opt-out form', cell: ({ withOptOutForm }) => (withOptOutForm ? 'Yes' : 'No') },
  {
    label: 'Planned for',
    cell: ({ plannedFor }) => (plannedFor ? <Day of={plannedFor} /> : 'Not planned here'),
    text: ({ plannedFor }) => plannedFor && sayDay(plannedFor),
  },
  {
    label: 'Last received',
    cell: ({ lastReceivedOn }) =>
      lastReceivedOn ? <Day of={lastReceivedOn} /> : 'Not received yet',
    text: ({ lastReceivedOn }) => lastReceivedOn && sayDay(lastReceivedOn),
    sort: 'LAST_RECEIVED_ON',
  },
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
