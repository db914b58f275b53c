import { useEffect, useState } from 'react'
import { Button } from '@mui/material'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { askText } from '../graphql/ask.js'
import { Unreachable } from '../graphql/failure.js'
import { useReachable } from '../graphql/reachable.js'
import { useAsAt } from './as-at.js'
import { useClock } from './clock.js'
import { sayLookedAt } from './moment-text.js'
import { Moment } from './when.js'

const AGAIN_SECONDS = 5

/** Asks for nothing, to see whether anything answers; and if so, for all that is on the page. */
const tryAgain = async (client: QueryClient): Promise<void> => {
  try {
    await askText('{ __typename }', {})
  } catch (error) {
    if (error instanceof Unreachable) return
    throw error
  }
  await client.refetchQueries({ type: 'active' })
}

/** Holdfast does not answer: says so, and asks again until it does. */
const Unreached = () => {
  const client = useQueryClient()
  const [left, setLeft] = useState(AGAIN_SECONDS)
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => (now <= 1 ? AGAIN_SECONDS : now - 1)), 1_000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left === AGAIN_SECONDS) void tryAgain(client)
  }, [left, client])
  return (
    <div className="banner bad" role="alert">
      <strong>Holdfast cannot be reached. What you typed is kept.</strong>
      <span aria-hidden="true">{`Trying again in ${left} seconds.`}</span>
    </div>
  )
}

const NotNow = () => {
  const { at, knownAt, look } = useAsAt()
  const returnToNow = () => {
    look({ at: null, knownAt: null })
    // The button goes with its banner: the focus goes to the page that it was about.
    document.getElementById('main')?.focus()
  }
  return (
    <div className="banner wait">
      <strong>{`You are looking at ${sayLookedAt({ at, knownAt })}.`}</strong>
      <span>Nothing can be changed from here.</span>
      <Button variant="outlined" onClick={returnToNow}>Return to now</Button>
    </div>
  )
}

const Demonstration = ({ now }: { now: string }) => (
  <div className="banner quiet">
    <span>
      This is a demonstration: its clock says <Moment of={now} />, and nothing in it is real.
    </span>
  </div>
)

/** What holds for every page: that nothing in it is real, or about now, or that nothing answers. */
export const Banners = () => {
  const reachable = useReachable()
  const { isNow } = useAsAt()
  const clock = useClock()
  if (reachable && isNow && !clock?.demonstration) return null
  return (
    <section aria-label="Notices">
      {clock?.demonstration && <Demonstration now={clock.now} />}
      {!reachable && <Unreached />}
      {!isNow && <NotNow />}
    </section>
  )
}
