import type { ReactNode } from 'react'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { Waiting } from '../shared/Waiting.js'
import { sayMoment } from '../shared/when.js'
import { ASK_RULING, PROGRAMME } from './ruling.js'
import { RulingView } from './RulingView.js'

/** Answers the first question about a practice, as at the moment looked at. */
export const MayItUpload = ({ practice, whose, children }: {
  practice: string
  /** Said before the question, where it is not the page of the practice: "Your practice". */
  whose?: string
  children?: ReactNode
}) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(ASK_RULING, {
    id: practice, activity: 'UPLOAD', programme: PROGRAMME, at, knownAt,
  })
  const question = at ? `may it upload on ${sayMoment(at)}?` : 'may it upload today?'
  const title = whose ? `${whose}: ${question}` : `M${question.slice(1)}`
  return (
    <Section title={title}>
      <Waiting query={query}>{({ ruling }) => <RulingView ruling={ruling} />}</Waiting>
      {children}
    </Section>
  )
}
