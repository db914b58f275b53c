import { useEffect, useState } from 'react'
import { Button } from '@mui/material'
import { csvOf, download } from '../csv.js'
import { Link } from '../Link.js'
import { sayCode } from '../say.js'
import { Table, type Column } from '../Table.js'
import { Moment, sayCount, sayHowMany, sayMoment } from '../when.js'
import type { Effect } from './command.js'
import {
  byPractice, momentsOf, sayHeld, sayRuled, type Turn, type TurnedPractice,
} from './turned.js'
import { sayTurn } from './words.js'

type Edge = Effect['practices']['edges'][number]

const sayPractice = ({ practice }: Pick<Turn, 'practice'>): string =>
  `${practice.name} (${practice.odsCode})`

/** A spreadsheet has a row a turn. */
const TURNS: readonly Column<Turn>[] = [
  { label: 'Practice', cell: sayPractice },
  { label: 'PCT', cell: ({ practice }) => practice.regionAt?.name ?? 'None' },
  { label: 'What turns', cell: ({ turn }) => sayTurn(turn) },
  { label: 'Activity', cell: ({ activity }) => sayCode(activity) },
  { label: 'Suspension', cell: ({ suspension }) => suspension?.id ?? 'Not applicable' },
  { label: 'From', cell: ({ from }) => sayMoment(from) },
]

const lines = (told: readonly string[], none: string) =>
  told.length === 0 ? <span className="quiet">{none}</span> : (
    <>{told.map((each) => <div key={each}>{each}</div>)}</>
  )

const PRACTICES: readonly Column<TurnedPractice>[] = [
  {
    label: 'Practice',
    cell: ({ practice }) => (
      <Link to={`/practices/${practice.odsCode}`}>{sayPractice({ practice })}</Link>
    ),
  },
  { label: 'PCT', cell: ({ practice }) => practice.regionAt?.name ?? 'None' },
  { label: 'Permitted or refused', cell: (each) => lines(sayRuled(each), 'As before') },
  { label: 'Held', cell: (each) => lines(sayHeld(each), 'As before') },
  { label: 'From', cell: ({ turns }) => <Moment of={momentsOf(turns)[0] ?? null} /> },
]

/** Which practices are shown: how many there are in all is known once all is read. */
const sayShown = (practices: number, isWhole: boolean): string =>
  isWhole
    ? sayHowMany(practices, 'practice')
    : `The first ${sayHowMany(practices, 'practice')}; “Show more” reads on`

interface Props {
  readonly effect: Effect
  /** Reads more of what turns; where it is left out, no more can be read. */
  readonly more?: ((after: string) => Promise<Effect | null>) | undefined
}

/** What was read of the practices that turn, and how to read on. */
const useTurned = ({ effect, more }: Props) => {
  const [edges, setEdges] = useState<readonly Edge[]>(effect.practices.edges)
  useEffect(() => setEdges(effect.practices.edges), [effect])
  const { totalCount } = effect.practices
  const readOn = async (known: readonly Edge[]): Promise<readonly Edge[]> => {
    const last = known.at(-1)
    const next = last && more ? await more(last.cursor) : null
    return next ? [...known, ...next.practices.edges] : known
  }
  /** Reads all that is left, as far as it can be read, and tells how far it has come. */
  const readAll = async (tell: (read: readonly Edge[]) => void): Promise<readonly Edge[]> => {
    let all = edges
    while (all.length < totalCount) {
      const read = await readOn(all)
      if (read.length === all.length) break
      all = read
      tell(all)
    }
    setEdges(all)
    return all
  }
  return {
    edges, readAll,
    isWhole: edges.length >= totalCount,
    showMore: async () => setEdges(await readOn(edges)),
  }
}

/** The practices that turn, as many as were read so far; the rest on demand, and all as a CSV. */
export const TurnedPractices = (props: Props) => {
  const { edges, isWhole, showMore, readAll } = useTurned(props)
  const [said, say] = useState('')
  const { totalCount } = props.effect.practices
  const practices = byPractice(edges, isWhole)
  const takeAll = async () => {
    const all = await readAll((read) =>
      say(`${sayHowMany(byPractice(read, read.length >= totalCount).length, 'practice')} read so far`))
    download('effect.csv', csvOf(TURNS, all.map(({ node }) => node)))
    say(`${sayCount(all.length)} rows written`)
  }
  return (
    <>
      <div className="turned">
        <Table
          caption={sayShown(practices.length, isWhole)}
          columns={PRACTICES}
          rows={practices}
          keyOf={({ practice }) => practice.odsCode}
          none="No practice’s answer changes."
        />
      </div>
      <div className="row">
        {!isWhole && props.more && (
          <Button variant="outlined" onClick={() => void showMore()}>Show more</Button>
        )}
        {(isWhole || props.more) && (
          <Button variant="outlined" onClick={() => void takeAll()}>Export CSV of all</Button>
        )}
        <span role="status" className="quiet">{said}</span>
      </div>
    </>
  )
}
