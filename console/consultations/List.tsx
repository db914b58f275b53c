import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { AUDIENCES, CONSULTATION_STATES, sayConsultationState } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Day, Moment, sayCount, sayDay, sayHowMany, sayMoment } from '../shared/when.js'
import { freshConsultation } from './actions.js'
import type { ConsultationRow } from './source.js'

const stateOf = ({ state }: ConsultationRow) =>
  state ? sayConsultationState(state) : ({ word: 'Not opened yet', tone: 'plain' } as const)

const NAMED_MAX = 3

const regionsOf = ({ regions }: ConsultationRow): string => {
  const named = regions.slice(0, NAMED_MAX).map(({ name }) => name).join(', ')
  const more = regions.length - NAMED_MAX
  return more > 0 ? `${named} and ${sayHowMany(more, 'other')}` : named
}

const COLUMNS: readonly Column<ConsultationRow>[] = [
  {
    label: 'Consultation',
    cell: ({ id }) => <Link to={`/consultations/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  { label: 'Title', cell: ({ title }) => title },
  { label: 'Who is asked', cell: ({ audience }) => AUDIENCES[audience] },
  {
    label: 'State',
    cell: (row) => <StateTag of={stateOf(row)} />,
    text: (row) => stateOf(row).word,
  },
  {
    label: 'Where',
    cell: regionsOf,
    text: ({ regions }) => regions.map(({ name }) => name).join(', '),
  },
  {
    label: 'Opened',
    cell: ({ openedAt }) => <Moment of={openedAt} />,
    text: ({ openedAt }) => sayMoment(openedAt),
    sort: 'OPENED_AT',
  },
  {
    label: 'Closes on',
    cell: ({ closesOn }) => <Day of={closesOn} />,
    text: ({ closesOn }) => sayDay(closesOn),
    sort: 'CLOSES_ON',
  },
  {
    label: 'Days asked',
    cell: ({ daysAsked }) => sayCount(daysAsked),
    text: ({ daysAsked }) => daysAsked,
    number: true,
  },
  {
    label: 'Responses',
    cell: ({ responses }) => sayCount(responses),
    text: ({ responses }) => responses,
    number: true,
  },
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => (
  <ListPage
    resource="consultations"
    title="Consultations"
    one="consultation"
    many="consultations"
    columns={COLUMNS}
    filters={[
      { source: 'search', label: 'Part of the title' },
      { source: 'audience', label: 'Who is asked', choices: AUDIENCES },
      { source: 'state', label: 'State', choices: CONSULTATION_STATES },
      { source: 'region', label: 'Region, by code' },
      { source: 'programme', label: 'Programme, by code' },
    ]}
    fresh={freshConsultation}
  />
)
