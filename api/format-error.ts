import { ArgumentValidationError } from 'type-graphql'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ValidationError } from 'class-validator'
import { InvariantBroken } from './kernel/invariant.js'
import { Refusal } from './kernel/refusal.js'
import { sayPlainly } from './plain-rules.js'
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
  const message =
    cause instanceof InvariantBroken
      ? cause.message
      : 'Holdfast failed to answer; the failure is in its log.'
  return withExtensions(formatted, message, { code: 'INTERNAL_SERVER_ERROR' })
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
    if (formatted.extensions?.code === 'INTERNAL_SERVER_ERROR') logFault(error)
    return formatted
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
