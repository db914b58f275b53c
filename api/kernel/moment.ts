import { remembered } from './remembered.js'

/**
 * Moments and days. A `Moment` is UTC, ISO 8601, to the millisecond: `2010-04-16T09:00:00.000Z`;
 * text order is time order. A `Day` is a day of London, `2010-04-16`. Rules count in milliseconds
 * since 1970 (`…Ms`). Intervals are half-open: `from` belongs to them, `to` does not.
 */
export type Moment = string
export type Day = string

export const SECOND_MS = 1_000
export const DAY_MS = 86_400_000

export const toMs = (moment: Moment): number => Date.parse(moment)
export const toMoment = remembered(10_000, (ms: number): Moment => new Date(ms).toISOString())

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
})

/** The day of London at a moment. */
export const dayOf = (ms: number): Day => {
  const part = Object.fromEntries(londonClock.formatToParts(ms).map((p) => [p.type, p.value]))
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`
}

/** The moment a day of London begins. */
export const startOfDayMs = remembered(100_000, (day: Day): number => {
  const utcMidnight = Date.parse(`${day}T00:00:00.000Z`)
  // London is on UTC or an hour ahead of it, so its midnight is UTC's or the hour before.
  const hourBefore = utcMidnight - 3_600_000
  return dayOf(hourBefore) === day ? hourBefore : utcMidnight
})

/** The day so many days after another. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)

const CALENDAR_DAY = /^\d{4}-\d\d-\d\d$/

/** Whether a text is a day of the calendar: 2010-02-30 is not. */
export const isDay = (text: string): boolean => {
  if (!CALENDAR_DAY.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

const spokenDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const spokenTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

/** A day in words: 16 April 2010. */
export const sayDay = (ms: number): string => spokenDay.format(ms)
/** A calendar day in words, likewise. */
export const sayDate = (day: Day): string => sayDay(startOfDayMs(day))

// Midnight alone might be the one that ends the day named before it: it says that it begins it.
const sayTime = (hour: string, minute: string, zone: string): string => {
  if (`${hour}:${minute}` === '00:00') return `midnight ${zone} (start of day)`
  if (`${hour}:${minute}` === '12:00') return `midday ${zone}`
  const minutes = minute === '00' ? '' : `:${minute}`
  return `${Number(hour) % 12 || 12}${minutes}${Number(hour) < 12 ? 'am' : 'pm'} ${zone}`
}

/** A moment in words, in London with its zone: 16 April 2010 at 9:30am BST. */
export const sayMoment = (ms: number): string => {
  const part = Object.fromEntries(spokenTime.formatToParts(ms).map((p) => [p.type, p.value]))
  const { hour = '', minute = '', timeZoneName = '' } = part
  return `${sayDay(ms)} at ${sayTime(hour, minute, timeZoneName)}`
}

const SAID_BEFORE = /\b(\d\d):(\d\d) (BST|GMT)\b/g

/** A sentence out of the ledger with its times as they are said now: it may have “19:00 BST”. */
export const withTimesOfNow = (sentence: string): string =>
  sentence.replaceAll(SAID_BEFORE, (_, hour: string, minute: string, zone: string) =>
    sayTime(hour, minute, zone),
  )
