import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'

const CLOCK = graphql(`query Clock { clock { now demonstration } }`)

const MINUTE_MS = 60_000

/** What time it is for everything Holdfast governs, asked anew every minute; null until known. */
export const useClock = (): ResultOf<typeof CLOCK>['clock'] | null =>
  useAsk(CLOCK, {}, { everyMs: MINUTE_MS }).data?.clock ?? null

/** Now, by Holdfast's clock and never by the browser's; null until known. */
export const useNow = (): string | null => useClock()?.now ?? null
