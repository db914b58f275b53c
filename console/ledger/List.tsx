import { EntryLink } from '../shared/EntryLink.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayCommand } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { Moment, sayMoment } from '../shared/when.js'
import { Head } from './Head.js'
import type { EntryRow } from './source.js'
import { TABLES } from './tables.js'

const COLUMNS: readonly Column<EntryRow>[] = [
  {
    label: 'Entry',
    cell: ({ sequence }) => <EntryLink sequence={sequence} />,
    text: ({ sequence }) => sequence,
    sort: 'SEQUENCE',
  },
  { label: 'When', cell: ({ at }) => <Moment of={at} />, text: ({ at }) => sayMoment(at) },
  { label: 'Command', cell: ({ kind }) => sayCommand(kind), text: ({ kind }) => kind },
  { label: 'Table', cell: ({ body }) => body?.table ?? 'Redacted' },
  { label: 'Row', cell: ({ body }) => body?.key ?? 'Redacted' },
  { label: 'By', cell: ({ subject, organisation }) => `${subject}, ${organisation}` },
  { label: 'Reason', cell: ({ body }) => body?.reason ?? 'Redacted' },
]

export const List = () => (
  <ListPage
    resource="ledger"
    title="Ledger"
    one="entry"
    many="entries"
    columns={COLUMNS}
    filters={[
      { source: 'kind', label: 'Command, such as planRollout' },
      { source: 'table', label: 'Table', choices: TABLES },
      { source: 'key', label: 'Row, by its key' },
      { source: 'since', label: 'Since', kind: 'since' },
      { source: 'until', label: 'Before', kind: 'since' },
      {
        source: 'toSequence', label: 'Up to entry number', kind: 'number',
        help: 'Newest first, the list begins there.',
      },
      {
        source: 'fromSequence', label: 'From entry number', kind: 'number',
        help: 'Oldest first, the list begins there.',
      },
      { source: 'change', label: 'Change, by its id' },
    ]}
    above={<Head />}
  />
)
