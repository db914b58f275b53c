import { useState } from 'react'
import { MenuItem, TextField } from '@mui/material'
import { useAsk } from '../graphql/use-ask.js'
import { EntryLink } from '../shared/EntryLink.js'
import { Section } from '../shared/Section.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { ThingLink } from '../shared/ThingLink.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment, sayHowMany } from '../shared/when.js'
import { DELIVERIES, type Delivery } from './source.js'
import { DELIVERY_STATES, EVENTS, sayDelivery } from './words.js'

const SHOWN = 100

const COLUMNS: readonly Column<Delivery>[] = [
  {
    label: 'Ledger entry',
    cell: ({ registerSequence }) => <EntryLink sequence={registerSequence} />,
  },
  { label: 'Event', cell: ({ event }) => EVENTS[event] },
  {
    label: 'About',
    cell: ({ event, subject }) =>
      event === 'RULINGS_CHANGED' ? 'The rulings on practices' : <ThingLink id={subject} />,
  },
  { label: 'State', cell: ({ state }) => <StateTag of={sayDelivery(state)} /> },
  { label: 'Tried', cell: ({ attempts }) => sayHowMany(attempts, 'time') },
  { label: 'What went wrong', cell: ({ fault }) => fault ?? 'Nothing' },
  {
    label: 'Ended, or tried next',
    cell: ({ endedAt, nextAttemptAt }) => <Moment of={endedAt ?? nextAttemptAt} />,
  },
  { label: 'Message', cell: ({ id }) => id },
]

type State = Delivery['state']

/** What a webhook was told, or is to be told, and what became of it; of the one after a cursor. */
export const Deliveries = ({ after }: { after: string | null }) => {
  const [state, setState] = useState<State | ''>('')
  const query = useAsk(DELIVERIES, { after, first: SHOWN, filter: state ? { state } : null })
  return (
    <Section title="Messages">
      <TextField
        select label="State" value={state} sx={{ minWidth: '12rem' }} className="no-print"
        onChange={({ target }) => setState(target.value as State | '')}
      >
        <MenuItem value="">Any</MenuItem>
        {Object.entries(DELIVERY_STATES).map(([code, word]) => (
          <MenuItem key={code} value={code}>{word}</MenuItem>
        ))}
      </TextField>
      <Waiting query={query}>
        {({ page }) => {
          const found = page.edges[0]?.node.deliveries
          const count = found?.totalCount ?? 0
          return (
            <>
              <p role="status">
                {sayHowMany(count, 'message')}
                {count > SHOWN ? `; the latest ${SHOWN} are shown` : ''}
              </p>
              <Table
                caption="Messages, the latest in the ledger first"
                columns={COLUMNS}
                rows={found?.edges.map(({ node }) => node) ?? []}
                keyOf={({ id }) => id}
                none="There are none."
              />
            </>
          )
        }}
      </Waiting>
    </Section>
  )
}
