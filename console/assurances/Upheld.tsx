import { Actions, useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { useRegionNames } from '../shared/names.js'
import { sayScope } from '../shared/scope.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment, sayMoment } from '../shared/when.js'
import { sayInForce, sayStrength } from '../suspensions/words.js'
import { imposeFor } from './actions.js'
import type { Assurance, MadeFor } from './source.js'

/** What a suspension made for an assurance tells there; as a table and as a CSV. */
export const upheldColumns = (
  at: string | null,
  nameOf: (code: string) => string,
): readonly Column<MadeFor>[] => [
  {
    label: 'Suspension',
    cell: ({ id }) => <Link to={`/suspensions/${id}`}>{id}</Link>, text: ({ id }) => id,
  },
  {
    label: 'State',
    cell: (row) => <StateTag of={sayInForce(row, at)} />,
    text: (row) => sayInForce(row, at).word,
  },
  { label: 'Strength', cell: ({ strength }) => sayStrength(strength).word },
  { label: 'What it holds', cell: ({ scope }) => sayScope(scope, nameOf) },
  { label: 'From', cell: ({ from }) => <Moment of={from} />, text: ({ from }) => sayMoment(from) },
  {
    label: 'Ended',
    cell: ({ endedAt }) => <Moment of={endedAt} none="Not ended" />,
    text: ({ endedAt }) => (endedAt ? sayMoment(endedAt) : 'Not ended'),
  },
  { label: 'Reason', cell: ({ reason }) => reason },
  {
    label: 'Its loosening is signed by',
    cell: ({ signatories }) => signatories.map(({ code }) => code).join(', ') || 'Nobody besides',
  },
]

/** The suspensions that were made for it. */
export const Upheld = (assurance: Assurance) => {
  const { at } = useAsAt()
  const viewer = useViewer()
  const nameOf = useRegionNames()
  return (
    <Section title="What upholds it">
      <Table
        caption="Suspensions made for it"
        captionHidden
        columns={upheldColumns(at, nameOf)}
        rows={assurance.suspensions}
        keyOf={({ id }) => id}
        none="No suspension was made for it."
      />
      {viewer?.roles.includes('PROGRAMME_ADMIN') && (
        <Actions at="/suspensions" actions={imposeFor(assurance)} />
      )}
    </Section>
  )
}
