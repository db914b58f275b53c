import { useParams } from 'react-router'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { Lost } from '../shared/Lost.js'
import { PageHead } from '../shared/PageHead.js'
import { sayCommand } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { Thing } from '../shared/Thing.js'
import { thingOf } from '../shared/things.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayCount } from '../shared/when.js'
import { ChangedFields } from './ChangedFields.js'
import { ONE, type Entry } from './source.js'

const CRUMB = { to: '/ledger', text: 'Ledger' }

const Change = ({ change }: { change: string }) => (
  <Link to={`/ledger?filter=${encodeURIComponent(JSON.stringify({ change }))}`}>
    All entries of this change
  </Link>
)

const Facts = ({ kind, at, subject, organisation, issuer, change, body }: Entry) => (
  <SummaryList
    rows={[
      ['Command', sayCommand(kind)],
      ['When', <Moment of={at} />],
      ['By', `${subject}, ${organisation} (vouched for by ${issuer})`],
      ['Reason', body ? body.reason : 'Redacted'],
      ['Tells of', body ? <Thing id={thingOf(body.table, body.key)} isLink /> : 'Redacted'],
      ['Table', body ? body.table : 'Redacted'],
      ['Change', <Change change={change} />],
    ]}
  />
)

const Hashes = ({ bodyHash, root }: Entry) => (
  <SummaryList
    rows={[
      ['Hash of what it tells', <code>{bodyHash}</code>],
      ['Root of all entries up to it', <code>{root}</code>],
    ]}
  />
)

const Found = ({ entry }: { entry: Entry }) => {
  const number = `#${sayCount(entry.sequence)}`
  return (
    <>
      <PageHead
        title={`Entry ${number}: ${sayCommand(entry.kind).toLowerCase()}`}
        crumbs={[CRUMB, { text: number }]}
      />
      <Section title="The entry"><Facts {...entry} /></Section>
      <Section title="What it tells">
        {entry.body ? (
          <ChangedFields body={entry.body} />
        ) : (
          <p>What it told was redacted. A later entry says who did so, and why; its hash stands.</p>
        )}
      </Section>
      <Section title="What proves it"><Hashes {...entry} /></Section>
    </>
  )
}

const Numbered = ({ sequence }: { sequence: number }) => {
  const { knownAt } = useAsAt()
  const query = useAsk(ONE, { sequence, knownAt })
  return (
    <Waiting query={query}>{({ entry }) => (entry ? <Found entry={entry} /> : <Lost />)}</Waiting>
  )
}

/** As far as the API counts. */
const SEQUENCE_MAX = 2_147_483_647

/** One entry of the ledger, by its number. */
export const Page = () => {
  const { id = '' } = useParams()
  const isNumber = /^\d+$/.test(id) && Number(id) <= SEQUENCE_MAX
  return isNumber ? <Numbered sequence={Number(id)} /> : <Lost />
}
