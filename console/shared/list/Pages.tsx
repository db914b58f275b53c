import { useListContext } from 'react-admin'
import { Button } from '@mui/material'
import { sayCount } from '../when.js'

/** Goes through the pages of a list. */
export const Pages = () => {
  const { page, perPage, total = 0, setPage, isFetching } = useListContext()
  if (total <= perPage && page === 1) return null
  const last = Math.max(1, Math.ceil(total / perPage))
  const from = (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  return (
    <nav aria-label="Pages" className="row no-print">
      <Button variant="outlined" disabled={page <= 1} onClick={() => setPage(page - 1)}>
        Previous
      </Button>
      <span role="status">
        {`${sayCount(from)} to ${sayCount(to)} of ${sayCount(total)}`}
        {isFetching ? ', reading …' : ''}
      </span>
      <Button variant="outlined" disabled={page >= last} onClick={() => setPage(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
