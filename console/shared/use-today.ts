import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from './as-at.js'
import { londonDay } from './terms.js'

const CLOCK = graphql(`
  query Today {
    clock { now }
  }
`)

/** The day looked at: that of `as at`, or today by the API's clock; null until it is told. */
export const useToday = (): string | null => {
  const { at } = useAsAt()
  const { data } = useAsk(CLOCK, {}, { enabled: at === null })
  if (at) return londonDay(at)
  return data ? londonDay(data.clock.now) : null
}
