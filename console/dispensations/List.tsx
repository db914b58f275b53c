import { useAsAt } from '../shared/as-at.js'
import { momentColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { useRegionNames } from '../shared/names.js'
import { sayNamed } from '../shared/scope.js'
import type { Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import { freshDispensation } from './actions.js'
import type { DispensationRow } from './source.js'
import { sayDispensation } from './words.js'

type NameOf = (code: string) => string

const where = ({ regionCodes, practiceCodes }: DispensationRow, nameOf: NameOf): string =>
  practiceCodes
    ? sayNamed(practiceCodes, 'practice')
    : sayNamed(regionCodes ?? [], 'region', nameOf)

const columnsAt = (at: string | null, nameOf: NameOf): readonly Column<DispensationRow>[] => [
  numberColumn('Dispensation'),
  {
    label: 'From suspension',
    cell: ({ suspension }) => <ThingLink id={suspension.id} />,
    text: ({ suspension }) => suspension.id,
  },
  tagColumn('State', (row) => sayDispensation(row, at)),
  { label: 'Where', cell: (row) => where(row, nameOf) },
  { label: 'Asked for by', cell: ({ requestedBy }) => nameOf(requestedBy) },
  momentColumn({ label: 'Asked for', of: ({ requestedAt }) => requestedAt, sort: 'REQUESTED_AT' }),
  momentColumn({ label: 'Wanted until', of: ({ until }) => until }),
  momentColumn({ label: 'Ends', of: ({ to }) => to, none: 'Not granted' }),
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
