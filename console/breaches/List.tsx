import { momentColumn, numberColumn } from '../shared/columns.js'
import { ListPage } from '../shared/list/ListPage.js'
import type { Column } from '../shared/Table.js'
import { ThingLinks } from '../shared/ThingLink.js'
import type { BreachRow } from './source.js'
import { BREACH_KINDS, sayReason, sayWhere } from './words.js'

const COLUMNS: readonly Column<BreachRow>[] = [
  numberColumn('Breach'),
  { label: 'What', cell: ({ kind }) => BREACH_KINDS[kind] },
  momentColumn({ label: 'When', of: ({ at }) => at, sort: 'AT' }),
  { label: 'Where', cell: sayWhere },
  { label: 'Region', cell: ({ region }) => region?.name ?? 'Several, or none' },
  { label: 'Why it was refused', cell: ({ reasons }) => reasons.map(sayReason).join(' ') },
  {
    label: 'Suspensions',
    cell: ({ suspensions }) => <ThingLinks ids={suspensions.map(({ id }) => id)} none="None" />,
    text: ({ suspensions }) => suspensions.map(({ id }) => id).join(', '),
  },
  {
    label: 'Held a valid permission',
    cell: ({ permitted }) => (permitted ? 'Yes' : 'No'),
  },
]

export const List = () => (
  <ListPage
    resource="breaches"
    title="Breaches"
    one="breach"
    many="breaches"
    columns={COLUMNS}
    filters={[
      { source: 'kind', label: 'What', choices: BREACH_KINDS },
      { source: 'region', label: 'Region, by code' },
      { source: 'practice', label: 'Practice, by code' },
      { source: 'since', label: 'Since', kind: 'since' },
    ]}
  />
)
