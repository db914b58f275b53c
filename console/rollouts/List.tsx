import {
  dayColumn, momentColumn, numberColumn, REGION_COLUMN, tagColumn,
} from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { sayPracticesNamed } from '../shared/PracticesNamed.js'
import { CLASSIFICATIONS, ROLLOUT_STATES, sayCode, sayRolloutState } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { freshRollout } from './actions.js'
import type { RolloutRow } from './source.js'

const COLUMNS: readonly Column<RolloutRow>[] = [
  numberColumn('Rollout'),
  REGION_COLUMN,
  { label: 'Classification', cell: ({ classification }) => sayCode(classification) },
  tagColumn('State', ({ state }) => sayRolloutState(state)),
  { label: 'Covers', cell: ({ practiceCodes }) => sayPracticesNamed(practiceCodes) },
  dayColumn({ label: 'Planned for', of: ({ plannedOn }) => plannedOn, none: 'No day set' }),
  momentColumn({
    label: 'Started', of: ({ startedAt }) => startedAt, none: 'Not started', sort: 'STARTED_AT',
  }),
  { label: 'Programme', cell: ({ programme }) => programme.code },
]

export const List = () => (
  <ListPage
    resource="rollouts"
    title="Rollouts"
    one="rollout"
    many="rollouts"
    columns={COLUMNS}
    filters={[
      { source: 'region', label: 'Region, by code' },
      { source: 'classification', label: 'Classification', choices: CLASSIFICATIONS },
      { source: 'state', label: 'State', choices: ROLLOUT_STATES },
      { source: 'programme', label: 'Programme, by code' },
    ]}
    fresh={freshRollout}
  />
)
