import { countColumn, nameColumns } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import { REGION_KINDS } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import type { Column } from '../shared/Table.js'
import { freshRegion } from './actions.js'
import type { RegionRow } from './source.js'
import { Tree } from './Tree.js'

const where = ({ ancestors }: RegionRow): string =>
  ancestors.map(({ name }) => name).join(', ') || 'No region'

const COLUMNS: readonly Column<RegionRow>[] = [
  ...nameColumns({ label: 'Region', resource: 'regions', sort: 'NAME' }),
  { label: 'Kind', cell: ({ kind }) => REGION_KINDS[kind] },
  { label: 'Lies in', cell: where },
  countColumn('May upload', ({ rulingCounts }) => rulingCounts.permitted),
  countColumn('May not', ({ rulingCounts }) => rulingCounts.refused),
]

export const List = () => (
  <ListPage
    resource="regions"
    title="Regions"
    one="region"
    many="regions"
    columns={COLUMNS}
    filters={[
      { source: 'search', label: 'Name or code' },
      { source: 'kind', label: 'Kind', choices: REGION_KINDS },
      { source: 'parent', label: 'Directly below, by code' },
      { source: 'within', label: 'Anywhere within, by code' },
    ]}
    above={<Section title="As a tree"><Tree /></Section>}
    fresh={freshRegion}
  />
)
