import { graphql, type ResultOf } from '../graphql/tada.js'
import { Link } from '../shared/Link.js'
import { sayCode, sayRolloutState } from '../shared/say.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Moment, sayHowMany } from '../shared/when.js'

/** Rollouts with what tells whether they cover somebody. */
export const ROLLOUTS_IN = graphql(`
  query RolloutsIn(
    $first: Int! $after: String $filter: RolloutFilter $at: DateTime $knownAt: DateTime
  ) {
    page: rollouts(first: $first, after: $after, filter: $filter, at: $at, knownAt: $knownAt) {
      totalCount
      edges {
        cursor
        node {
          id
          classificationThen: classificationAt(at: $at)
          state(at: $at)
          startedAt
          practiceCodes
          region { code name }
        }
      }
    }
  }
`)

export type RolloutIn = ResultOf<typeof ROLLOUTS_IN>['page']['edges'][number]['node']

const COLUMNS: readonly Column<RolloutIn>[] = [
  { label: 'Rollout', cell: ({ id }) => <ThingLink id={id} /> },
  {
    label: 'Region',
    cell: ({ region }) => <Link to={`/regions/${region.code}`}>{region.name}</Link>,
  },
  { label: 'Classification', cell: ({ classificationThen }) => sayCode(classificationThen) },
  { label: 'State', cell: ({ state }) => <StateTag of={sayRolloutState(state)} /> },
  {
    label: 'Covers',
    cell: ({ practiceCodes }) =>
      practiceCodes ? sayHowMany(practiceCodes.length, 'named practice') : 'All practices',
  },
  { label: 'Started', cell: ({ startedAt }) => <Moment of={startedAt} none="Not started" /> },
]

export const RolloutTable = ({ rollouts, none }: {
  rollouts: readonly RolloutIn[]
  none: string
}) => (
  <Table
    caption="Rollouts and where they stand"
    captionHidden
    columns={COLUMNS}
    rows={rollouts}
    keyOf={({ id }) => id}
    none={none}
  />
)
