import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { isDay, toMoment, type Day, type Moment } from '../kernel/moment.js'

const DATE_TIME =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

// Earlier, London kept a time of its own; later, text order is no longer time order.
const FIRST_DAY = '1900-01-01'
const FIRST_MS = Date.parse(`${FIRST_DAY}T00:00:00.000Z`)
const YEAR_TEN_THOUSAND_MS = Date.parse('+010000-01-01T00:00:00.000Z')

const readMoment = (value: unknown, nodes?: ValueNode): Moment => {
  if (typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10))) {
    const ms = Date.parse(value)
    if (!Number.isNaN(ms) && ms >= FIRST_MS && ms < YEAR_TEN_THOUSAND_MS) return toMoment(ms)
  }
  throw new GraphQLError('A DateTime, from 1900 on, is written like 2010-04-16T09:00:00Z.', {
    nodes,
  })
}

const readDay = (value: unknown, nodes?: ValueNode): Day => {
  if (typeof value === 'string' && isDay(value) && value >= FIRST_DAY) return value
  throw new GraphQLError('A Date, from 1900 on, is written like 2010-04-16.', { nodes })
}

type Read = (value: unknown, node?: ValueNode) => string

const textScalar = (name: string, description: string, read: Read) =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
  })

export const GraphQLMoment = textScalar(
  'DateTime',
  'A moment, ISO 8601 with a zone, answered in UTC: 2010-04-16T09:00:00.000Z.',
  readMoment,
)

export const GraphQLDay = textScalar(
  'Date',
  'A day of London: 2010-04-16.',
  readDay,
)
