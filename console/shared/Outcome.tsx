import { useEffect, useRef } from 'react'
import { Link } from './Link.js'
import { ThingLink } from './ThingLink.js'

/** A breach that was recorded: its id, and what stood against it. */
export interface ToldBreach {
  readonly id: string
  readonly text: string
}

/** What a command came to, in words, for the page that is shown after it. */
export interface OutcomeProps {
  readonly tone: 'good' | 'wait' | 'bad' | 'same'
  readonly text: string
  /** The proposal that waits, where one does. */
  readonly proposal?: string
  /** What of it was recorded as breaches. */
  readonly breaches?: readonly ToldBreach[]
}

/** How it is handed on, in the state of the address: by a name, and gone on the next page. */
export interface OutcomeState {
  readonly outcome?: string
}

// A tab's history outlasts a sign-in, and the next person can go back in it: so it holds a name
// that means something until the page is loaded anew, as it is when somebody signs in.
const kept = new Map<string, OutcomeProps>()

export const handOn = (outcome: OutcomeProps): OutcomeState => {
  const name = crypto.randomUUID()
  kept.set(name, outcome)
  return { outcome: name }
}

export const handedOn = (state: OutcomeState | null): OutcomeProps | undefined =>
  kept.get(state?.outcome ?? '')

const TITLES = {
  good: 'Done.',
  wait: 'Waiting for signatures.',
  bad: 'Not done.',
  same: 'Nothing changed.',
} as const

export const Outcome = ({ tone, text, proposal, breaches = [] }: OutcomeProps) => {
  const banner = useRef<HTMLDivElement>(null)
  useEffect(() => banner.current?.focus(), [])
  return (
    <div ref={banner} role="alert" tabIndex={-1} className={`banner ${tone}`}>
      <strong>{TITLES[tone]}</strong>
      <span>{text}</span>
      {breaches.map((breach) => (
        <span key={breach.id}>
          {`${breach.text}: this is recorded as the breach `}
          <ThingLink id={breach.id} />
        </span>
      ))}
      {proposal && <Link to={`/proposals/${proposal}`}>{`Open ${proposal}`}</Link>}
    </div>
  )
}
