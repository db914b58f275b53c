import type { ReactNode } from 'react'
import { ListBase, useListContext, type RaRecord } from 'react-admin'
import { sources } from '../../sources.js'
import type { Action } from '../action.js'
import { Actions } from '../Actions.js'
import { useAsAt } from '../as-at.js'
import { PageHead, type Crumb } from '../PageHead.js'
import { Table, type Column } from '../Table.js'
import { Failed, Reading } from '../Waiting.js'
import { sayHowMany } from '../when.js'
import { ExportButton } from './ExportButton.js'
import type { Filter } from './filter.js'
import { Filters } from './Filters.js'
import { Nothing } from './Nothing.js'
import { Pages } from './Pages.js'

interface Props<Row> {
  readonly resource: keyof typeof sources
  readonly title: string
  /** What one and many rows are called: "rollout", "rollouts". */
  readonly one: string
  readonly many: string
  readonly columns: readonly Column<Row>[]
  readonly filters?: readonly Filter[]
  readonly crumbs?: readonly Crumb[]
  /** How it is narrowed where the address does not say. */
  readonly begins?: Readonly<Record<string, string | boolean>>
  /** What stands between the head of the page and the list. */
  readonly above?: ReactNode
  /** Commands that make another one. */
  readonly fresh?: readonly Action[]
}

const PER_PAGE = 25

const SortButton = <Row,>({ column }: { column: Column<Row> }) => {
  const { sort, setSort } = useListContext()
  const field = column.sort
  if (!field) return <>{column.label}</>
  const isOn = sort.field === field
  const next = isOn && sort.order === 'ASC' ? 'DESC' : 'ASC'
  return (
    <button type="button" className="sort" onClick={() => setSort({ field, order: next })}>
      {column.label}
      <span aria-hidden="true">{isOn ? (sort.order === 'ASC' ? ' ↑' : ' ↓') : ''}</span>
    </button>
  )
}

const Rows = <Row extends RaRecord>(props: Props<Row>) => {
  const { resource, one, many, columns, title, fresh = [] } = props
  const list = useListContext<Row>()
  const { error, isPending, sort, refetch } = list
  const { data = [], total = data.length } = list
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (isPending) return <Reading />
  return (
    <>
      <p role="status">{sayHowMany(total, one, many)}</p>
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={data}
        keyOf={({ id }) => String(id)}
        none={<Nothing many={many} at={`/${resource}`} fresh={fresh} />}
        sortedBy={sort}
        head={(column) => <SortButton column={column} />}
      />
      <Pages />
    </>
  )
}

/**
 * A list: filters, sorting, pages and a CSV of what is listed, all in the address and nowhere else.
 */
export const ListPage = <Row extends RaRecord>(props: Props<Row>) => {
  const { resource, title, columns, filters = [], begins, crumbs, above, fresh = [] } = props
  const { at, knownAt } = useAsAt()
  return (
    <ListBase
      resource={resource}
      sort={sources[resource].sort}
      perPage={PER_PAGE}
      {...(begins && { filterDefaultValues: begins })}
      storeKey={false}
      queryOptions={{ meta: { at, knownAt } }}
      disableAuthentication
    >
      <PageHead title={title} {...(crumbs && { crumbs })}>
        <Actions at={`/${resource}`} actions={fresh} />
        <ExportButton resource={resource} columns={columns} />
      </PageHead>
      {above}
      <div className="card">
        {filters.length > 0 && <Filters filters={filters} />}
        <Rows {...props} />
      </div>
    </ListBase>
  )
}
