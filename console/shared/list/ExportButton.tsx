import { useState } from 'react'
import { useListContext } from 'react-admin'
import { Button } from '@mui/material'
import { listOf } from '../../providers/data.js'
import { allOf } from '../../providers/pages.js'
import { sources } from '../../sources.js'
import { useAsAt } from '../as-at.js'
import type { Column } from '../Table.js'
import { sayCount } from '../when.js'

/** Hands over a CSV of everything that is listed, all pages of it, as it is filtered and sorted. */
export const ExportButton = <Row,>({ resource, columns }: {
  resource: keyof typeof sources
  columns: readonly Column<Row>[]
}) => {
  const { filterValues, sort, total } = useListContext()
  const { at, knownAt } = useAsAt()
  const [said, say] = useState('')
  const take = async () => {
    const source = sources[resource]
    const variables = listOf(source, { sort, filter: filterValues, meta: { at, knownAt } })
    const tell = (done: number, of: number) => say(`${sayCount(done)} of ${sayCount(of)} read`)
    const rows = await allOf(source.list, variables, { tell, most: source.most })
    const { csvOf, download } = await import('../csv.js')
    const day = (at ?? new Date().toISOString()).slice(0, 10)
    download(`${resource}-${day}.csv`, csvOf(columns, rows as Row[]))
    say(`${sayCount(rows.length)} rows written`)
  }
  const begin = () => {
    say('Reading …')
    take().catch((error: unknown) => say(`Nothing was written: ${(error as Error).message}`))
  }
  return (
    <>
      <Button variant="outlined" className="no-print" disabled={!total} onClick={begin}>
        Export CSV
      </Button>
      <span role="status" className="quiet">{said}</span>
    </>
  )
}
