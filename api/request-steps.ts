import type {
  ApolloServerPlugin, GraphQLRequestContextDidResolveOperation, GraphQLRequestListener,
} from '@apollo/server'
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql'
import type { Context } from './access/context.js'
import { compiledQueries } from './compiled-queries.js'
import { answerAgain, recognise, settle } from './http/act-once.js'
import { costLimit } from './http/limit-cost.js'
import { tellErrors } from './http/tell-errors.js'
import { answeredAsKnown } from './known-at.js'
import { wordedInput } from './worded-input.js'

const NOTHING = Promise.resolve()

/** A subscription would be answered once, with nothing: it is told where to go instead. */
const refuseSubscription = ({
  response,
}: GraphQLRequestContextDidResolveOperation<Context>): never => {
  response.http.status = 400
  const message = 'Subscriptions are served at /graphql/stream, by server-sent events.'
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
}

/**
 * What Holdfast does at each of Apollo's steps: the cost of a request is limited and counted, a
 * mutation that comes again acts once, queries are answered as known when they ask, and compiled,
 * and errors are told as they should be. One listener serves all requests, so that nothing is made
 * for one; what is known of one is in its context.
 */
export const requestSteps = (schema: GraphQLSchema): ApolloServerPlugin<Context> => {
  const limitCost = costLimit(schema)
  const answerAsKnown = answeredAsKnown(schema)
  const answerCompiled = compiledQueries(schema)
  const wordInput = wordedInput(schema)
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation(request) {
      const { operation } = request
      // There is none where several are sent and none is named.
      if (!operation) return
      const { operation: kind } = operation
      if (kind === OperationTypeNode.SUBSCRIPTION) refuseSubscription(request)
      const more = limitCost(request, operation)
      if (more > 0) await request.contextValue.countRequest(more)
      await answerAsKnown(request, operation)
      if (kind === OperationTypeNode.MUTATION) await recognise(request)
    },
    async responseForOperation(request) {
      return answerAgain(request) ?? answerCompiled(request)
    },
    willSendResponse(request) {
      wordInput(request)
      return request.contextValue.repeatable ? settle(request) : NOTHING
    },
    didEncounterErrors(request) {
      tellErrors(request)
      return NOTHING
    },
  }
  const begun = Promise.resolve(listener)
  return { requestDidStart: () => begun }
}
