import { scaleUtc } from 'd3-scale'

const DAY_MS = 86_400_000
const YEAR_DAYS = 365

/** How much time a timeline shows at once, in days. */
export const ZOOMS = {
  '10 years': 10 * YEAR_DAYS,
  '3 years': 3 * YEAR_DAYS,
  '1 year': YEAR_DAYS,
  '3 months': 91,
} as const

export type Zoom = keyof typeof ZOOMS

/** What was matters more than what will be: so much of the line lies before the moment. */
const BEFORE = 0.7

/** The time that is shown: about a moment, and so many halves of itself further on. */
export const spanOf = (moment: string, zoom: Zoom, halves: number): readonly [Date, Date] => {
  const length = ZOOMS[zoom] * DAY_MS
  const from = Date.parse(moment) - BEFORE * length + (halves * length) / 2
  return [new Date(from), new Date(from + length)]
}

interface Tick {
  readonly place: number
  readonly text: string
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const MONTH_AND_YEAR = new Intl.DateTimeFormat('en-GB', {
  month: 'short', year: 'numeric', timeZone: 'UTC',
})
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

const sayTick = (date: Date, zoom: Zoom): string => {
  if (date.getUTCMonth() === 0 && date.getUTCDate() === 1) return String(date.getUTCFullYear())
  if (zoom === '10 years' || zoom === '3 years') return MONTH_AND_YEAR.format(date)
  return (date.getUTCDate() === 1 ? MONTH : DAY).format(date)
}

const TICKS = 5

/** Where moments lie on the line, in parts of a hundred, and where it is marked. */
export const lineOf = (span: readonly [Date, Date], zoom: Zoom) => {
  const scale = scaleUtc().domain(span).range([0, 100])
  return {
    placeOf: (moment: string): number => scale(Date.parse(moment)),
    ticks: scale.ticks(TICKS).map((date): Tick => ({
      place: scale(date),
      text: sayTick(date, zoom),
    })),
  }
}

export type Line = ReturnType<typeof lineOf>
