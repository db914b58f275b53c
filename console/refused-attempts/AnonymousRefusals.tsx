import { graphql, type ResultOf } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { sayCommand } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { Waiting } from '../shared/Waiting.js'
import { Day, sayCount } from '../shared/when.js'

const COUNTS = graphql(`
  query AnonymousRefusals {
    page: anonymousRefusals(first: 100) { totalCount edges { node { day command refused } } }
  }
`)

type Count = ResultOf<typeof COUNTS>['page']['edges'][number]['node']

const COLUMNS: readonly Column<Count>[] = [
  { label: 'Day', cell: ({ day }) => <Day of={day} /> },
  { label: 'Command', cell: ({ command }) => sayCommand(command) },
  { label: 'Refused', cell: ({ refused }) => sayCount(refused), number: true },
]

/** What was refused to whoever did not say who they were: counted, and nothing more. */
export const AnonymousRefusals = () => {
  const query = useAsk(COUNTS, {})
  return (
    <Section title="Without a token">
      <p>Attempts by nobody in particular are only counted, by day and command.</p>
      <Waiting query={query}>
        {({ page }) => (
          <Table
            caption="Refused attempts without a token, the latest day first"
            columns={COLUMNS}
            rows={page.edges.map(({ node }) => node)}
            keyOf={({ day, command }) => `${day} ${command}`}
            none="There were none."
          />
        )}
      </Waiting>
    </Section>
  )
}
