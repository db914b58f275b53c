import { useState, type FormEvent } from 'react'
import { useListContext } from 'react-admin'
import { Button, MenuItem, TextField } from '@mui/material'
import { DAY_HELP, readDay, whyNoDay } from '../moment-text.js'
import { TextBox } from '../TextBox.js'
import { fromLondon, sayDay } from '../when.js'

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

const isDay = ({ kind }: Filter): boolean => kind === 'day' || kind === 'since'

/** A filter's box speaks in text; the API in text, days, moments or booleans. */
const toValue = ({ kind }: Filter, text: string): string | boolean => {
  if (kind === 'day') return readDay(text) ?? text
  if (kind === 'since') return fromLondon(`${readDay(text) ?? text}T00:00`)
  return kind === 'yes-no' ? text === 'true' : text.trim()
}

const toText = (filter: Filter, value: string | boolean | undefined): string => {
  if (value === undefined) return ''
  const isNamed = isDay(filter) && !Number.isNaN(Date.parse(String(value)))
  return isNamed ? sayDay(String(value)) : String(value)
}

const helpOf = ({ kind }: Filter): string =>
  kind === 'since' ? `${DAY_HELP} It begins at midnight in London.` : DAY_HELP

/** What is wrong with what stands in a filter's box, if something is. */
const amiss = (filter: Filter, text: string): string | null =>
  isDay(filter) && text.trim() !== '' && readDay(text) === null ? whyNoDay(text) : null

interface BoxProps {
  readonly filter: Filter
  readonly value: string
  readonly complaint: string | null
  readonly set: (value: string) => void
}

const Box = ({ filter, value, complaint, set }: BoxProps) => {
  const { source, label } = filter
  const choices = choicesOf(filter)
  if (isDay(filter)) {
    return (
      <TextBox
        label={label} name={source} value={value} set={set}
        help={helpOf(filter)} complaint={complaint}
      />
    )
  }
  return (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => set(target.value)}
      select={choices !== undefined}
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
        const word = choicesOf(filter)?.[text as 'true'] ?? text
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

const focusOn = (form: HTMLFormElement, { source }: Filter): void =>
  form.querySelector<HTMLElement>(`[name="${source}"]`)?.focus()

/** Narrows the list once it is told to, and nothing in it is amiss; it begins with everything. */
export const Filters = ({ filters }: { filters: readonly Filter[] }) => {
  const { filterValues, setFilters } = useListContext()
  const [typed, type] = useState<Record<string, string>>({})
  const [isTold, tell] = useState(false)
  const shown = (filter: Filter) =>
    typed[filter.source] ?? toText(filter, (filterValues as Values)[filter.source])
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wrong = filters.find((filter) => amiss(filter, shown(filter)) !== null)
    tell(wrong !== undefined)
    if (wrong) {
      focusOn(event.currentTarget, wrong)
      return
    }
    const wanted = filters
      .map((filter) => [filter.source, filter, shown(filter)] as const)
      .filter(([, , text]) => text.trim() !== '')
      .map(([source, filter, text]) => [source, toValue(filter, text)])
    type({})
    setFilters({ ...Object.fromEntries(wanted) })
  }
  return (
    <form className="filters no-print" onSubmit={apply} aria-label="Filters" noValidate>
      {filters.map((filter) => (
        <Box
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
