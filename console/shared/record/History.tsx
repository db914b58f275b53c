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
  query History($key: ID!, $knownAt: DateTime) {
    page: ledgerEntries(
      first: 50 filter: { key: $key } orderBy: { field: SEQUENCE, direction: DESC } knownAt: $knownAt
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
  { label: 'By', cell: ({ subject, organisation }) => `${subject}, ${organisation}` },
  { label: 'Reason', cell: ({ body }) => body?.reason ?? 'Not shown to you' },
]

const Entries = ({ of }: { of: string }) => {
  const { knownAt } = useAsAt()
  const query = useAsk(HISTORY, { key: of, knownAt })
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

/** What the ledger has about a thing, for those who may read the ledger. */
export const History = ({ of }: { of: string }) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  return canAccess ? <Section title="History"><Entries of={of} /></Section> : null
}
