import { countColumn, momentColumn, nameColumns } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { sayHowMany } from '../shared/when.js'
import { freshProgramme } from './actions.js'
import { sayDuration } from './say.js'
import type { ProgrammeRow } from './source.js'

const COLUMNS: readonly Column<ProgrammeRow>[] = [
  ...nameColumns({ label: 'Programme', resource: 'programmes', sort: 'NAME' }),
  { label: 'Notice', cell: ({ termsAt }) => sayHowMany(termsAt.noticeDaysMin, 'day') },
  {
    label: 'Longest validity of an answer',
    cell: ({ termsAt }) => sayDuration(termsAt.validitySecondsMax),
  },
  countColumn('Obligations', ({ termsAt }) => termsAt.obligations.length),
  momentColumn({ label: 'Terms hold since', of: ({ termsAt }) => termsAt.from }),
]

export const List = () => (
  <ListPage
    resource="programmes"
    title="Programmes"
    one="programme"
    many="programmes"
    columns={COLUMNS}
    filters={[{ source: 'search', label: 'Name or code' }]}
    fresh={freshProgramme}
  />
)
