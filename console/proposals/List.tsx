import { useViewer } from '../shared/Actions.js'
import { momentColumn, numberColumn, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { SentenceView, textOfSentence } from '../shared/Sentence.js'
import type { Column } from '../shared/Table.js'
import { Moment, sayMoment } from '../shared/when.js'
import { sayProposed } from './say-command.js'
import type { ProposalRow } from './source.js'
import { MINE, Tabs } from './Tabs.js'
import { sayState, sayTurns, sayWaitsFor } from './words.js'

const madeBy = ({ proposedBy, organisation }: ProposalRow): string =>
  organisation ? `${proposedBy}, ${organisation.code}` : proposedBy

const COLUMNS: readonly Column<ProposalRow>[] = [
  numberColumn('Proposal'),
  {
    label: 'What',
    cell: (proposal) => <SentenceView of={sayProposed(proposal)} />,
    text: (proposal) => textOfSentence(sayProposed(proposal)),
  },
  tagColumn('State', ({ state }) => sayState(state)),
  { label: 'Would turn', cell: sayTurns },
  { label: 'Made by', cell: madeBy },
  { label: 'Waiting for', cell: sayWaitsFor },
  momentColumn({ label: 'Since', of: ({ proposedAt }) => proposedAt, sort: 'PROPOSED_AT' }),
  {
    label: 'Ended, or lapses on',
    cell: ({ state, endedAt, lapsesAt }) => (
      <>
        {state === 'AWAITING' ? 'Lapses on ' : ''}
        <Moment of={endedAt ?? lapsesAt} />
      </>
    ),
    text: ({ endedAt, lapsesAt }) => sayMoment(endedAt ?? lapsesAt),
  },
]

/** Whoever may sign begins with what waits for them; others with everything. */
export const List = () => {
  const viewer = useViewer()
  if (!viewer) return <p role="status">Opening the page …</p>
  const signs = viewer.commands.includes('signProposal')
  return (
    <ListPage
      resource="proposals"
      title="Proposals"
      one="proposal"
      many="proposals"
      columns={COLUMNS}
      above={<Tabs />}
      {...(signs && { begins: MINE })}
    />
  )
}
