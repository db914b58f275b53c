import { useEffect, useRef } from 'react'
import { Button } from '@mui/material'
import { Link } from '../Link.js'
import { Section } from '../Section.js'
import type { CommandOutcome, Effect } from './command.js'
import { EffectView } from './EffectView.js'
import { sayWhoSigns } from './words.js'

interface Props {
  readonly outcome: CommandOutcome
  readonly confirm: string
  readonly home: string
  readonly isActing: boolean
  readonly act: () => void
  readonly more: (after: string) => Promise<Effect | null>
}

/** What would happen, and the button that makes it so: there is no such button before. */
export const Preview = ({ outcome, confirm, home, isActing, act, more }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [outcome])
  const { effect, proposal } = outcome
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label="The effect, and how to confirm it">
      <Section title="2 The effect">
        {effect ? <EffectView effect={effect} more={more} /> : <p>It turns nothing.</p>}
      </Section>
      <Section title="3 Confirm">
        <p>
          {proposal
            ? `This loosens what is held. It waits for ${sayWhoSigns(proposal.missing)}, ` +
              'and changes nothing until they have signed.'
            : 'This takes effect at once.'}
        </p>
        <div className="row">
          <Button variant="contained" disabled={isActing} onClick={act}>
            {proposal ? 'Send for sign-off' : confirm}
          </Button>
          <Link to={home}>Cancel</Link>
          <span role="status" className="quiet">{isActing ? 'Sending …' : ''}</span>
        </div>
      </Section>
    </div>
  )
}
