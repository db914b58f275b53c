import { useEffect, useState } from 'react'
import { Button } from '@mui/material'
import { csvOf, download } from '../csv.js'
import { Link } from '../Link.js'
import { sayCode } from '../say.js'
import { Table, type Column } from '../Table.js'
import { Moment, sayCount, sayMoment } from '../when.js'
import type { Effect } from './command.js'
import { sayTurn } from './words.js'

type Edge = Effect['practices']['edges'][number]
type Turn = Edge['node']

const COLUMNS: readonly Column<Turn>[] = [
  {
    label: 'Practice',
    cell: ({ practice }) => (
      <Link to={`/practices/${practice.odsCode}`}>{`${practice.name} (${practice.odsCode})`}</Link>
    ),
    text: ({ practice }) => `${practice.name} (${practice.odsCode})`,
  },
  { label: 'PCT', cell: ({ practice }) => practice.regionAt?.name ?? 'None' },
  { label: 'What turns', cell: ({ turn }) => sayTurn(turn) },
  { label: 'Activity', cell: ({ activity }) => sayCode(activity) },
  { label: 'Suspension', cell: ({ suspension }) => suspension?.id ?? 'Any' },
  { label: 'From', cell: ({ from }) => <Moment of={from} />, text: ({ from }) => sayMoment(from) },
]

/** The practices that turn, as many as were read so far; the rest on demand, and all as a CSV. */
export const TurnedPractices = ({ effect, more }: {
  effect: Effect
  more?: (after: string) => Promise<Effect | null>
}) => {
  const [edges, setEdges] = useState<readonly Edge[]>(effect.practices.edges)
  const [said, say] = useState('')
  useEffect(() => setEdges(effect.practices.edges), [effect])
  const { totalCount } = effect.practices
  const isWhole = edges.length >= totalCount
  const readOn = async (known: readonly Edge[]): Promise<readonly Edge[]> => {
    const last = known.at(-1)
    const next = last && more ? await more(last.cursor) : null
    return next ? [...known, ...next.practices.edges] : known
  }
  const takeAll = async () => {
    let all = edges
    while (all.length < totalCount) {
      const read = await readOn(all)
      if (read.length === all.length) break
      all = read
      say(`${sayCount(all.length)} of ${sayCount(totalCount)} read`)
    }
    setEdges(all)
    download('effect.csv', csvOf(COLUMNS, all.map(({ node }) => node)))
    say(`${sayCount(all.length)} rows written`)
  }
  return (
    <>
      <Table
        caption={`Practices, 1 to ${sayCount(edges.length)} of ${sayCount(totalCount)}`}
        columns={COLUMNS}
        rows={edges.map(({ node }) => node)}
        keyOf={({ practice, turn, activity, from, suspension }) =>
          [practice.odsCode, turn, activity, from, suspension?.id].join()}
        none="No practice turns."
      />
      <div className="row">
        {!isWhole && more && (
          <Button variant="outlined" onClick={() => void readOn(edges).then(setEdges)}>
            Show more
          </Button>
        )}
        {(isWhole || more) && (
          <Button variant="outlined" onClick={() => void takeAll()}>Export CSV of all</Button>
        )}
        <span role="status" className="quiet">{said}</span>
      </div>
    </>
  )
}
