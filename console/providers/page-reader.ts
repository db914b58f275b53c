import type { Asking } from '../graphql/tada.js'
import { placesOf, type Places } from './places-of.js'
import type { ListVariables, Page, Row, Source } from './source.js'

/** The API answers no more rows at once. */
export const PAGE_MAX = 200

/** A list that changes while it is read from its end is read again, this often at most. */
const TRIES = 3

const OPPOSITE = { ASC: 'DESC', DESC: 'ASC' } as const

type List = Source['list']
type Variables = Omit<ListVariables, 'first' | 'after'>

/** How the document of a list is asked. */
export type AskPage = <Of extends Places>(
  document: Asking<{ page: Of }>,
  variables: ListVariables,
  options: { readonly signal?: AbortSignal },
) => Promise<{ page: Of }>

export interface WantedPage {
  readonly variables: Variables
  readonly page: number
  readonly perPage: number
  readonly signal?: AbortSignal
}

/** A list from one of its ends: how it is asked, and the cursors by how many rows are before. */
interface Way {
  readonly variables: Variables
  readonly cursors: Map<number, string>
}

/** What has been seen of a list so far. */
interface Seen {
  total: number | null
  readonly onward: Way
  /** From the end, in the opposite order; null where the API was not told any order. */
  readonly back: Way | null
}

interface Reading {
  readonly list: List
  readonly seen: Seen
  readonly options: { readonly signal?: AbortSignal }
}

/** Which rows: so many after so many others. */
interface Span {
  readonly from: number
  readonly first: number
}

const unseen = (variables: Variables): Seen => {
  const { orderBy } = variables
  const turned = orderBy && { ...orderBy, direction: OPPOSITE[orderBy.direction] }
  return {
    total: null,
    onward: { variables, cursors: new Map() },
    back: turned ? { variables: { ...variables, orderBy: turned }, cursors: new Map() } : null,
  }
}

/** The last place up to a wanted one whose cursor is known; the beginning, where none is. */
const nearest = ({ cursors }: Way, wanted: number): number =>
  Math.max(0, ...[...cursors.keys()].filter((place) => place <= wanted))

const stepsTo = (way: Way, { from }: Span): number => from - nearest(way, from)

/** The same rows, counted from the end of a list. */
const fromEnd = ({ from, first }: Span, total: number): Span => {
  const end = Math.max(0, total - from)
  return { from: Math.max(0, end - first), first: Math.min(first, end) }
}

/**
 * Reads pages of lists by their numbers. The API goes on from a cursor, not from a number: a page
 * that nobody has been near is walked to, over the places of the rows before it, from the nearer
 * end of the list. From the far end it is asked for in the opposite order, and turned round.
 */
export class PageReader {
  private readonly lists = new Map<List, Map<string, Seen>>()

  constructor(private readonly ask: AskPage) {}

  async pageOf(list: List, wanted: WantedPage): Promise<Page<Row>> {
    const { variables, page, perPage: first, signal } = wanted
    const span = { from: (page - 1) * first, first }
    const seen = this.seenOf(list, variables)
    const reading = { list, seen, options: signal ? { signal } : {} }
    const { onward, back } = seen
    // A page follows the one before it, though the list has grown meanwhile.
    if (!back || stepsTo(onward, span) === 0) return this.read(reading, onward, span)
    return this.fromNearerEnd(reading, back, span)
  }

  private async fromNearerEnd(reading: Reading, back: Way, span: Span): Promise<Page<Row>> {
    const { seen } = reading
    for (let tries = TRIES; ; tries -= 1) {
      const total = seen.total ?? (await this.count(reading))
      const turned = fromEnd(span, total)
      if (stepsTo(seen.onward, span) <= stepsTo(back, turned) && span.from < total) {
        return this.read(reading, seen.onward, span)
      }
      const page = await this.read(reading, back, turned)
      if (page.totalCount === total || tries === 1) {
        return { ...page, edges: page.edges.toReversed() }
      }
      // Counted from its end, other rows stand there by now.
      back.cursors.clear()
    }
  }

  private seenOf(list: List, variables: Variables): Seen {
    const ofList = this.lists.get(list) ?? new Map<string, Seen>()
    this.lists.set(list, ofList)
    const key = JSON.stringify(variables)
    const seen = ofList.get(key) ?? unseen(variables)
    ofList.set(key, seen)
    return seen
  }

  private async count({ list, seen, options }: Reading): Promise<number> {
    const { page } = await this.ask(
      placesOf(list), { ...seen.onward.variables, first: 0, after: null }, options,
    )
    seen.total = page.totalCount
    return page.totalCount
  }

  /** Reads some rows from one end, walking over those before them. */
  private async read(reading: Reading, way: Way, { from, first }: Span): Promise<Page<Row>> {
    let place = nearest(way, from)
    while (place < from) {
      const step = { from: place, first: Math.min(PAGE_MAX, from - place) }
      const { edges, totalCount } = await this.step(placesOf(reading.list), reading, way, step)
      place += edges.length
      if (edges.length < step.first) return { totalCount, edges: [] }
    }
    return this.step(reading.list, reading, way, { from, first })
  }

  /** Reads rows from a place whose cursor is known, and keeps the cursor after them. */
  private async step<Of extends Places>(
    document: Asking<{ page: Of }>,
    { seen, options }: Reading,
    { variables, cursors }: Way,
    { from, first }: Span,
  ): Promise<Of> {
    const after = cursors.get(from) ?? null
    const { page } = await this.ask(document, { ...variables, first, after }, options)
    seen.total = page.totalCount
    const last = page.edges.at(-1)
    if (last) cursors.set(from + page.edges.length, last.cursor)
    return page
  }
}
