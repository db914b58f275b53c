import { Button } from '@mui/material'
import { Table } from '../Table.js'
import type { Values } from './command.js'

const say = (value: unknown): string =>
  value === undefined || value === null || value === '' ? 'Nothing' :
    typeof value === 'string' ? value : JSON.stringify(value)

interface Props {
  /** What the form began with, what the thing holds now, and what was typed. */
  readonly opened: Values
  readonly now: Values
  readonly typed: Values
  readonly takeTheirs: () => void
  readonly offerMine: () => void
}

/** Somebody changed the thing meanwhile: both versions, and what to do about it. */
export const Conflict = ({ opened, now, typed, takeTheirs, offerMine }: Props) => (
  <div className="card banner wait" role="alert">
    <h2>Somebody changed this after you opened it</h2>
    <Table
      caption="Both versions"
      captionHidden
      columns={[
        { label: 'Field', cell: (field) => field },
        { label: 'When you opened it', cell: (field) => say(opened[field]) },
        { label: 'Now', cell: (field) => say(now[field]) },
        { label: 'What you typed', cell: (field) => say(typed[field]) },
      ]}
      rows={Object.keys(now)}
      keyOf={(field) => field}
      none="The fields of this form were not touched by that change."
    />
    <div className="row">
      <Button variant="outlined" onClick={takeTheirs}>Take what is there now</Button>
      <Button variant="contained" onClick={offerMine}>Offer mine again</Button>
    </div>
  </div>
)
