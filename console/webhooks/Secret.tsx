import { useEffect, useRef } from 'react'
import { CopyButton } from '../shared/CopyButton.js'
import { Link } from '../shared/Link.js'
import type { CommandOutcome } from '../shared/command/command.js'

/** The secret of a new webhook, which is shown this once: it is kept nowhere in the browser. */
export const Secret = ({ outcome, home }: { outcome: CommandOutcome; home: string }) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { secret = '', thing } = outcome
  return (
    <>
      <div ref={box} role="alert" tabIndex={-1} className="banner good">
        <strong>Done.</strong>
        <span>The webhook is registered. Keep its secret now: it is never shown again.</span>
      </div>
      <section className="card" aria-labelledby="secret">
        <h2 id="secret">Its secret</h2>
        <p>
          Messages are signed with it, so that whoever receives them knows that they are Holdfast’s.
          If it is lost, remove the webhook and register another.
        </p>
        <p><code className="secret">{secret}</code></p>
        <div className="row">
          <CopyButton text={secret} what="the secret" />
          <Link to={thing ? `/webhooks/${thing.id}` : home}>I have kept it: go to the webhook</Link>
        </div>
      </section>
    </>
  )
}
