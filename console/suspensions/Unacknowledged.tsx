import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { Moment, sayCount } from '../shared/when.js'
import type { Suspension } from './source.js'

type Notice = NonNullable<Suspension['unacknowledgedBy']>[number]

const COLUMNS: readonly Column<Notice>[] = [
  { label: 'Supplier', cell: ({ supplier }) => supplier },
  {
    label: 'Practices it serves in scope',
    cell: ({ practices }) => sayCount(practices), number: true,
  },
  {
    label: 'Its system took the news',
    cell: ({ receivedAt }) => <Moment of={receivedAt} none="Not yet" />,
  },
]

/** Which suppliers have not said that they know; null where that is not for who asks. */
export const Unacknowledged = ({ notices }: { notices: Suspension['unacknowledgedBy'] }) => (
  <Section title="Who has not acknowledged it">
    {notices ? (
      <Table
        caption="Suppliers that have not acknowledged it, with open practices in its scope"
        captionHidden
        columns={COLUMNS}
        rows={notices}
        keyOf={({ supplier }) => supplier}
        none="Every supplier with open practices in its scope has acknowledged it."
      />
    ) : (
      <p>The department, auditors and its signatories see which suppliers have acknowledged it.</p>
    )}
  </Section>
)
