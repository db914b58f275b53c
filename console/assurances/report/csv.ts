import type { Column } from '../../shared/Table.js'
import type { ReportSection } from './sections.js'

interface Fact {
  readonly section: string
  readonly row: number
  readonly field: string
  readonly value: string
}

export const FACT_COLUMNS: readonly Column<Fact>[] = [
  { label: 'Section', cell: ({ section }) => section },
  { label: 'Row', cell: ({ row }) => row },
  { label: 'Field', cell: ({ field }) => field },
  { label: 'Value', cell: ({ value }) => value },
]

/** A report as one table: a line a fact, with the section and the row it stands in. */
export const factsOf = (sections: readonly ReportSection[]): Fact[] =>
  sections.flatMap(({ title, facts = [], table }) => [
    ...facts.map(([field, value]) => ({ section: title, row: 1, field, value })),
    ...(table?.rows ?? []).flatMap((line, place) =>
      line.map((value, column) => ({
        section: title, row: place + 1, field: table?.head[column] ?? '', value,
      })),
    ),
  ])
