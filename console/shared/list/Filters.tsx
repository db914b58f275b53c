import { useState, type FormEvent } from 'react'
import { useListContext } from 'react-admin'
import { Button } from '@mui/material'
import { Chosen } from './Chosen.js'
import { amiss, toText, toValue, unboxed, type Filter, type FilterValues } from './filter.js'
import { FilterBox } from './FilterBox.js'

const focusOn = (form: HTMLFormElement, { source }: Filter): void =>
  form.querySelector<HTMLElement>(`[name="${source}"]`)?.focus()

/** What the list is to be narrowed by: what stands in the boxes, and what none of them is for. */
const wantedOf = (
  filters: readonly Filter[],
  values: FilterValues,
  shown: (filter: Filter) => string,
): FilterValues => {
  const kept = unboxed(filters, values).map(({ source }) => [source, values[source]] as const)
  const chosen = filters
    .filter((filter) => shown(filter).trim() !== '')
    .map((filter) => [filter.source, toValue(filter, shown(filter))] as const)
  return Object.fromEntries<unknown>([...kept, ...chosen])
}

/** Narrows the list once it is told to, and nothing in it is amiss; it begins with everything. */
export const Filters = ({ filters }: { filters: readonly Filter[] }) => {
  const { filterValues, setFilters } = useListContext()
  const values = filterValues as FilterValues
  const [typed, type] = useState<Record<string, string>>({})
  const [isTold, tell] = useState(false)
  const shown = (filter: Filter) => typed[filter.source] ?? toText(filter, values[filter.source])
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wrong = filters.find((filter) => amiss(filter, shown(filter)) !== null)
    tell(wrong !== undefined)
    if (wrong) {
      focusOn(event.currentTarget, wrong)
      return
    }
    type({})
    setFilters(wantedOf(filters, values, shown))
  }
  return (
    <form className="filters no-print" onSubmit={apply} aria-label="Filters" noValidate>
      {filters.map((filter) => (
        <FilterBox
          key={filter.source}
          filter={filter}
          value={shown(filter)}
          complaint={isTold ? amiss(filter, shown(filter)) : null}
          set={(value) => type({ ...typed, [filter.source]: value })}
        />
      ))}
      <Button type="submit" variant="contained" sx={{ minWidth: 0 }}>Apply</Button>
      <Chosen filters={filters} />
    </form>
  )
}
