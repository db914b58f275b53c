import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { useRegionNames } from '../shared/names.js'
import { sayScope } from '../shared/scope.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment, sayMoment } from '../shared/when.js'
import { freshSuspension } from './actions.js'
import type { SuspensionRow } from './source.js'
import { sayInForce, sayStrength } from './words.js'

const columnsAt = (
  at: string | null,
  nameOf: (code: string) => string,
): readonly Column<SuspensionRow>[] => [
  {
    label: 'Suspension',
    cell: ({ id }) => <Link to={`/suspensions/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  { label: 'What it holds', cell: ({ scope }) => sayScope(scope, nameOf) },
  {
    label: 'State',
    cell: (row) => <StateTag of={sayInForce(row, at)} />,
    text: (row) => sayInForce(row, at).word,
  },
  { label: 'Strength', cell: ({ strength }) => sayStrength(strength).word },
  {
    label: 'From',
    cell: ({ from }) => <Moment of={from} />,
    text: ({ from }) => sayMoment(from),
    sort: 'FROM',
  },
  {
    label: 'Ended',
    cell: ({ endedAt }) => <Moment of={endedAt} none="Not ended" />,
    text: ({ endedAt }) => endedAt && sayMoment(endedAt),
  },
  { label: 'Reason', cell: ({ reason }) => reason },
  {
    label: 'Imposed by',
    cell: ({ imposedBy }) => imposedBy?.code ?? 'A practice, on itself',
  },
  {
    label: 'Keeps',
    cell: ({ assurance }) =>
      assurance ? <Link to={`/assurances/${assurance.id}`}>{assurance.id}</Link> : 'None shown',
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
          choices: { BINDING: 'Binding', ADVISORY: 'Advice' },
        },
        { source: 'programme', label: 'Programme, by code' },
      ]}
      fresh={freshSuspension(viewer)}
    />
  )
}
