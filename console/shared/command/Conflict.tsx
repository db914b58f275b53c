import { useEffect, useRef } from 'react'
import { Button } from '@mui/material'
import { Table, type Column } from '../Table.js'
import { ChangedBy } from './ChangedBy.js'
import type { Difference } from './differences.js'

interface Props {
  /** The thing's own id, where it has one. */
  readonly of: string | undefined
  readonly differences: readonly Difference[]
  readonly takeTheirs: () => void
  readonly offerMine: () => void
}

const COLUMNS: readonly Column<Difference>[] = [
  { label: 'What', cell: ({ what }) => what },
  { label: 'When you opened it', cell: ({ opened }) => opened },
  { label: 'Now', cell: ({ now }) => now },
  { label: 'What you typed', cell: ({ typed }) => typed },
]

/** Somebody changed the thing meanwhile: both versions, and what to do about it. */
export const Conflict = ({ of, differences, takeTheirs, offerMine }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="card banner wait stacked" role="alert">
      <h2>It was changed after you opened this form</h2>
      {of && <ChangedBy of={of} />}
      <Table
        caption="Both versions"
        captionHidden
        columns={COLUMNS}
        rows={differences}
        keyOf={({ path }) => path}
        none="Nothing that this page shows differs."
      />
      <div className="row">
        <Button variant="outlined" onClick={takeTheirs}>Take what is there now</Button>
        <Button variant="contained" onClick={offerMine}>Offer mine again</Button>
      </div>
    </div>
  )
}
