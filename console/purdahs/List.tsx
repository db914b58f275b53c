import { momentColumn, nameColumns, tagColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { freshPurdah } from './actions.js'
import { sayInForce } from './in-force.js'
import type { PurdahRow } from './source.js'

const COLUMNS: readonly Column<PurdahRow>[] = [
  ...nameColumns({ label: 'Period', resource: 'purdahs' }),
  momentColumn({ label: 'From', of: ({ from }) => from, sort: 'FROM' }),
  momentColumn({ label: 'Until', of: ({ to }) => to, none: 'Not known yet' }),
  tagColumn('In force', ({ inForce }) => sayInForce(inForce)),
]

export const List = () => (
  <ListPage
    resource="purdahs"
    title="Purdah"
    one="period of purdah"
    many="periods of purdah"
    columns={COLUMNS}
    filters={[
      { source: 'search', label: 'Name or code' },
      { source: 'inForce', label: 'In force', kind: 'yes-no' },
    ]}
    above={
      <p>
        Purdah is a pre-election period. Mailings that fall into it and new consultations need an
        exemption.
      </p>
    }
    fresh={freshPurdah}
  />
)
