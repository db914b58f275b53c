const LONDON = 'Europe/London'

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'long', year: 'numeric', timeZone: LONDON,
})
const PARTS = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23', timeZone: LONDON, timeZoneName: 'short',
})

/** A day of the calendar as people write it: "16 April 2010". */
export const sayDay = (day: string): string => DAY.format(new Date(day))

const londonParts = (ms: number): Record<string, string> =>
  Object.fromEntries(PARTS.formatToParts(ms).map(({ type, value }) => [type, value]))

/** "3pm BST", "midday BST"; midnight says that it begins the day, where it might seem to end it. */
const sayTime = ({ hour = '', minute = '', timeZoneName = '' }: Record<string, string>): string => {
  if (`${hour}:${minute}` === '00:00') return `midnight ${timeZoneName} (start of day)`
  if (`${hour}:${minute}` === '12:00') return `midday ${timeZoneName}`
  const minutes = minute === '00' ? '' : `:${minute}`
  return `${Number(hour) % 12 || 12}${minutes}${Number(hour) < 12 ? 'am' : 'pm'} ${timeZoneName}`
}

/** A moment in London, with its zone: "16 April 2010 at 3pm BST". The API says it likewise. */
export const sayMoment = (moment: string): string =>
  `${sayDay(moment)} at ${sayTime(londonParts(Date.parse(moment)))}`

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
