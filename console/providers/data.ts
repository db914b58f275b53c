import type { DataProvider, GetListParams } from 'react-admin'
import { ask } from '../graphql/ask.js'
import { sources } from '../sources.js'
import { pages } from './pages.js'
import type { ListVariables, Row, Source } from './source.js'

const sourceOf = (resource: string): Source => {
  const source = (sources as Readonly<Record<string, Source | undefined>>)[resource]
  if (!source) throw new Error(`Nothing is known of the resource ${resource}.`)
  return source
}

/** The moment looked at, and the moment of knowing, as every query carries them. */
const momentsOf = ({ meta }: { meta?: { at?: string; knownAt?: string } }) => ({
  at: meta?.at ?? null,
  knownAt: meta?.knownAt ?? null,
})

const orderOf = ({ field, order }: { field: string; order: string }, source: Source) =>
  source.sorts.includes(field)
    ? { field, direction: order === 'DESC' ? ('DESC' as const) : ('ASC' as const) }
    : null

/** What a list of react-admin asks of the API, but for its page. */
export const listOf = (
  source: Source,
  { sort, filter, meta }: Pick<GetListParams, 'sort' | 'filter' | 'meta'>,
): Omit<ListVariables, 'first' | 'after'> => ({
  filter: filter ?? null,
  orderBy: sort ? orderOf(sort, source) : null,
  ...momentsOf({ meta }),
})

const getOne = async (resource: string, id: string, params: object): Promise<Row> => {
  const { one } = sourceOf(resource)
  if (!one) throw new Error(`${resource} are read in lists alone.`)
  const { row } = await ask(one, { id, ...momentsOf(params) })
  if (row) return row
  throw new Error(`There is no ${id} here, or it is not for you to see.`)
}

/** Changes are commands, which have pages of their own (shared/command): never a save of a row. */
const noSuchThing = (): never => {
  throw new Error('What Holdfast governs is changed by its commands alone.')
}

/** Reads lists and rows for react-admin, as `sources` says for each resource. */
export const dataProvider = {
  supportAbortSignal: true,
  getList: async (resource: string, params: GetListParams) => {
    const source = sourceOf(resource)
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 }
    const { edges, totalCount } = await pages.pageOf(source.list, {
      variables: listOf(source, params),
      page,
      perPage,
      ...(params.signal && { signal: params.signal }),
    })
    return { data: edges.map(({ node }) => node), total: totalCount }
  },
  getOne: async (resource: string, params: { id: string }) => ({
    data: await getOne(resource, params.id, params),
  }),
  getMany: async (resource: string, params: { ids: readonly string[] }) => ({
    data: await Promise.all(params.ids.map((id) => getOne(resource, id, params))),
  }),
  getManyReference: noSuchThing,
  create: noSuchThing,
  update: noSuchThing,
  updateMany: noSuchThing,
  delete: noSuchThing,
  deleteMany: noSuchThing,
} as unknown as DataProvider
