import { nameColumns } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { freshOrganisation } from './actions.js'
import type { OrganisationRow } from './source.js'

const COLUMNS: readonly Column<OrganisationRow>[] = [
  ...nameColumns({ label: 'Organisation', resource: 'organisations', sort: 'NAME' }),
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
