import { useEffect, useId, useState } from 'react'
import { graphql } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import type { Moments } from '../as-at.js'
import { endOfDay } from '../moment-text.js'
import { londonDay } from '../terms.js'
import { sayDay } from '../when.js'

const DAY_MS = 86_400_000
const YEAR_DAYS = 365
/** Whoever moves the slider does not want every day on the way. */
const REST_MS = 150

const FIRST = graphql(`
  query FirstRollout {
    rollouts(first: 1, filter: { state: RUNNING }, orderBy: { field: STARTED_AT, direction: ASC }) {
      edges { node { startedAt } }
    }
  }
`)

const numberOf = (day: string): number => Date.parse(day) / DAY_MS
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** The day looked at, on a line from the first rollout to a year from now. */
export const DaySlider = ({ at, now, look }: {
  at: string | null
  now: string
  look: (moments: Partial<Moments>) => void
}) => {
  const id = useId()
  const today = numberOf(londonDay(now))
  const started = useAsk(FIRST, {}).data?.rollouts.edges[0]?.node.startedAt
  const first = started ? numberOf(londonDay(started)) : today - YEAR_DAYS
  const [moved, move] = useState<number | null>(null)
  const day = moved ?? (at ? numberOf(londonDay(at)) : today)
  useEffect(() => {
    if (moved === null) return
    const rest = setTimeout(
      () => look({ at: moved === today ? null : endOfDay(dayOf(moved)) }),
      REST_MS,
    )
    return () => clearTimeout(rest)
  }, [moved])
  // Where something else chose the moment, the slider follows.
  useEffect(() => move(null), [at])
  return (
    <div className="as-at-slider">
      <label htmlFor={id}>{`Day: ${sayDay(dayOf(day))}`}</label>
      <input
        id={id} type="range" min={first} max={today + YEAR_DAYS} value={day}
        aria-valuetext={sayDay(dayOf(day))}
        onChange={({ target }) => move(Number(target.value))}
      />
      <span className="as-at-ends quiet" aria-hidden="true">
        <span>{sayDay(dayOf(first))}</span>
        <span>{sayDay(dayOf(today + YEAR_DAYS))}</span>
      </span>
    </div>
  )
}
