import { DAY_HELP, readDay, whyNoDay } from '../moment-text.js'
import { sayCommand } from '../say.js'
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

/** What a list is narrowed by. An address may hold anything. */
export type FilterValues = Readonly<Record<string, unknown>>

const YES_NO = { true: 'Yes', false: 'No' }

export const choicesOf = ({ choices, kind }: Filter): Filter['choices'] =>
  kind === 'yes-no' ? YES_NO : choices

export const isDay = ({ kind }: Filter): boolean => kind === 'day' || kind === 'since'

/** A filter's box speaks in text; the API in text, days, moments or booleans. */
export const toValue = ({ kind }: Filter, text: string): string | boolean => {
  if (kind === 'day') return readDay(text) ?? text
  if (kind === 'since') return fromLondon(`${readDay(text) ?? text}T00:00`)
  return kind === 'yes-no' ? text === 'true' : text.trim()
}

export const toText = (filter: Filter, value: unknown): string => {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return isDay(filter) && !Number.isNaN(Date.parse(text)) ? sayDay(text) : text
}

export const helpOf = ({ kind }: Filter): string =>
  kind === 'since' ? `${DAY_HELP} It begins at midnight in London.` : DAY_HELP

/** What is wrong with what stands in a filter's box, if something is. */
export const amiss = (filter: Filter, text: string): string | null =>
  isDay(filter) && text.trim() !== '' && readDay(text) === null ? whyNoDay(text) : null

/** What an address narrows a list by though no box of its filters does. */
export const unboxed = (filters: readonly Filter[], values: FilterValues): Filter[] =>
  Object.keys(values)
    .filter((name) => !filters.some(({ source }) => source === name))
    .map((name) => ({ source: name, label: sayCommand(name) }))

/** What a list is narrowed by, but for one field. */
export const without = (values: FilterValues, source: string): FilterValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== source))
