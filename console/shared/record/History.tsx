import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { useAsAt } from '../as-at.js'
import { addressOfEntry } from '../entry-address.js'
import { Link } from '../Link.js'
import { sayCommand } from '../say.js'
import { Section } from '../Section.js'
import { Table, type Column } from '../Table.js'
import { Waiting } from '../Waiting.js'
import { Moment, sayCount } from '../when.js'

const HISTORY = graphql(`
  query History($key: ID!, $table: String, $knownAt: DateTime) {
    page: ledgerEntries(
      first: 50 filter: { key: $key, table: $table } orderBy: { field: SEQUENCE, direction: DESC } knownAt: $knownAt
    ) {
      totalCount
      edges { node { sequence at change kind organisation subject body { key reason } } }
    }
  }
`)

type Entry = ResultOf<typeof HISTORY>['page']['edges'][number]['node']

const COLUMNS: readonly Column<Entry>[] = [
  {
    label: 'Entry',
    cell: (entry) => <Link to={addressOfEntry(entry)}>{`#${sayCount(entry.sequence)}`}</Link>,
  },
  { label: 'What', cell: ({ kind }) => sayCommand(kind) },
  { label: 'When', cell: ({ at }) => <Moment of={at} /> },
  { label: 'By', cell: ({ subject, organisation }) => `${organisation}, ${subject}` },
  { label: 'Reason', cell: ({ body }) => body?.reason ?? 'Not shown to you' },
]

interface Props {
  /** The key of its row in the ledger: its number or its code. */
  readonly of: string
  /** Its table in the ledger, where things of other tables may have the same code. */
  readonly table?: string
}

const Entries = ({ of, table }: Props) => {
  const { knownAt } = useAsAt()
  const query = useAsk(HISTORY, { key: of, table: table ?? null, knownAt })
  return (
    <Waiting query={query}>
      {({ page }) => (
        <Table
          caption="Entries of the ledger, the latest first"
          columns={COLUMNS}
          rows={page.edges.map(({ node }) => node)}
          keyOf={({ sequence }) => String(sequence)}
          none="The ledger shows you no entry about it."
        />
      )}
    </Waiting>
  )
}

/** What the ledger has about a thing; whoever may not read the ledger is told so. */
export const History = (props: Props) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  if (canAccess === undefined) return null
  return (
    <Section title="History">
      {canAccess ? <Entries {...props} /> : <p>The ledger is not for you to read.</p>}
    </Section>
  )
}
