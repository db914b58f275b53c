import { useEffect, useRef } from 'react'
import { Link } from './Link.js'

/** What a command came to, in words, for the page that is shown after it. */
export interface OutcomeProps {
  readonly tone: 'good' | 'wait' | 'bad'
  readonly text: string
  /** The proposal that waits, where one does. */
  readonly proposal?: string
}

/** How it is handed on, in the state of the address: gone on the next page. */
export interface OutcomeState {
  readonly outcome?: OutcomeProps
}

const TITLES = { good: 'Done.', wait: 'Waiting for signatures.', bad: 'Not done.' } as const

export const Outcome = ({ tone, text, proposal }: OutcomeProps) => {
  const banner = useRef<HTMLDivElement>(null)
  useEffect(() => banner.current?.focus(), [])
  return (
    <div ref={banner} role="alert" tabIndex={-1} className={`banner ${tone}`}>
      <strong>{TITLES[tone]}</strong>
      <span>{text}</span>
      {proposal && <Link to={`/proposals/${proposal}`}>{`Open ${proposal}`}</Link>}
    </div>
  )
}
