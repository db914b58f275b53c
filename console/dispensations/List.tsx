import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { useRegionNames } from '../shared/names.js'
import { sayNamed } from '../shared/scope.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment, sayMoment } from '../shared/when.js'
import { freshDispensation } from './actions.js'
import type { DispensationRow } from './source.js'
import { sayDispensation } from './words.js'

type NameOf = (code: string) => string

const where = ({ regionCodes, practiceCodes }: DispensationRow, nameOf: NameOf): string =>
  practiceCodes
    ? sayNamed(practiceCodes, 'practice')
    : sayNamed(regionCodes ?? [], 'region', nameOf)

const columnsAt = (at: string | null, nameOf: NameOf): readonly Column<DispensationRow>[] => [
  {
    label: 'Dispensation',
    cell: ({ id }) => <Link to={`/dispensations/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  {
    label: 'From suspension',
    cell: ({ suspension }) => (
      <Link to={`/suspensions/${suspension.id}`}>{suspension.id}</Link>
    ),
    text: ({ suspension }) => suspension.id,
  },
  {
    label: 'State',
    cell: (row) => <StateTag of={sayDispensation(row, at)} />,
    text: (row) => sayDispensation(row, at).word,
  },
  { label: 'Where', cell: (row) => where(row, nameOf) },
  { label: 'Asked for by', cell: ({ requestedBy }) => nameOf(requestedBy) },
  {
    label: 'Asked for',
    cell: ({ requestedAt }) => <Moment of={requestedAt} />,
    text: ({ requestedAt }) => sayMoment(requestedAt),
    sort: 'REQUESTED_AT',
  },
  {
    label: 'Wanted until',
    cell: ({ until }) => <Moment of={until} />,
    text: ({ until }) => sayMoment(until),
  },
  {
    label: 'Ends',
    cell: ({ to }) => <Moment of={to} none="Not granted" />,
    text: ({ to }) => to && sayMoment(to),
  },
  { label: 'Why', cell: ({ reason }) => reason },
]

export const List = () => {
  const { at } = useAsAt()
  const nameOf = useRegionNames()
  return (
    <ListPage
      resource="dispensations"
      title="Dispensations"
      one="dispensation"
      many="dispensations"
      columns={columnsAt(at, nameOf)}
      filters={[
        { source: 'decided', label: 'Decided', kind: 'yes-no' },
        { source: 'inForce', label: 'In force', kind: 'yes-no' },
        { source: 'suspension', label: 'Suspension, by number' },
        { source: 'requestedBy', label: 'Asked for by, by code' },
      ]}
      fresh={freshDispensation}
    />
  )
}
