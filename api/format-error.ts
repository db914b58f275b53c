import { ArgumentValidationError } from 'type-graphql'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ValidationError } from 'class-validator'
import { Refusal } from './kernel/refusal.js'
import { sayPlainly } from './access/plain-rules.js'
import { logFault } from './watch/log.js'
import { refusals } from './watch/metrics.js'

interface FieldError {
  readonly field: string
  readonly rules: readonly string[]
}

/** Which fields broke which rules. What was sent is not repeated. */
const fieldErrors = (errors: readonly ValidationError[], above = ''): FieldError[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...(constraints
      ? [{ field: above + property, rules: Object.values(constraints).map(sayPlainly) }]
      : []),
    ...fieldErrors(children ?? [], `${above}${property}.`),
  ])

const withExtensions = (
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLFormattedError => ({
  message,
  ...(locations && { locations }),
  ...(path && { path }),
  extensions,
})

const formatValidation = (formatted: GraphQLFormattedError, errors: ValidationError[]) => {
  const fields = fieldErrors(errors)
  const rules = fields.flatMap((each) => each.rules).join('; ')
  return withExtensions(formatted, `Something in the input is wrong: ${rules}.`, {
    code: 'INVALID_INPUT',
    validationErrors: fields,
  })
}

/** Anything that nobody foresaw is logged here, and told to nobody else. */
const formatFault = (formatted: GraphQLFormattedError, cause: unknown) => {
  logFault(cause)
  const message = 'Holdfast failed to answer; the failure is in its log.'
  return withExtensions(formatted, message, { code: 'INTERNAL_SERVER_ERROR' })
}

/** Where a parser tells what stands in the query: the kind of a token, or what is wrong with it. */
const ECHO = /(\b(?:Name|Int|Float|String|BlockString)|:) "[\s\S]*$/

/** GraphQL's own words about a request, without what they repeat of it. */
const withoutEcho = (formatted: GraphQLFormattedError): GraphQLFormattedError => {
  const { message, extensions } = formatted
  switch (extensions?.code) {
    case 'GRAPHQL_PARSE_FAILED':
      return { ...formatted, message: message.replace(ECHO, '$1 …') }
    case 'OPERATION_RESOLUTION_FAILURE':
      return { ...formatted, message: 'The query has no operation of the name that was given.' }
    default:
      return formatted
  }
}

const format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const cause = error instanceof GraphQLError ? (error.originalError ?? null) : error
  if (cause instanceof Refusal) {
    return withExtensions(formatted, cause.message, { code: cause.code, ...cause.details })
  }
  if (cause instanceof ArgumentValidationError) {
    return formatValidation(formatted, cause.extensions.validationErrors)
  }
  // Errors without a cause are GraphQL's own, about the request; or about what we answered.
  if (cause === null || cause instanceof GraphQLError) {
    if (formatted.extensions?.code === 'INTERNAL_SERVER_ERROR') return formatFault(formatted, error)
    return withoutEcho(formatted)
  }
  return formatFault(formatted, cause)
}

/** One mapping of every error to what the caller is told; each is counted by its code. */
export const formatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError => {
  const told = format(formatted, error)
  refusals.add(String(told.extensions?.code))
  return told
}
