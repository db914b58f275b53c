import { useState, type FormEvent } from 'react'
import { useListContext } from 'react-admin'
import { Button, MenuItem, TextField } from '@mui/material'
import { fromLondon, sayDay, toLondon } from '../when.js'

/** A way to narrow a list: a field of the API's filter. */
export interface Filter {
  readonly source: string
  readonly label: string
  /** What may be chosen, by value; free text where it is left out. */
  readonly choices?: Readonly<Record<string, string>>
  /** A day, the moment that a day begins in London, or a choice between yes and no. */
  readonly kind?: 'day' | 'since' | 'yes-no'
}

type Values = Record<string, string | boolean>

const YES_NO = { true: 'Yes', false: 'No' }

const choicesOf = ({ choices, kind }: Filter) => (kind === 'yes-no' ? YES_NO : choices)

/** A filter's box speaks in text; the API in text, moments or booleans. */
const toValue = ({ kind }: Filter, text: string): string | boolean => {
  if (kind === 'since') return fromLondon(`${text}T00:00`)
  return kind === 'yes-no' ? text === 'true' : text.trim()
}

const toText = ({ kind }: Filter, value: string | boolean | undefined): string => {
  if (value === undefined) return ''
  return kind === 'since' ? toLondon(String(value)).slice(0, 10) : String(value)
}

const isDay = ({ kind }: Filter): boolean => kind === 'day' || kind === 'since'

const Box = ({ filter, value, set }: {
  filter: Filter
  value: string
  set: (value: string) => void
}) => {
  const choices = choicesOf(filter)
  return (
    <TextField
      label={filter.label}
      value={value}
      onChange={({ target }) => set(target.value)}
      select={choices !== undefined}
      type={isDay(filter) ? 'date' : 'text'}
      {...(isDay(filter) && { slotProps: { inputLabel: { shrink: true } } })}
    >
      {choices && [
        <MenuItem key="" value="">Any</MenuItem>,
        ...Object.entries(choices).map(([code, word]) => (
          <MenuItem key={code} value={code}>{word}</MenuItem>
        )),
      ]}
    </TextField>
  )
}

/** What is chosen, each removable. */
const Chosen = ({ filters }: { filters: readonly Filter[] }) => {
  const { filterValues, setFilters } = useListContext()
  const values = filterValues as Values
  const chosen = filters.filter(({ source }) => values[source] !== undefined)
  if (chosen.length === 0) return null
  const without = (source: string) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => name !== source))
  return (
    <ul className="chips" aria-label="Chosen filters">
      {chosen.map((filter) => {
        const text = toText(filter, values[filter.source])
        const word = choicesOf(filter)?.[text as 'true'] ?? (isDay(filter) ? sayDay(text) : text)
        return (
          <li key={filter.source}>
            <Button variant="outlined" onClick={() => setFilters(without(filter.source))}>
              {`${filter.label}: ${word} – remove`}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** Narrows the list once it is told to; the list begins with everything. */
export const Filters = ({ filters }: { filters: readonly Filter[] }) => {
  const { filterValues, setFilters } = useListContext()
  const [typed, type] = useState<Record<string, string>>({})
  const shown = (filter: Filter) =>
    typed[filter.source] ?? toText(filter, (filterValues as Values)[filter.source])
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const wanted = filters
      .map((filter) => [filter.source, filter, shown(filter)] as const)
      .filter(([, , text]) => text.trim() !== '')
      .map(([source, filter, text]) => [source, toValue(filter, text)])
    type({})
    setFilters({ ...Object.fromEntries(wanted) })
  }
  return (
    <form className="filters no-print" onSubmit={apply} aria-label="Filters">
      {filters.map((filter) => (
        <Box
          key={filter.source}
          filter={filter}
          value={shown(filter)}
          set={(value) => type({ ...typed, [filter.source]: value })}
        />
      ))}
      <Button type="submit" variant="contained" sx={{ minWidth: 0 }}>Apply</Button>
      <Chosen filters={filters} />
    </form>
  )
}
