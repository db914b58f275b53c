import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import { OperationTypeNode, type GraphQLSchema } from 'graphql'
import type { Context } from '../access/context.js'
import { answerAgain, recognise, settle } from './act-once.js'
import { costLimit } from './limit-cost.js'
import { tellErrors } from './tell-errors.js'

const NOTHING = Promise.resolve()

/**
 * What stands around every request: its cost is limited and counted, a mutation that comes again
 * acts once, errors are told as they should be. One listener serves all requests, so that nothing
 * is made for one; what is known of one is in its context.
 */
export const guarded = (schema: GraphQLSchema): ApolloServerPlugin<Context> => {
  const limitCost = costLimit(schema)
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation(request) {
      const { operation } = request
      // There is none where several are sent and none is named.
      if (!operation) return
      const more = limitCost(request, operation)
      if (more > 0) await request.contextValue.countRequest(more)
      if (operation.operation === OperationTypeNode.MUTATION) await recognise(request)
    },
    responseForOperation: (request) => Promise.resolve(answerAgain(request)),
    willSendResponse: (request) => (request.contextValue.repeatable ? settle(request) : NOTHING),
    didEncounterErrors: (request) => {
      tellErrors(request)
      return NOTHING
    },
  }
  const begun = Promise.resolve(listener)
  return { requestDidStart: () => begun }
}
