import { useAsAt } from './as-at.js'
import { useNow } from './clock.js'
import { londonDay } from './terms.js'

/** The day looked at: that of `as at`, or today by the API's clock; null until it is told. */
export const useToday = (): string | null => {
  const { at } = useAsAt()
  const now = useNow()
  const moment = at ?? now
  return moment && londonDay(moment)
}
