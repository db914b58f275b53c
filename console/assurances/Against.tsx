import { BREACH_KINDS, sayWhere } from '../breaches/words.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { momentColumn, numberColumn } from '../shared/columns.js'
import { sayCode } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Waiting } from '../shared/Waiting.js'
import { sayCount, sayHowMany } from '../shared/when.js'
import { AGAINST, type AgainstRow } from './against.js'

const FIRST = 50

/** What a breach tells, as a table and as a CSV. */
export const AGAINST_COLUMNS: readonly Column<AgainstRow>[] = [
  numberColumn('Breach'),
  { label: 'What', cell: ({ kind }) => BREACH_KINDS[kind] },
  momentColumn({ label: 'When', of: ({ at }) => at }),
  { label: 'Where', cell: sayWhere },
  { label: 'Why it was to be refused', cell: ({ reasons }) => reasons.map(sayCode).join('; ') },
  {
    label: 'Held by',
    cell: ({ suspensions }) => suspensions.map(({ id }) => id).join(', ') || 'No suspension',
  },
  {
    label: 'Recorded as',
    cell: ({ kind, of }) => {
      if (!of) return 'Not for you to see'
      return kind === 'UPLOAD' ? 'An upload of the practice' : <ThingLink id={of} />
    },
    text: ({ of }) => of,
  },
]

/** What happened against an assurance: all of it is counted, and shown as far as one may see. */
export const Against = ({ id, count }: { id: string; count: number }) => {
  const { at, knownAt } = useAsAt()
  const query = useAsk(AGAINST, { id, first: FIRST, at, knownAt })
  return (
    <Section title="What happened against it">
      <p>{count === 0 ? 'Nothing that is known.' : sayHowMany(count, 'breach', 'breaches')}</p>
      {count > 0 && (
        <Waiting query={query}>
          {({ assurance }) => {
            const { edges = [], totalCount = 0 } = assurance?.breaches ?? {}
            return (
              <Table
                caption={`The latest ${sayCount(edges.length)} of ${sayCount(totalCount)} ` +
                  'that you may see'}
                columns={AGAINST_COLUMNS}
                rows={edges.map(({ node }) => node)}
                keyOf={(breach) => breach.id}
                none="None of them is for you to see."
              />
            )
          }}
        </Waiting>
      )}
    </Section>
  )
}
