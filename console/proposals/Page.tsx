import { Actions, useViewer } from '../shared/Actions.js'
import { ask } from '../graphql/ask.js'
import { EffectView } from '../shared/command/EffectView.js'
import { FieldsView, type Fields } from '../shared/FieldsView.js'
import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { Section } from '../shared/Section.js'
import { SentenceView, textOfSentence } from '../shared/Sentence.js'
import { SummaryList } from '../shared/SummaryList.js'
import { StateTag } from '../shared/Tag.js'
import { Thing } from '../shared/Thing.js'
import { thingOf } from '../shared/things.js'
import { Moment, sayMoment } from '../shared/when.js'
import { actionsOf, whyNotSign } from './actions.js'
import { sayProposed } from './say-command.js'
import { Signatures } from './Signatures.js'
import { PROPOSAL, type Proposal } from './source.js'
import { sayState } from './words.js'

/** What is said of a proposal that ended, over everything else on its page. */
const ENDED: Readonly<Partial<Record<Proposal['state'], string>>> = {
  VOID:
    'All have signed, but by then the change was no longer what they had signed. ' +
    'Nothing was changed.',
  LAPSED: 'It was not signed by all within 28 days. Nothing was changed: silence is never consent.',
  DECLINED: 'Somebody whose signature it needed declined. Nothing was changed.',
  WITHDRAWN: 'Whoever proposed it took it back. Nothing was changed.',
}

/** Who ended it by a word of theirs, and when: only who proposed it may take it back. */
const endedBy = (proposal: Proposal): string | null => {
  const { state, declined, proposedBy, organisation, endedAt } = proposal
  if (declined) {
    const { subject, organisation: code, at } = declined
    return `Declined by ${subject}, ${code}, on ${sayMoment(at)}.`
  }
  if (state !== 'WITHDRAWN' || endedAt === null) return null
  const who = organisation ? `${proposedBy}, ${organisation.code}` : proposedBy
  return `Withdrawn by ${who}, on ${sayMoment(endedAt)}.`
}

const Ending = (proposal: Proposal) => {
  const { state, ending } = proposal
  const said = ENDED[state]
  const by = endedBy(proposal)
  if (!said) return null
  return (
    <Section title="Why it ended">
      <p>{said}</p>
      {by && <p>{by}</p>}
      {ending && <p><strong>{ending}</strong></p>}
    </Section>
  )
}

/** What may be done about it, by who is signed in, and why not where that may be asked. */
const Acting = (proposal: Proposal) => {
  const viewer = useViewer()
  const why = whyNotSign(proposal, viewer)
  return (
    <>
      <Actions at={`/proposals/${proposal.id}`} actions={actionsOf(proposal, viewer)} />
      {why && <p className="no-print">{why}</p>}
    </>
  )
}

const Facts = (proposal: Proposal) => {
  const { reason, proposedBy, organisation, proposedAt, endedAt, lapsesAt, changed } = proposal
  const lapses = proposal.state === 'LAPSED' ? 'Lapsed' : 'Lapses unless signed by'
  return (
    <SummaryList
      rows={[
        ['What', <SentenceView of={sayProposed(proposal)} links />],
        ['Reason', reason],
        ['Proposed by', organisation ? `${proposedBy}, ${organisation.name}` : proposedBy],
        ['Proposed', <Moment of={proposedAt} />],
        endedAt ? ['Ended', <Moment of={endedAt} />] : [lapses, <Moment of={lapsesAt} />],
        ...(changed.length > 0 ? [['Changed', <Changed of={changed} />] as const] : []),
      ]}
    />
  )
}

/** A row, as `table/key`, by its id among all things. */
const thingOfRow = (row: string): string => {
  const slash = row.indexOf('/')
  return thingOf(row.slice(0, slash), row.slice(slash + 1))
}

const CHANGED_MAX = 20

const Changed = ({ of }: { of: readonly string[] }) => (
  <ul className="plain">
    {of.slice(0, CHANGED_MAX).map((row) => (
      <li key={row}><Thing id={thingOfRow(row)} isLink /></li>
    ))}
    {of.length > CHANGED_MAX && <li>{`and ${of.length - CHANGED_MAX} more, as its history says`}</li>}
  </ul>
)

const Effect = ({ id, effect, state, signatures }: Proposal) => {
  const more = async (after: string) => (await ask(PROPOSAL, { id, after })).row?.effect ?? null
  const turned = state === 'APPLIED' ? 'What it turned' : 'What it would turn'
  return (
    <Section title={`${turned}, as ${signatures.length > 0 ? 'signed for' : 'proposed'}`}>
      <EffectView effect={effect} isFromNow={state === 'AWAITING'} more={more} />
    </Section>
  )
}

export const Page = () => (
  <RecordPage
    resource="proposals"
    label="Proposals"
    document={PROPOSAL}
    titleOf={(proposal: Proposal) => `${proposal.id}: ${textOfSentence(sayProposed(proposal))}`}
    tagsOf={({ state }) => <StateTag of={sayState(state)} />}
  >
    {(proposal) => (
      <>
        <Acting {...proposal} />
        <Ending {...proposal} />
        <Section title="The change"><Facts {...proposal} /></Section>
        <Signatures {...proposal} />
        <Effect {...proposal} />
        <Section title="What the command was told">
          <FieldsView of={proposal.input as Fields} without={['reason', 'version']} />
        </Section>
        <History of={proposal.id} />
      </>
    )}
  </RecordPage>
)
