import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { Moment, sayCount, sayHowMany, sayMoment } from '../shared/when.js'
import { freshProgramme } from './actions.js'
import { sayDuration } from './say.js'
import type { ProgrammeRow } from './source.js'

const COLUMNS: readonly Column<ProgrammeRow>[] = [
  {
    label: 'Programme',
    cell: ({ id, name }) => <Link to={`/programmes/${encodeURIComponent(id)}`}>{name}</Link>,
    text: ({ name }) => name,
    sort: 'NAME',
  },
  { label: 'Code', cell: ({ id }) => id, sort: 'CODE' },
  { label: 'Notice', cell: ({ termsAt }) => sayHowMany(termsAt.noticeDaysMin, 'day') },
  {
    label: 'Longest validity of an answer',
    cell: ({ termsAt }) => sayDuration(termsAt.validitySecondsMax),
  },
  {
    label: 'Obligations', number: true,
    cell: ({ termsAt }) => sayCount(termsAt.obligations.length),
  },
  {
    label: 'Terms hold since',
    cell: ({ termsAt }) => <Moment of={termsAt.from} />,
    text: ({ termsAt }) => sayMoment(termsAt.from),
  },
]

export const List = () => (
  <ListPage
    resource="programmes"
    title="Programmes"
    one="programme"
    many="programmes"
    columns={COLUMNS}
    filters={[{ source: 'search', label: 'Name or code' }]}
    fresh={freshProgramme}
  />
)
