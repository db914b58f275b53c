import { ask, textOf } from '../graphql/ask.js'
import type { ListVariables, Page, Row, Source } from './source.js'

/** The API answers no more rows at once. */
const PAGE_MAX = 200

interface Wanted {
  readonly variables: Omit<ListVariables, 'first' | 'after'>
  readonly page: number
  readonly perPage: number
  /** How many rows are walked at once. */
  readonly most?: number
  readonly signal?: AbortSignal
}

/** Where pages end, by list and place: the API goes on from a cursor, not from a number. */
const cursors = new Map<string, string>()

const keyOf = (list: Source['list'], variables: Wanted['variables'], place: number): string =>
  JSON.stringify([textOf(list), variables, place])

/** The last place before a wanted one whose cursor is known; the start, where none is. */
const nearest = (list: Source['list'], variables: Wanted['variables'], wanted: number): number => {
  for (let place = wanted; place > 0; place -= 1) {
    if (cursors.has(keyOf(list, variables, place))) return place
  }
  return 0
}

const read = async (
  list: Source['list'],
  { variables, signal }: Pick<Wanted, 'variables' | 'signal'>,
  { from, first }: { from: number; first: number },
): Promise<Page<Row>> => {
  const after = cursors.get(keyOf(list, variables, from)) ?? null
  const { page } = await ask(list, { ...variables, first, after }, { ...(signal && { signal }) })
  const last = page.edges.at(-1)
  if (last) cursors.set(keyOf(list, variables, from + page.edges.length), last.cursor)
  return page
}

/** A page by its number. Where nobody has been near it yet, the rows before it are walked. */
export const pageOf = async (
  list: Source['list'],
  { page, perPage, most = PAGE_MAX, ...rest }: Wanted,
): Promise<Page<Row>> => {
  const wanted = (page - 1) * perPage
  let place = nearest(list, rest.variables, wanted)
  while (place < wanted) {
    const first = Math.min(most, wanted - place)
    const { edges } = await read(list, rest, { from: place, first })
    if (edges.length < first) return { totalCount: place + edges.length, edges: [] }
    place += edges.length
  }
  return read(list, rest, { from: wanted, first: perPage })
}

interface Telling {
  readonly tell?: (done: number, of: number) => void
  readonly most?: number | undefined
}

/** All rows of a list, a page after the other; tells how many of how many it has. */
export const allOf = async (
  list: Source['list'],
  variables: Wanted['variables'],
  { tell, most = PAGE_MAX }: Telling = {},
): Promise<Row[]> => {
  const rows: Row[] = []
  for (;;) {
    const { edges, totalCount } = await read(list, { variables }, {
      from: rows.length,
      first: most,
    })
    rows.push(...edges.map(({ node }) => node))
    tell?.(rows.length, totalCount)
    if (edges.length === 0 || rows.length >= totalCount) return rows
  }
}
