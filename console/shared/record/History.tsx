import { useCanAccess } from 'react-admin'
import { graphql, type ResultOf } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { useAsAt } from '../as-at.js'
import { EntryLink } from '../EntryLink.js'
import { sayCommand } from '../say.js'
import { Section } from '../Section.js'
import { Table, type Column } from '../Table.js'
import { Waiting } from '../Waiting.js'
import { Moment } from '../when.js'

const HISTORY = graphql(`
  query History($key: ID!, $table: String, $knownAt: DateTime) {
    page: ledgerEntries(
      first: 50 filter: { key: $key, table: $table } orderBy: { field: SEQUENCE, direction: DESC } knownAt: $knownAt
    ) {
      totalCount
      edges { node { sequence at kind organisation subject body { reason } } }
    }
  }
`)

type Entry = ResultOf<typeof HISTORY>['page']['edges'][number]['node']

const COLUMNS: readonly Column<Entry>[] = [
  { label: 'Entry', cell: ({ sequence }) => <EntryLink sequence={sequence} /> },
  { label: 'What', cell: ({ kind }) => sayCommand(kind) },
  { label: 'When', cell: ({ at }) => <Moment of={at} /> },
  { label: 'By', cell: ({ subject, organisation }) => `${organisation}, ${subject}` },
  { label: 'Reason', cell: ({ body }) => body?.reason ?? 'Not shown to you' },
]

interface Row {
  /** The key of its row in the ledger: its number or its code. */
  readonly of: string
  /** Its table in the ledger, where things of other tables may have the same code. */
  readonly table?: string
}

interface Props extends Row {
  /** A row of another table that tells of it too, and what that is: "its going live". */
  readonly besides?: Row & { readonly what: string }
}

const Entries = ({ of, table, what }: Row & { readonly what?: string }) => {
  const { knownAt } = useAsAt()
  const query = useAsk(HISTORY, { key: of, table: table ?? null, knownAt })
  return (
    <Waiting query={query}>
      {({ page }) => (
        <Table
          caption={`Entries of the ledger${what ? ` about ${what}` : ''}, the latest first`}
          columns={COLUMNS}
          rows={page.edges.map(({ node }) => node)}
          keyOf={({ sequence }) => String(sequence)}
          none={`The ledger shows you no entry about ${what ?? 'it'}.`}
        />
      )}
    </Waiting>
  )
}

/** What the ledger has about a thing; whoever may not read the ledger is told so. */
export const History = ({ besides, ...row }: Props) => {
  const { canAccess } = useCanAccess({ resource: 'ledger', action: 'list' })
  if (canAccess === undefined) return null
  return (
    <Section title="History">
      {canAccess ? <Entries {...row} /> : <p>The ledger is not for you to read.</p>}
      {canAccess && besides && <Entries {...besides} />}
    </Section>
  )
}
