import type { GraphQLRequestContextDidEncounterErrors } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import type { Context } from '../access/context.js'
import { Refusal, type RefusalCode } from '../kernel/refusal.js'
import { LIMITS } from './limits.js'
import { headOf } from './status-of.js'

const SUGGESTION = / ?Did you mean .+\?$/

/** The schema is public; guessing at it is made no easier for whoever does not say who they are. */
const suggestNothing = (error: GraphQLError): void => {
  error.message = error.message.replace(SUGGESTION, '')
}

/**
 * Whether a caller names JSON and nothing newer. To such a client any status but 200 means that
 * GraphQL never saw the request (GraphQL over HTTP, 6.4.1); to all others the status tells.
 */
const readsErrorsInFull = (accept: string | undefined): boolean =>
  accept !== undefined &&
  accept.includes('application/json') &&
  !accept.includes('application/graphql-response+json')

const statusOf = ({ extensions }: GraphQLError): number | undefined =>
  extensions.http?.status

const TOO_LONG = `A document may have ${LIMITS.tokens} words and signs. Send long lists as variables.`
const TOO_DEEP = `A document may have ${LIMITS.depth} levels of fields in each other.`
const TOO_OFTEN =
  'The document names a field too often to be checked. Name it once, or ask in several requests.'

/** Limits that the library holds for us, by how it words them. */
const LIBRARY_LIMITS: readonly (readonly [RegExp, RefusalCode, string])[] = [
  [/^Syntax Error: Document contains more tha[nt] \d+ tokens/, 'QUERY_TOO_LONG', TOO_LONG],
  [/^Maximum call stack size exceeded/, 'QUERY_TOO_DEEP', TOO_DEEP],
  [/^Validation aborted/, 'QUERY_TOO_LONG', TOO_OFTEN],
]

const nameLibraryLimit = (error: GraphQLError): void => {
  const found = LIBRARY_LIMITS.find(([wording]) => wording.test(error.message))
  if (!found) return
  const [, code, message] = found
  error.message = message
  error.extensions.code = code
}

/** What GraphQL found wrong with a document and its variables, before it answered any of it. */
const ABOUT_THE_DOCUMENT = [
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]

const tell = (error: GraphQLError, accept: string | undefined, isKnown: boolean): void => {
  const refusal = error.originalError
  const head = refusal instanceof Refusal && !statusOf(error) ? headOf(refusal) : undefined
  if (head) Object.assign(error.extensions, { http: head })
  const ofDocument = ABOUT_THE_DOCUMENT.includes(String(error.extensions.code))
  if (ofDocument && !isKnown) suggestNothing(error)
  const isWrong = ofDocument ? (statusOf(error) ?? 400) === 400 : head?.status === 400
  if (isWrong && readsErrorsInFull(accept)) error.extensions.http = { status: 200 }
  if (ofDocument) nameLibraryLimit(error)
}

/** How errors are told: with which status, and to whom with how much help. */
export const tellErrors = ({
  errors, request, contextValue,
}: GraphQLRequestContextDidEncounterErrors<Context>): void => {
  const accept = request.http?.headers.get('accept')
  for (const error of errors) tell(error, accept, contextValue.actor !== null)
}
