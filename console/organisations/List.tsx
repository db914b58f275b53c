import { Link } from '../shared/Link.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { freshOrganisation } from './actions.js'
import type { OrganisationRow } from './source.js'

const COLUMNS: readonly Column<OrganisationRow>[] = [
  {
    label: 'Organisation',
    cell: ({ id, name }) => <Link to={`/organisations/${encodeURIComponent(id)}`}>{name}</Link>,
    text: ({ name }) => name,
    sort: 'NAME',
  },
  { label: 'Code', cell: ({ id }) => id, sort: 'CODE' },
]

export const List = () => (
  <ListPage
    resource="organisations"
    title="Organisations"
    one="organisation"
    many="organisations"
    columns={COLUMNS}
    filters={[{ source: 'search', label: 'Name or code' }]}
    fresh={freshOrganisation}
  />
)
