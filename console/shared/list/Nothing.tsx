import { useListContext } from 'react-admin'
import { Button } from '@mui/material'
import type { Action } from '../action.js'
import { Actions } from '../Actions.js'

/**
 * What is said in place of rows: that there are none yet, with the commands that make the first; or
 * that none match, with the way back to all.
 */
export const Nothing = ({ many, at, fresh }: {
  /** What many rows are called: "rollouts". */
  many: string
  at: string
  fresh: readonly Action[]
}) => {
  const { filterValues, setFilters, total = 0 } = useListContext()
  if (total > 0) return <p>{`No ${many} are on this page: it lies behind the last.`}</p>
  if (Object.keys(filterValues as object).length > 0) {
    return (
      <div className="nothing">
        <p>{`No ${many} match these filters.`}</p>
        <Button variant="outlined" onClick={() => setFilters({})}>Clear the filters</Button>
      </div>
    )
  }
  return (
    <div className="nothing">
      <p>{`There are no ${many} here yet.`}</p>
      <Actions at={at} actions={fresh} />
    </div>
  )
}
