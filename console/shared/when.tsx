const LONDON = 'Europe/London'

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'long', year: 'numeric', timeZone: LONDON,
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric', minute: '2-digit', hour12: true, timeZone: LONDON,
})
const ZONE = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short', timeZone: LONDON })

/** A day of the calendar as people write it: "16 April 2010". */
export const sayDay = (day: string): string => DAY.format(new Date(day))

/** "3pm", "5:30pm", "midnight", "midday". */
const sayClock = (moment: Date): string => {
  const text = TIME.format(moment).replace(/\s/g, '').toLowerCase().replace(':00', '')
  return { '12am': 'midnight', '12pm': 'midday', '0am': 'midnight', '0pm': 'midday' }[text] ?? text
}

const sayZone = (moment: Date): string =>
  ZONE.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** A moment in London, with its zone: "16 April 2010 at 3pm BST". */
export const sayMoment = (moment: string): string => {
  const date = new Date(moment)
  return `${DAY.format(date)} at ${sayClock(date)} ${sayZone(date)}`
}

/** A day or a moment on the page, readable by machines too. */
export const Day = ({ of, none = 'Not known' }: { of: string | null; none?: string }) =>
  of ? <time dateTime={of}>{sayDay(of)}</time> : <>{none}</>

export const Moment = ({ of, none = 'Not known' }: { of: string | null; none?: string }) =>
  of ? <time dateTime={of}>{sayMoment(of)}</time> : <>{none}</>

const COUNT = new Intl.NumberFormat('en-GB')

/** "8,046". */
export const sayCount = (count: number): string => COUNT.format(count)

/** "1 practice", "8,046 practices". */
export const sayHowMany = (count: number, one: string, many = `${one}s`): string =>
  `${sayCount(count)} ${count === 1 ? one : many}`

const PARTS = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  second: '2-digit', hourCycle: 'h23', timeZone: LONDON,
})

const londonParts = (ms: number): Record<string, string> =>
  Object.fromEntries(PARTS.formatToParts(ms).map(({ type, value }) => [type, value]))

/** A moment as the clock on London's walls shows it, as boxes for date and time take it. */
export const toLondon = (moment: string): string => {
  const { year, month, day, hour, minute } = londonParts(Date.parse(moment))
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** The moment at which London's clocks show a date and time, "2010-04-16T15:00". */
export const fromLondon = (local: string): string => {
  const asUtc = Date.parse(`${local}Z`)
  const offset = (ms: number) => Date.parse(`${toLondon(new Date(ms).toISOString())}Z`) - ms
  // Where clocks change, the offset at the guess may be that of the other side.
  const guess = asUtc - offset(asUtc)
  return new Date(asUtc - offset(guess)).toISOString()
}
