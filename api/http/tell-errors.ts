import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import type { Context } from '../access/context.js'

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

const answerInFull = ({ extensions }: GraphQLError): void => {
  const { status = 400 } = (extensions.http ?? {}) as { status?: number }
  if (status === 400) extensions.http = { status: 200 }
}

/** What GraphQL found wrong with a request that was one. */
const ABOUT_THE_DOCUMENT = [
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]

/** One for all requests: nothing is made for a request that goes well. */
const listener: GraphQLRequestListener<Context> = {
  didEncounterErrors: ({ errors, request, contextValue }) => {
    const found = errors.filter(({ extensions }) =>
      ABOUT_THE_DOCUMENT.includes(String(extensions.code)),
    )
    if (readsErrorsInFull(request.http?.headers.get('accept'))) found.forEach(answerInFull)
    if (contextValue.actor === null) found.forEach(suggestNothing)
    return Promise.resolve()
  },
}

/** How errors are told: with which status, and to whom with how much help. */
export const toldErrors = (): ApolloServerPlugin<Context> => ({
  requestDidStart: () => Promise.resolve(listener),
})
