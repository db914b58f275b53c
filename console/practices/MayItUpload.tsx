import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { Waiting } from '../shared/Waiting.js'
import { sayMoment } from '../shared/when.js'
import { ASK_RULING, PROGRAMME } from './ruling.js'
import { RulingView } from './RulingView.js'

/** Answers the first question about a practice, as at the moment looked at. */
export const MayItUpload = ({ practice }: { practice: string }) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(ASK_RULING, {
    id: practice, activity: 'UPLOAD', programme: PROGRAMME, at, knownAt,
  })
  const title = at ? `May it upload on ${sayMoment(at)}?` : 'May it upload today?'
  return (
    <Section title={title}>
      <Waiting query={query}>{({ ruling }) => <RulingView ruling={ruling} />}</Waiting>
    </Section>
  )
}
