import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { sayCondition, type Condition } from '../shared/condition.js'
import { Table, type Column } from '../shared/Table.js'
import { Failed } from '../shared/Waiting.js'
import { Moment, sayCount, sayMoment } from '../shared/when.js'
import { ConditionsByPlace } from './ConditionsByPlace.js'
import { PROGRESS, type Progress } from './use-progress.js'

interface Row extends Condition {
  readonly met: number | undefined
  readonly unmet: number | undefined
}

const sayNumber = (count: number | undefined): string =>
  count === undefined ? 'Not known' : sayCount(count)

const CONDITION_COLUMNS: readonly Column<Row>[] = [
  { label: 'Condition', cell: (row) => `${row.place}: ${sayCondition(row)}` },
  {
    label: 'Evidence counts since',
    cell: ({ since }) => <Moment of={since} />, text: ({ since }) => sayMoment(since),
  },
  { label: 'Practices that meet it', cell: ({ met }) => sayNumber(met), number: true },
  { label: 'Practices that do not', cell: ({ unmet }) => sayNumber(unmet), number: true },
]

/** Conditions, each with how many practices meet it. */
const withProgress = (conditions: readonly Condition[], progress?: Progress): Row[] =>
  conditions.map((condition) => {
    const found = progress?.find((each) => each.condition.place === condition.place)
    return { ...condition, met: found?.met, unmet: found?.unmet }
  })

/** The conditions of a suspension: how they stand as a whole, and place by place on demand. */
export const Conditions = ({ id, conditions }: {
  id: string
  conditions: readonly Condition[]
}) => {
  const moments = useAsAt()
  const query = useAsk(PROGRESS, { id, at: moments.at, knownAt: moments.knownAt })
  if (conditions.length === 0) {
    return <p>No condition: it holds until it is lifted, replaced or annulled.</p>
  }
  return (
    <>
      {query.error && <Failed error={query.error} again={() => void query.refetch()} />}
      <Table
        caption={`Conditions of ${id}, over all practices in its scope that it does not spare`}
        columns={CONDITION_COLUMNS}
        rows={withProgress(conditions, query.data?.suspension?.progress)}
        keyOf={({ place }) => place}
        none=""
      />
      <ConditionsByPlace id={id} conditions={conditions} />
    </>
  )
}
