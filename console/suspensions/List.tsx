import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { momentColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { useRegionNames } from '../shared/names.js'
import { sayScope } from '../shared/scope.js'
import type { Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import { freshSuspension } from './actions.js'
import type { SuspensionRow } from './source.js'
import { sayInForce, sayStrength } from './words.js'

const columnsAt = (
  at: string | null,
  nameOf: (code: string) => string,
): readonly Column<SuspensionRow>[] => [
  numberColumn('Suspension'),
  { label: 'What it holds', cell: ({ scope }) => sayScope(scope, nameOf) },
  tagColumn('State', (row) => sayInForce(row, at)),
  { label: 'Strength', cell: ({ strength }) => sayStrength(strength).word },
  momentColumn({ label: 'From', of: ({ from }) => from, sort: 'FROM' }),
  momentColumn({ label: 'Ended', of: ({ endedAt }) => endedAt, none: 'Not ended' }),
  { label: 'Reason', cell: ({ reason }) => reason },
  {
    label: 'Imposed by',
    cell: ({ imposedBy }) => imposedBy?.code ?? 'A practice, on itself',
  },
  {
    label: 'Keeps',
    cell: ({ assurance }) => (assurance ? <ThingLink id={assurance.id} /> : 'None shown'),
    text: ({ assurance }) => assurance?.id ?? null,
  },
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => {
  const { at } = useAsAt()
  const nameOf = useRegionNames()
  const viewer = useViewer()
  return (
    <ListPage
      resource="suspensions"
      title="Suspensions"
      one="suspension"
      many="suspensions"
      columns={columnsAt(at, nameOf)}
      filters={[
        { source: 'inForce', label: 'In force', kind: 'yes-no' },
        {
          source: 'strength', label: 'Strength',
          choices: { BINDING: 'Binding', ADVISORY: 'Advisory' },
        },
        { source: 'programme', label: 'Programme, by code' },
      ]}
      fresh={freshSuspension(viewer)}
    />
  )
}
