import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { sayWhoSigns } from '../shared/command/words.js'
import { Moment } from '../shared/when.js'
import type { Proposal } from './source.js'

type Signature = Proposal['signatures'][number]

const COLUMNS: readonly Column<Signature>[] = [
  { label: 'Signed by', cell: ({ subject }) => subject },
  { label: 'For', cell: ({ organisation }) => organisation },
  { label: 'When', cell: ({ at }) => <Moment of={at} /> },
]

/** Who has to sign, who has, and who is missing. */
export const Signatures = ({ needs, missing, signatures, state }: Proposal) => (
  <Section title="Signatures">
    <p>{`It needs ${sayWhoSigns(needs)}.`}</p>
    <Table
      caption="Signed so far"
      columns={COLUMNS}
      rows={signatures}
      keyOf={({ subject, at }) => `${subject} ${at}`}
      none="Nobody has signed."
    />
    {state === 'AWAITING' && <p><strong>{`Missing: ${sayWhoSigns(missing)}.`}</strong></p>}
  </Section>
)
