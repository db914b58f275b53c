import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { Waiting } from '../shared/Waiting.js'
import { sayCount, sayHowMany } from '../shared/when.js'
import { BELOW, type Below as Row } from './below.js'
import type { Region } from './source.js'

const COLUMNS: readonly Column<Row>[] = [
  { label: 'Region', cell: ({ code, name }) => <Link to={`/regions/${code}`}>{name}</Link> },
  { label: 'Code', cell: ({ code }) => code },
  {
    label: 'May upload', number: true,
    cell: ({ rulingCounts }) => sayCount(rulingCounts.permitted),
  },
  {
    label: 'May not', number: true, cell: ({ rulingCounts }) => sayCount(rulingCounts.refused),
  },
]

/** The regions directly below, where there are any. */
export const Below = ({ id, kind }: Region) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(BELOW, { parent: id, at, knownAt })
  if (kind === 'PCT') return null
  return (
    <Section title="Regions below it">
      <Waiting query={query}>
        {({ regions: { edges, totalCount } }) => (
          <>
            <Table
              caption="Regions below it, with the practices that may upload and those that may not"
              captionHidden
              columns={COLUMNS}
              rows={edges.map(({ node }) => node)}
              keyOf={({ code }) => code}
              none="No region lies below it then."
            />
            {totalCount > 0 && (
              <Link to={listAt('regions', { parent: id })}>
                {`List the ${sayHowMany(totalCount, 'region')}`}
              </Link>
            )}
          </>
        )}
      </Waiting>
    </Section>
  )
}
