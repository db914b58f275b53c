import { countColumn, momentColumn } from '../shared/columns.js'
import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { freshWebhook } from './actions.js'
import type { Webhook } from './source.js'
import { sayEvents } from './words.js'

const COLUMNS: readonly Column<Webhook>[] = [
  {
    label: 'Address',
    cell: ({ id, url }) => <Link to={`/webhooks/${id}`}>{url}</Link>,
    text: ({ url }) => url,
  },
  { label: 'Of', cell: ({ registeredFor }) => registeredFor },
  { label: 'Told of', cell: ({ events }) => sayEvents(events) },
  momentColumn({ label: 'Registered', of: ({ createdAt }) => createdAt, sort: 'CREATED_AT' }),
  countColumn('Waiting', ({ waiting }) => waiting),
  countColumn('Given up', ({ dead }) => dead),
]

export const List = () => (
  <ListPage
    resource="webhooks"
    title="Webhooks"
    one="webhook"
    many="webhooks"
    columns={COLUMNS}
    above={
      <p>
        An address that is told what happened, as it happens. Its moments are in real time, also in
        a demonstration.
      </p>
    }
    fresh={freshWebhook}
  />
)
