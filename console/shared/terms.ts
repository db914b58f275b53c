import { sayDay, toLondon } from './london.js'

/** What holds from a day until a day; null for since ever, and for without end. */
export interface Term {
  readonly from: string | null
  readonly to: string | null
}

/** The day it is in London at a moment: "2010-04-16". */
export const londonDay = (moment: string): string => toLondon(moment).slice(0, 10)

/** Whether a term holds on a day. */
export const holdsOn = ({ from, to }: Term, day: string): boolean =>
  (from === null || from <= day) && (to === null || day < to)

/** "from 1 October 2006", "until 1 April 2009" or both. */
export const sayTerm = ({ from, to }: Term): string => {
  if (from === null) return to === null ? 'always' : `until ${sayDay(to)}`
  return to === null ? `from ${sayDay(from)}` : `from ${sayDay(from)} until ${sayDay(to)}`
}
