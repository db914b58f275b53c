import { useParams, useSearchParams } from 'react-router'
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
import { ENTRIES, type Entry } from './source.js'

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

const OfChange = ({ sequence, change, row }: {
  sequence: number
  change: string
  row: string | null
}) => {
  const { knownAt } = useAsAt()
  const query = useAsk(ENTRIES, { change, key: row, knownAt })
  return (
    <Waiting query={query}>
      {({ page }) => {
        const found = page.edges.find(({ node }) => node.sequence === sequence)
        return found ? <Found entry={found.node} /> : <Lost />
      }}
    </Waiting>
  )
}

const Unfound = () => (
  <>
    <PageHead title="Which change is it of?" crumbs={[CRUMB]} />
    <p>
      An entry is found by its change: the number alone does not lead to it.{' '}
      <Link to="/ledger">Open it from the ledger.</Link>
    </p>
  </>
)

/** One entry of the ledger. Its address names its change too, by which the API finds it. */
export const Page = () => {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const change = search.get('change')
  if (!change) return <Unfound />
  return <OfChange sequence={Number(id)} change={change} row={search.get('key')} />
}
