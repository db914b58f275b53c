import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { Badge as Shown } from '../shared/Badge.js'
import { londonDay } from '../shared/terms.js'
import { useClock } from '../shared/clock.js'
import { fromLondon } from '../shared/when.js'

const RECENT = graphql(`
  query RecentBreaches($since: DateTime!) {
    breaches(first: 0, filter: { since: $since }) { totalCount }
  }
`)

const WEEK_MS = 7 * 24 * 3_600_000

/** The moment at which the day a week before began. */
const weekBefore = (now: string): string =>
  fromLondon(`${londonDay(new Date(Date.parse(now) - WEEK_MS).toISOString())}T00:00`)

/** How many breaches were committed within a week. What somebody has seen, nobody keeps. */
export const Badge = () => {
  const clock = useClock()
  const since = clock ? weekBefore(clock.now) : ''
  const { data } = useAsk(RECENT, { since }, { enabled: clock !== null })
  return <Shown count={data?.breaches.totalCount ?? 0} is="in the last seven days" />
}
