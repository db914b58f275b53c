import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayKept, saySaid } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Day, sayCount, sayDay } from '../shared/when.js'
import { freshAssurance } from './actions.js'
import type { AssuranceRow } from './source.js'
import { SAID, sayOrganisations, saySpeakers, sayUnmet, WORDINGS } from './words.js'
import './said.css'

const COLUMNS: readonly Column<AssuranceRow>[] = [
  {
    label: 'Assurance',
    cell: ({ id }) => <Link to={`/assurances/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  {
    label: 'Given on',
    cell: ({ givenOn }) => <Day of={givenOn} />,
    text: ({ givenOn }) => sayDay(givenOn),
    sort: 'GIVEN_ON',
  },
  {
    label: 'What was said',
    cell: ({ text }) => <div className="said">{text}</div>,
    text: ({ text }) => text,
  },
  {
    label: 'Said',
    cell: ({ said }) => <StateTag of={saySaid(said)} />,
    text: ({ said }) => saySaid(said).word,
  },
  {
    label: 'Kept',
    cell: ({ kept }) => <StateTag of={sayKept(kept)} />,
    text: ({ kept }) => sayKept(kept).word,
  },
  {
    label: 'Conditions',
    cell: ({ unmet }) => <StateTag of={sayUnmet(unmet)} />,
    text: ({ unmet }) => sayUnmet(unmet).word,
  },
  { label: 'Against it', cell: ({ breachCount }) => sayCount(breachCount), number: true },
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
      { source: 'said', label: 'What became of it', choices: SAID },
      { source: 'public', label: 'Public', kind: 'yes-no' },
      { source: 'givenFrom', label: 'Given from', kind: 'day' },
      { source: 'givenTo', label: 'Given before', kind: 'day' },
      { source: 'programme', label: 'Programme, by code' },
    ]}
    fresh={freshAssurance}
  />
)
