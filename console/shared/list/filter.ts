import { DAY_HELP, readDay, whyNoDay } from '../moment-text.js'
import { sayCommand } from '../say.js'
import { fromLondon, sayCount, sayDay } from '../when.js'

/** A way to narrow a list: a field of the API's filter. */
export interface Filter {
  readonly source: string
  readonly label: string
  /** What may be chosen, by value; free text where it is left out. */
  readonly choices?: Readonly<Record<string, string>>
  /** A day, the moment that a day begins in London, a number, or a choice between yes and no. */
  readonly kind?: 'day' | 'since' | 'number' | 'yes-no'
  /** What it comes to, where its name does not say so. */
  readonly help?: string
}

/** What a list is narrowed by. An address may hold anything. */
export type FilterValues = Readonly<Record<string, unknown>>

const YES_NO = { true: 'Yes', false: 'No' }

export const choicesOf = ({ choices, kind }: Filter): Filter['choices'] =>
  kind === 'yes-no' ? YES_NO : choices

const isDay = ({ kind }: Filter): boolean => kind === 'day' || kind === 'since'

/** Whether a filter takes what has to be written in some form. */
export const isRead = (filter: Filter): boolean => isDay(filter) || filter.kind === 'number'

/** The number in a text as people write one: "8,046", or "#12" of an entry. */
const readNumber = (text: string): number | null => {
  const digits = text.trim().replace(/^#/, '').replaceAll(/[\s,]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** A filter's box speaks in text; the API in text, days, moments, numbers or booleans. */
export const toValue = ({ kind }: Filter, text: string): string | number | boolean => {
  if (kind === 'day') return readDay(text) ?? text
  if (kind === 'since') return fromLondon(`${readDay(text) ?? text}T00:00`)
  if (kind === 'number') return readNumber(text) ?? text
  return kind === 'yes-no' ? text === 'true' : text.trim()
}

export const toText = (filter: Filter, value: unknown): string => {
  if (value === undefined) return ''
  if (filter.kind === 'number' && typeof value === 'number') return sayCount(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return isDay(filter) && !Number.isNaN(Date.parse(text)) ? sayDay(text) : text
}

export const helpOf = ({ kind, help }: Filter): string =>
  help ?? (kind === 'since' ? `${DAY_HELP} It begins at midnight in London.` : DAY_HELP)

/** What is wrong with what stands in a filter's box, if something is. */
export const amiss = (filter: Filter, text: string): string | null => {
  if (text.trim() === '') return null
  if (filter.kind === 'number') {
    return readNumber(text) === null ? 'Write a whole number, such as 120.' : null
  }
  return isDay(filter) && readDay(text) === null ? whyNoDay(text) : null
}

/** What an address narrows a list by though no box of its filters does. */
export const unboxed = (filters: readonly Filter[], values: FilterValues): Filter[] =>
  Object.keys(values)
    .filter((name) => !filters.some(({ source }) => source === name))
    .map((name) => ({ source: name, label: sayCommand(name) }))

/** What a list is narrowed by, but for one field. */
export const without = (values: FilterValues, source: string): FilterValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== source))
