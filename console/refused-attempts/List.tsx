import { momentColumn } from '../shared/columns.js'
import { FieldsView, type Fields } from '../shared/FieldsView.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayCode, sayCommand } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { AnonymousRefusals } from './AnonymousRefusals.js'
import type { RefusedAttemptRow } from './source.js'

const Asked = ({ id, input }: RefusedAttemptRow) => (
  <details>
    <summary>Show<span className="visually-hidden">{` what ${id} asked for`}</span></summary>
    <FieldsView of={input as Fields} />
  </details>
)

const COLUMNS: readonly Column<RefusedAttemptRow>[] = [
  { label: 'Number', cell: ({ id }) => id, sort: 'ID' },
  momentColumn({ label: 'When', of: ({ at }) => at }),
  { label: 'Command', cell: ({ command }) => sayCommand(command) },
  { label: 'By', cell: ({ subject, organisation }) => `${subject}, ${organisation}` },
  { label: 'Role', cell: ({ role }) => sayCode(role) },
  { label: 'Code', cell: ({ code }) => code },
  { label: 'What was answered', cell: ({ message }) => message },
  {
    label: 'What was asked for',
    cell: (attempt) => <Asked {...attempt} />,
    text: ({ input }) => JSON.stringify(input),
  },
]

export const List = () => (
  <>
    <ListPage
      resource="refused-attempts"
      title="Refused attempts"
      one="attempt"
      many="attempts"
      columns={COLUMNS}
      filters={[
        { source: 'command', label: 'Command, such as startRollout' },
        { source: 'code', label: 'Code, such as FORBIDDEN' },
        { source: 'since', label: 'Since', kind: 'since' },
      ]}
    />
    <AnonymousRefusals />
  </>
)
