import { useEffect, useRef } from 'react'
import { Button } from '@mui/material'
import { Link } from '../Link.js'
import { Section } from '../Section.js'
import type { CommandOutcome, Effect } from './command.js'
import { EffectView } from './EffectView.js'

interface Props {
  readonly outcome: CommandOutcome
  /** What giving it would come to, and what its button says. */
  readonly before: { readonly text: string; readonly button: string }
  /** What is said where there is no effect. */
  readonly noEffect?: string | undefined
  readonly home: string
  readonly isActing: boolean
  readonly act: () => void
  readonly more: (after: string) => Promise<Effect | null>
}

/** What would happen, and the button that makes it so: there is no such button before. */
export const Preview = ({ outcome, before, noEffect, home, isActing, act, more }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [outcome])
  const { effect } = outcome
  return (
    <div
      ref={box} tabIndex={-1} className="parts" role="group"
      aria-label="The effect, and how to confirm it"
    >
      <Section title="2 The effect">
        {effect
          ? <EffectView effect={effect} isFromNow more={more} />
          : <p>{noEffect ?? 'It turns nothing.'}</p>}
      </Section>
      <Section title="3 Confirm">
        <p>{before.text}</p>
        <div className="row">
          <Button variant="contained" disabled={isActing} onClick={act}>
            {before.button}
          </Button>
          <Link to={home}>Cancel</Link>
          <span role="status" className="quiet">{isActing ? 'Sending …' : ''}</span>
        </div>
      </Section>
    </div>
  )
}
