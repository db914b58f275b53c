import { useListContext } from 'react-admin'
import { Button } from '@mui/material'
import {
  choicesOf, toText, unboxed, without, type Filter, type FilterValues,
} from './filter.js'

const sayChosen = (filter: Filter, value: unknown): string => {
  const text = toText(filter, value)
  return `${filter.label}: ${choicesOf(filter)?.[text] ?? text}`
}

/**
 * What the list is narrowed by, each removable: what its boxes chose, and what an address asks for
 * besides. A list that somebody was sent a link to is never narrower than it says.
 */
export const Chosen = ({ filters }: { filters: readonly Filter[] }) => {
  const { filterValues, setFilters } = useListContext()
  const values = filterValues as FilterValues
  const chosen = [...filters, ...unboxed(filters, values)]
    .filter(({ source }) => values[source] !== undefined)
  if (chosen.length === 0) return null
  return (
    <ul className="chips" aria-label="Chosen filters">
      {chosen.map((filter) => (
        <li key={filter.source}>
          <Button variant="outlined" onClick={() => setFilters(without(values, filter.source))}>
            {`${sayChosen(filter, values[filter.source])} – remove`}
          </Button>
        </li>
      ))}
    </ul>
  )
}
