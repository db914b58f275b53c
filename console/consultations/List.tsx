import { countColumn, dayColumn, momentColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { AUDIENCES, CONSULTATION_STATES, sayConsultationState } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { sayHowMany } from '../shared/when.js'
import { freshConsultation } from './actions.js'
import type { ConsultationRow } from './source.js'

const NAMED_MAX = 3

const regionsOf = ({ regions }: ConsultationRow): string => {
  const named = regions.slice(0, NAMED_MAX).map(({ name }) => name).join(', ')
  const more = regions.length - NAMED_MAX
  return more > 0 ? `${named} and ${sayHowMany(more, 'other')}` : named
}

const COLUMNS: readonly Column<ConsultationRow>[] = [
  numberColumn('Consultation'),
  { label: 'Title', cell: ({ title }) => title },
  { label: 'Who is asked', cell: ({ audience }) => AUDIENCES[audience] },
  tagColumn('State', ({ state }) => sayConsultationState(state)),
  {
    label: 'Where',
    cell: regionsOf,
    text: ({ regions }) => regions.map(({ name }) => name).join(', '),
  },
  momentColumn({ label: 'Opened', of: ({ openedAt }) => openedAt, sort: 'OPENED_AT' }),
  dayColumn({ label: 'Closes on', of: ({ closesOn }) => closesOn, sort: 'CLOSES_ON' }),
  countColumn('Days asked', ({ daysAsked }) => daysAsked),
  countColumn('Responses', ({ responses }) => responses),
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
