import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import { CLASSIFICATIONS, ROLLOUT_STATES, sayCode, sayRolloutState } from '../shared/say.js'
import type { Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { Day, Moment, sayCount, sayDay, sayMoment } from '../shared/when.js'
import { freshRollout } from './actions.js'
import type { RolloutRow } from './source.js'

const covers = ({ practiceCodes }: RolloutRow): string =>
  practiceCodes ? `${sayCount(practiceCodes.length)} named practices` : 'All practices'

const COLUMNS: readonly Column<RolloutRow>[] = [
  {
    label: 'Rollout',
    cell: ({ id }) => <Link to={`/rollouts/${id}`}>{id}</Link>,
    text: ({ id }) => id,
    sort: 'ID',
  },
  {
    label: 'Region',
    cell: ({ region }) => <Link to={`/regions/${region.code}`}>{region.name}</Link>,
    text: ({ region }) => region.name,
    sort: 'REGION',
  },
  { label: 'Classification', cell: ({ classification }) => sayCode(classification) },
  {
    label: 'State',
    cell: ({ state }) => <StateTag of={sayRolloutState(state)} />,
    text: ({ state }) => sayRolloutState(state).word,
  },
  { label: 'Covers', cell: covers },
  {
    label: 'Planned for',
    cell: ({ plannedOn }) => (plannedOn ? <Day of={plannedOn} /> : 'No day set'),
    text: ({ plannedOn }) => plannedOn && sayDay(plannedOn),
  },
  {
    label: 'Started',
    cell: ({ startedAt }) => <Moment of={startedAt} none="Not started" />,
    text: ({ startedAt }) => startedAt && sayMoment(startedAt),
    sort: 'STARTED_AT',
  },
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
