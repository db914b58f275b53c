import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isDay, toMoment, type Day, type Moment } from '../kernel/moment.js'

const DATE_TIME =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

const readMoment = (value: unknown): Moment => {
  if (typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10))) {
    const ms = Date.parse(value)
    if (!Number.isNaN(ms) && ms >= YEAR_ONE_MS && ms < YEAR_TEN_THOUSAND_MS) return toMoment(ms)
  }
  throw new GraphQLError('A DateTime is written like 2010-04-16T09:00:00Z or with an offset.')
}

// Beyond these a moment is not written with four digits, and text order is no longer time order.
const YEAR_ONE_MS = Date.parse('0001-01-01T00:00:00.000Z')
const YEAR_TEN_THOUSAND_MS = Date.parse('+010000-01-01T00:00:00.000Z')

const readDay = (value: unknown): Day => {
  if (typeof value === 'string' && isDay(value) && value >= '0001-01-02') return value
  throw new GraphQLError('A Date is a day of the calendar, written like 2010-04-16.')
}

const textScalar = (name: string, description: string, read: (value: unknown) => string) =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
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
