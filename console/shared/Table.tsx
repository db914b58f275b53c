import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly label: string
  /** What stands in the cell; the first column is the header of its row. */
  readonly cell: (row: Row) => ReactNode
  /** What stands in a CSV; the cell's text where it is left out. */
  readonly text?: (row: Row) => string | number | null
  /** The field of the API that sorts by it. */
  readonly sort?: string
  readonly number?: boolean
}

interface Props<Row> {
  /** What the table shows, for those who do not see what stands around it. */
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What is said, or else stands, where there are no rows. */
  readonly none: ReactNode
  readonly head?: (column: Column<Row>) => ReactNode
  readonly sortedBy?: { field: string; order: string }
}

const ariaSort = (column: Column<unknown>, sortedBy?: { field: string; order: string }) => {
  if (!column.sort || !sortedBy) return undefined
  if (column.sort !== sortedBy.field) return 'none' as const
  return sortedBy.order === 'DESC' ? ('descending' as const) : ('ascending' as const)
}

const Cells = <Row,>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) =>
  columns.map(({ label, cell, number }, place) =>
    place === 0 ? (
      <th key={label} scope="row">{cell(row)}</th>
    ) : (
      <td key={label} data-label={label} className={number ? 'number' : undefined}>
        {cell(row)}
      </td>
    ),
  )

/** A table whose rows are read as cards on a narrow screen. */
export const Table = <Row,>({ columns, rows, ...props }: Props<Row>) => {
  const { caption, captionHidden, keyOf, none, head, sortedBy } = props
  if (rows.length === 0) return typeof none === 'string' ? <p>{none}</p> : none
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="table stacks">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={column.number ? 'number' : undefined}
                aria-sort={ariaSort(column as Column<unknown>, sortedBy)}
              >
                {head?.(column) ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <Cells row={row} columns={columns} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
