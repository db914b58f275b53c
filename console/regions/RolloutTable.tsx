import { graphql, type ResultOf } from '../graphql/tada.js'
import { momentColumn, numberColumn, REGION_COLUMN, tagColumn } from '../shared/columns.js'
import { sayPracticesNamed } from '../shared/PracticesNamed.js'
import { sayCode, sayRolloutState } from '../shared/say.js'
import { Table, type Column } from '../shared/Table.js'

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
  numberColumn('Rollout'),
  REGION_COLUMN,
  { label: 'Classification', cell: ({ classificationThen }) => sayCode(classificationThen) },
  tagColumn('State', ({ state }) => sayRolloutState(state)),
  { label: 'Covers', cell: ({ practiceCodes }) => sayPracticesNamed(practiceCodes) },
  momentColumn({ label: 'Started', of: ({ startedAt }) => startedAt, none: 'Not started' }),
]

export const RolloutTable = ({ rollouts, none }: {
  rollouts: readonly RolloutIn[]
  none: string
}) => (
  <Table
    caption="Rollouts and what they cover"
    captionHidden
    columns={COLUMNS}
    rows={rollouts}
    keyOf={({ id }) => id}
    none={none}
  />
)
