import { useEffect } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { Button } from '@mui/material'
import { useAsk } from '../../graphql/use-ask.js'
import { tagColumn } from '../../shared/columns.js'
import { sayPracticesNamed } from '../../shared/PracticesNamed.js'
import { sayCode, sayRolloutState } from '../../shared/say.js'
import { Table, type Column } from '../../shared/Table.js'
import { Waiting } from '../../shared/Waiting.js'
import { sayCount } from '../../shared/when.js'
import { ROLLOUTS_OF, type Candidate } from './source.js'

/** Why a rollout cannot be chosen; null where it can. */
const whyNot = ({ state, classification }: Candidate, wanted: unknown): string | null => {
  if (state === 'ENDED') return 'Ended: it is not reclassified'
  return classification === wanted ? `${sayCode(classification)} already` : null
}

interface Choice {
  readonly chosen: readonly string[]
  readonly choose: (chosen: readonly string[]) => void
  readonly wanted: unknown
}

const columnsOf = ({ chosen, choose, wanted }: Choice): readonly Column<Candidate>[] => [
  {
    label: 'Rollout',
    cell: (row) => (
      <label className="check">
        <input
          type="checkbox"
          checked={chosen.includes(row.id)}
          disabled={whyNot(row, wanted) !== null}
          onChange={({ target }) =>
            choose(target.checked
              ? [...chosen, row.id]
              : chosen.filter((each) => each !== row.id))}
        />
        {row.id}
      </label>
    ),
  },
  { label: 'Region', cell: ({ region }) => `${region.name} (${region.code}, ${region.kind})` },
  {
    label: 'Classification',
    cell: (row) => whyNot(row, wanted) ?? sayCode(row.classification),
  },
  tagColumn('State', ({ state }) => sayRolloutState(state)),
  { label: 'Covers', cell: ({ practiceCodes }) => sayPracticesNamed(practiceCodes) },
]

const Rows = ({ rows, total, region }: {
  rows: readonly Candidate[]
  total: number
  region: string
}) => {
  const wanted: unknown = useWatch({ name: 'classification' })
  const { field, fieldState } = useController({
    name: 'chosen',
    rules: {
      validate: (chosen: readonly string[]) => chosen.length > 0 || 'Choose at least one rollout',
    },
  })
  const chosen = field.value as readonly string[]
  const may = rows.filter((row) => whyNot(row, wanted) === null).map(({ id }) => id)
  const choose = (ids: readonly string[]) => field.onChange(ids)
  // What cannot be chosen any more, for the region or the wave is another, is not chosen.
  const lost = chosen.some((id) => !may.includes(id))
  useEffect(() => {
    if (lost) field.onChange(chosen.filter((id) => may.includes(id)))
  })
  return (
    <>
      <Table
        caption={`Rollouts in ${region}`}
        columns={columnsOf({ chosen, choose, wanted })}
        rows={rows}
        keyOf={({ id }) => id}
        none={`There are no rollouts in ${region}.`}
      />
      {total > rows.length && (
        <p>{`Only the first ${sayCount(rows.length)} of ${sayCount(total)} are shown.`}</p>
      )}
      <div className="row">
        <Button variant="outlined" onClick={() => choose(may)}>Choose all</Button>
        <Button variant="outlined" onClick={() => choose([])}>Choose none</Button>
        <span role="status">{`${sayCount(chosen.length)} of ${sayCount(may.length)} chosen`}</span>
      </div>
      {fieldState.error && <p role="alert" className="wrong">{fieldState.error.message}</p>}
    </>
  )
}

/** The rollouts of the region that the form names, and of those below it, each with a box. */
export const ChooseRollouts = ({ found }: { found: (rows: readonly Candidate[]) => void }) => {
  const region: unknown = useWatch({ name: 'region' })
  const programme: unknown = useWatch({ name: 'programme' })
  const named = typeof region === 'string' && typeof programme === 'string'
  const query = useAsk(
    ROLLOUTS_OF,
    { region: named ? region : '', programme: named ? programme : '' },
    { enabled: named && region !== '', fresh: true },
  )
  const { data } = query
  useEffect(() => {
    if (data) found(data.page.edges.map(({ node }) => node))
  }, [data, found])
  if (!named || region === '') return <p>Choose a region to see its rollouts.</p>
  return (
    <Waiting query={query}>
      {({ page, region: of }) => (
        <Rows
          rows={page.edges.map(({ node }) => node)}
          total={page.totalCount}
          region={of?.name ?? region}
        />
      )}
    </Waiting>
  )
}
