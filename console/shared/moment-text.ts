import { londonDay } from './terms.js'
import { fromLondon, sayDay, sayMoment } from './london.js'

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
]

/** How a day may be written: "2010-04-16", "16/4/2010", "16 April 2010", "16th Apr 2010". */
const DAYS = [
  /^(?<year>[12]\d{3})-(?<month>\d{1,2})-(?<day>\d{1,2})/,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>[12]\d{3})/,
  /^(?<day>\d{1,2})(st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<year>[12]\d{3})/,
]

/** How a time may follow it: "15:00", "at 3pm", "3.30 pm", "midday"; and whose clock it is. */
const TIME =
  /^(t|,? (at )?)((?<hour>\d{1,2})([:.](?<minute>\d{2}))? ?(?<half>am|pm)?|(?<word>midday|noon|midnight))( (?<zone>gmt|bst))?( \(start of day\))?$/

const HOURS_OF_ZONE: Readonly<Record<string, number>> = { gmt: 0, bst: 1 }
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What the text boxes for days and moments say that they take. */
export const DAY_HELP = 'Such as 16 April 2010, 16/4/2010 or 2010-04-16.'
export const MOMENT_HELP =
  'A day such as 16 April 2010, 16/4/2010 or 2010-04-16, and a time in London if you like, ' +
  'such as 3pm or 15:00. A day alone means its end.'
const WRITE_DAY = 'Write a day such as 16 April 2010, 16/4/2010 or 2010-04-16'
const WRITE_MOMENT = `${WRITE_DAY}, and a time after it if you like, such as 3pm or 15:00`

type Parts = Readonly<Record<string, string | undefined>>

const tidy = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

const monthOf = ({ month, name }: Parts): number =>
  name === undefined ? Number(month) : 1 + MONTHS.findIndex((each) => each.startsWith(name))

const two = (part: number): string => String(part).padStart(2, '0')

/** A day as the API writes it; null where the calendar has none such, as 31 April. */
const dayOf = (parts: Parts): string | null => {
  const [year, month, day] = [Number(parts.year), monthOf(parts), Number(parts.day)]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isThere ? `${parts.year}-${two(month)}-${two(day)}` : null
}

const hourOf = ({ hour, half, word }: Parts): number => {
  if (word) return word === 'midnight' ? 0 : 12
  if (!half) return Number(hour)
  if (Number(hour) < 1 || Number(hour) > 12) return Number.NaN
  return (Number(hour) % 12) + (half === 'pm' ? 12 : 0)
}

/** "15:00"; null where no clock shows it. */
const timeOf = (parts: Parts): string | null => {
  const [hour, minute] = [hourOf(parts), Number(parts.minute ?? 0)]
  return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : null
}

const momentOf = (local: string, zone: string | undefined): string => {
  const hours = HOURS_OF_ZONE[zone ?? '']
  if (hours === undefined) return fromLondon(local)
  return new Date(Date.parse(`${local}Z`) - hours * HOUR_MS).toISOString()
}

/** A text in two: what has the form of a day, which may be none of the calendar, and the rest. */
const split = (text: string): { written: string; day: string | null; rest: string } => {
  const tidied = tidy(text)
  for (const form of DAYS) {
    const found = form.exec(tidied)
    if (!found) continue
    const [written] = found
    return { written, day: dayOf(found.groups ?? {}), rest: tidied.slice(written.length) }
  }
  return { written: '', day: null, rest: '' }
}

/** The day that a text names, as the API writes it; null where it names none. */
export const readDay = (text: string): string | null => {
  const { day, rest } = split(text)
  return rest === '' ? day : null
}

const daysOn = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

export const dayAfter = (day: string): string => daysOn(day, 1)
export const dayBefore = (day: string): string => daysOn(day, -1)

/** The last moment of a day in London: a day has not been until it is over. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(fromLondon(`${dayAfter(day)}T00:00`)) - 1).toISOString()

/** The moment that a text names, a day alone being its end; null where it names none. */
export const readMoment = (text: string): string | null => {
  const { day, rest } = split(text)
  if (day === null) return null
  if (rest === '') return endOfDay(day)
  const parts = TIME.exec(rest)?.groups
  const time = parts && timeOf(parts)
  return time ? momentOf(`${day}T${time}`, parts.zone) : null
}

/** What keeps a text from naming a day that a time may follow; null where nothing does. */
const dayAmiss = (text: string): string | null => {
  const { written, day } = split(text)
  if (written === '') return `“${text.trim()}” cannot be read.`
  return day === null ? `The calendar has no ${written}.` : null
}

/** What is wrong with a text that names no day, and what would be right. */
export const whyNoDay = (text: string): string => {
  const extra = split(text).rest.trim()
  return `${dayAmiss(text) ?? `A day is enough here, without “${extra}”.`} ${WRITE_DAY}`
}

const timeAmiss = (text: string): string => `“${split(text).rest.trim()}” is no time of a clock.`

/** What is wrong with a text that names no moment, and what would be right. */
export const whyNoMoment = (text: string): string =>
  `${dayAmiss(text) ?? timeAmiss(text)} ${WRITE_MOMENT}`

const isEndOfDay = (moment: string): boolean => endOfDay(londonDay(moment)) === moment

/** A moment as a text box shows it, so that it can be read again: the end of a day is the day. */
export const writeMoment = (moment: string): string =>
  isEndOfDay(moment) ? sayDay(moment) : sayMoment(moment)

/** A moment in a sentence: "the end of 16 April 2010", "16 April 2010 at 3pm BST". */
export const sayWhen = (moment: string): string =>
  isEndOfDay(moment) ? `the end of ${sayDay(moment)}` : sayMoment(moment)

/** The moments looked at: "the end of 16 April 2010", "16 April 2010 at 3pm BST". */
export const sayLookedAt = ({ at, knownAt }: {
  at: string | null
  knownAt: string | null
}): string => {
  if (knownAt === null) return at === null ? 'now' : sayWhen(at)
  const known = `was known by ${sayWhen(knownAt)}`
  return at === null ? `what ${known}` : `${sayWhen(at)}, as ${known}`
}
