import { useEffect, useRef, useState } from 'react'
import { useCanAccess } from 'react-admin'
import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../graphql/ask.js'
import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { sayHowMany, sayMoment } from '../shared/when.js'

const ACKNOWLEDGE = graphql(`
  mutation AcknowledgeSuspension($input: AcknowledgeSuspensionInput!) {
    notice: acknowledgeSuspension(input: $input) { supplier practices acknowledgedAt }
  }
`)

const sayNotice = ({ notice }: ResultOf<typeof ACKNOWLEDGE>): string =>
  `${notice.supplier} acknowledged it on ${sayMoment(notice.acknowledgedAt ?? '')}, for ` +
  `${sayHowMany(notice.practices, 'practice')} that it serves in its scope.`

const Acknowledging = ({ id }: { id: string }) => {
  const client = useQueryClient()
  const [said, say] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null)
  const [isActing, act] = useState(false)
  const outcome = useRef<HTMLParagraphElement>(null)
  useEffect(() => outcome.current?.focus(), [said])
  const acknowledge = async () => {
    act(true)
    try {
      const answer = await ask(ACKNOWLEDGE, { input: { suspension: id } })
      say({ tone: 'good', text: sayNotice(answer) })
      await client.invalidateQueries()
    } catch (error) {
      say({ tone: 'bad', text: (error as Error).message })
    }
    act(false)
  }
  return (
    <Section title="Do your systems know?">
      <p>
        Acknowledge it once your systems no longer do what it holds. The department sees who has
        not.
      </p>
      {said && (
        <p ref={outcome} tabIndex={-1} role="alert" className={`banner ${said.tone}`}>
          {said.text}
        </p>
      )}
      {said?.tone !== 'good' && (
        <Button variant="contained" disabled={isActing} onClick={() => void acknowledge()}>
          Acknowledge it
        </Button>
      )}
    </Section>
  )
}

/** A supplier's word that it knows of a suspension. It turns nothing, and has no preview. */
export const Acknowledge = ({ id }: { id: string }) => {
  const { canAccess } = useCanAccess({ resource: 'suspensions', action: 'acknowledgeSuspension' })
  const { isNow } = useAsAt()
  return canAccess && isNow ? <Acknowledging id={id} /> : null
}
