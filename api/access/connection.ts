import { Max, Min } from 'class-validator'
import {
  ArgsType, Field, InputType, Int, ObjectType, registerEnumType, type ClassType,
} from 'type-graphql'
import type { Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import { KNOWN_AT } from './args.js'
import { GraphQLMoment } from './scalars.js'

export const PAGE_MAX = 200
const PAGE_DEFAULT = 50

export const Direction = { ASC: 'ASC', DESC: 'DESC' } as const
export type Direction = keyof typeof Direction
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way a list is sorted.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest or first letter first.' },
    DESC: { description: 'Largest, latest or last letter first.' },
  },
})

/** Which page of a list is wanted. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: PAGE_DEFAULT,
    description: `How many to answer, at most ${PAGE_MAX}.`,
  })
  @Min(0)
  @Max(PAGE_MAX)
  first!: number

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which the page begins; from the start where it is left out.',
  })
  after?: string | null
}

@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether the page begins after a cursor.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'The cursor of the first on the page.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'The cursor of the last on the page.' })
  endCursor!: string | null
}

/** One page of a list. */
export interface Connection<Node> {
  readonly edges: readonly { cursor: string; node: Node }[]
  readonly pageInfo: PageInfo
  readonly totalCount: number
}

/** The GraphQL types of a list of some type: `PracticeConnection` and `PracticeEdge`. */
export const connectionOf = <Node extends object>(
  node: ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> => {
  @ObjectType(`${name}Edge`, { description: `One of a list of ${name}.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Its place in the list, for `after`.' })
    cursor!: string

    @Field(() => node, { description: 'What stands there.' })
    node!: Node
  }

  @ObjectType(`${name}Connection`, {
    description: `One page of a list of ${name}.`,
    simpleResolvers: true,
  })
  class NodeConnection implements Connection<Node> {
    @Field(() => [Edge], { description: 'What is on the page, in order.' })
    edges!: Edge[]

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo

    @Field(() => Int, { description: 'How many the whole list has.' })
    totalCount!: number
  }
  return NodeConnection
}

type SortValue = string | number
/** A place in a sorted list: what it is sorted by, and the key that settles ties. */
type Place = readonly [SortValue, SortValue]

export const encodeCursor = (place: readonly SortValue[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

const isSortValue = (value: unknown): value is SortValue =>
  typeof value === 'string' || typeof value === 'number'

/** The place a cursor names, or a refusal: a cursor is used as it was given, never made. */
export const decodeCursor = (cursor: string): readonly SortValue[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.every(isSortValue)) return place
  } catch {
    // Said below, as for any other text that is no cursor.
  }
  throw new Refusal('INVALID_INPUT', '`after` is not a cursor of this list.', { field: 'after' })
}

const compareValues = (a: SortValue, b: SortValue): number => (a < b ? -1 : a > b ? 1 : 0)

const comparePlaces = (a: Place, b: Place, direction: Direction): number => {
  const order = compareValues(a[0], b[0]) || compareValues(a[1], b[1])
  return direction === 'ASC' ? order : -order
}

/** How a list is sorted. `by` must be of one type throughout the list. */
export interface Sorting<Node> {
  readonly by: (node: Node) => SortValue
  readonly key: (node: Node) => SortValue
  readonly direction: Direction
}

/**
 * One page of a list: sorted, ties settled by the key, so that a page follows the one before it
 * though the list has grown meanwhile.
 */
export const pageOf = <Node>(
  nodes: Iterable<Node>,
  { by, key, direction }: Sorting<Node>,
  { first, after }: PageArgs,
): Connection<Node> => {
  const placed = Array.from(nodes, (node) => ({ node, place: [by(node), key(node)] as const }))
  placed.sort((a, b) => comparePlaces(a.place, b.place, direction))
  const from = after ? (decodeCursor(after) as Place) : null
  const rest = from
    ? placed.filter(({ place }) => comparePlaces(place, from, direction) > 0)
    : placed
  const edges = rest
    .slice(0, first)
    .map(({ node, place }) => ({ node, cursor: encodeCursor(place) }))
  return {
    edges,
    totalCount: placed.length,
    pageInfo: {
      hasNextPage: rest.length > edges.length,
      hasPreviousPage: from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** A field that a list can be sorted by. */
interface SortField<Node> {
  readonly description: string
  readonly by: (node: Node) => SortValue
}

/** What a caller says of the order of a list. */
export interface Order {
  readonly field: string
  readonly direction: Direction
}

/** The orders of a list: its input type, and the sorting that an input asks for. */
export interface Orders<Node> {
  readonly Input: ClassType<Order>
  sorting(order: Order | null | undefined): Sorting<Node>
}

/** The ways to sort a list: `PracticeOrder`, by `PracticeOrderField`; the first is the usual. */
export const ordersOf = <Node>(
  name: string,
  key: (node: Node) => SortValue,
  fields: Readonly<Record<string, SortField<Node>>>,
): Orders<Node> => {
  const names = Object.fromEntries(Object.keys(fields).map((field) => [field, field]))
  const valuesConfig = Object.fromEntries(
    Object.entries(fields).map(([field, { description }]) => [field, { description }]),
  )
  const description = `What a list of ${name} can be sorted by.`
  registerEnumType(names, { name: `${name}OrderField`, description, valuesConfig })

  @InputType(`${name}Order`, { description: `How a list of ${name} is sorted.` })
  class Input implements Order {
    @Field(() => names, { description: 'By what.' })
    field!: string

    @Field(() => Direction, { defaultValue: Direction.ASC, description: 'Which way.' })
    direction!: Direction
  }
  const usual = Object.keys(fields)[0] ?? ''
  return {
    Input,
    sorting: (order) => {
      const sorted = fields[order?.field ?? usual]
      return { key, by: sorted?.by ?? key, direction: order?.direction ?? Direction.ASC }
    },
  }
}

/** What a list under another thing can be asked: which page, and as at which moment. */
@ArgsType()
export class PageAtArgs extends PageArgs {
  @Field(() => GraphQLMoment, {
    nullable: true,
    description: 'The moment that dated things are looked at; now where it is left out.',
  })
  at?: Moment | null
}

/** What every list of governed facts can be asked: also, as known at which moment. */
@ArgsType()
export class ListArgs extends PageAtArgs {
  @Field(() => GraphQLMoment, { nullable: true, description: KNOWN_AT })
  knownAt?: Moment | null
}

/** Whether any of some texts holds what is searched for, whatever the case of its letters. */
export const matches = (search: string | null | undefined, ...texts: readonly string[]): boolean =>
  !search || texts.some((text) => text.toLowerCase().includes(search.toLowerCase()))
