import { Actions } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { PlacesInWords } from '../shared/ScopeInWords.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Moment } from '../shared/when.js'
import { requestFor } from './actions.js'
import type { DispensationParts } from './source.js'
import { sayDispensation } from './words.js'

const columnsAt = (at: string | null): readonly Column<DispensationParts>[] => [
  { label: 'Dispensation', cell: ({ id }) => <Link to={`/dispensations/${id}`}>{id}</Link> },
  { label: 'State', cell: (row) => <StateTag of={sayDispensation(row, at)} /> },
  {
    label: 'Where',
    cell: ({ regionCodes, practiceCodes }) => (
      <PlacesInWords regions={regionCodes} practices={practiceCodes} />
    ),
  },
  { label: 'Until', cell: ({ to, until }) => <Moment of={to ?? until} /> },
  { label: 'Why', cell: ({ reason }) => reason },
  { label: 'Asked for', cell: ({ requestedAt }) => <Moment of={requestedAt} /> },
]

/** Exceptions that were asked for, decided or not; and the way to ask for another. */
export const DispensationsOf = ({ dispensations, askable, title = 'Dispensations' }: {
  dispensations: readonly DispensationParts[]
  /** The suspension to ask an exception from; null where there is none to ask. */
  askable?: string | null
  title?: string
}) => {
  const { at } = useAsAt()
  return (
    <Section title={title}>
      <Table
        caption="Exceptions that were asked for"
        captionHidden
        columns={columnsAt(at)}
        rows={dispensations}
        keyOf={({ id }) => id}
        none="None has been asked for."
      />
      {askable && <Actions at="/dispensations" actions={requestFor(askable)} />}
    </Section>
  )
}
