import { countColumn, dayColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { KEPT_STATES, SAID_STATES, sayKept, saySaid } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { freshAssurance } from './actions.js'
import type { AssuranceRow } from './source.js'
import { sayConditions, sayOrganisations, saySpeakers, WORDINGS } from './words.js'
import './said.css'

const COLUMNS: readonly Column<AssuranceRow>[] = [
  numberColumn('Assurance'),
  dayColumn({ label: 'Given on', of: ({ givenOn }) => givenOn, sort: 'GIVEN_ON' }),
  {
    label: 'What was said',
    cell: ({ text }) => <div className="said">{text}</div>,
    text: ({ text }) => text,
  },
  tagColumn('Said', ({ said }) => saySaid(said)),
  tagColumn('Kept', ({ kept }) => sayKept(kept)),
  tagColumn('Conditions', sayConditions),
  countColumn('Against it', ({ breachCount }) => breachCount),
  {
    label: 'Given by',
    cell: ({ givenBy }) => sayOrganisations(givenBy),
    text: ({ givenBy }) => saySpeakers(givenBy),
  },
  {
    label: 'Given to',
    cell: ({ givenTo }) => sayOrganisations(givenTo),
    text: ({ givenTo }) => saySpeakers(givenTo),
  },
  { label: 'Channel', cell: ({ channel }) => channel },
  { label: 'Wording', cell: ({ wording }) => WORDINGS[wording] },
  { label: 'Who may read it', cell: (row) => (row.public ? 'Everybody' : 'Its parties') },
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => (
  <ListPage
    resource="assurances"
    title="Assurances"
    one="assurance"
    many="assurances"
    columns={COLUMNS}
    filters={[
      { source: 'search', label: 'Part of the text' },
      { source: 'said', label: 'What became of it', choices: SAID_STATES },
      { source: 'kept', label: 'Kept', choices: KEPT_STATES },
      { source: 'public', label: 'Public', kind: 'yes-no' },
      { source: 'givenFrom', label: 'Given from', kind: 'day' },
      { source: 'givenTo', label: 'Given before', kind: 'day' },
      { source: 'programme', label: 'Programme, by code' },
    ]}
    fresh={freshAssurance}
  />
)
