import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment, sayMoment } from '../shared/when.js'
import { freshPurdah } from './actions.js'
import { sayInForce } from './in-force.js'
import type { PurdahRow } from './source.js'

const OPEN_END = 'Not known yet'

const COLUMNS: readonly Column<PurdahRow>[] = [
  {
    label: 'Period',
    cell: ({ id, name }) => <Link to={`/purdahs/${encodeURIComponent(id)}`}>{name}</Link>,
    text: ({ name }) => name,
  },
  { label: 'Code', cell: ({ id }) => id, sort: 'CODE' },
  {
    label: 'From',
    cell: ({ from }) => <Moment of={from} />,
    text: ({ from }) => sayMoment(from),
    sort: 'FROM',
  },
  {
    label: 'Until',
    cell: ({ to }) => <Moment of={to} none={OPEN_END} />,
    text: ({ to }) => (to ? sayMoment(to) : OPEN_END),
  },
  {
    label: 'In force',
    cell: ({ inForce }) => <StateTag of={sayInForce(inForce)} />,
    text: ({ inForce }) => sayInForce(inForce).word,
  },
]

export const List = () => (
  <ListPage
    resource="purdahs"
    title="Pre-election periods"
    one="period"
    many="periods"
    columns={COLUMNS}
    filters={[
      { source: 'search', label: 'Name or code' },
      { source: 'inForce', label: 'In force', kind: 'yes-no' },
    ]}
    fresh={freshPurdah}
  />
)
