import { hash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import { OperationTypeNode, type ExecutionResult } from 'graphql'
import type { Context, Repeatable } from '../access/context.js'
import { answerLost, findAnswer, keepAnswer, type OwnRequest } from '../changes/act-once.js'
import { isUuid } from '../kernel/uuid.js'

const ANSWER_WAITS_MS = 3_000
const POLL_MS = 50

const ownRequestOf = ({ actor, repeatable }: Context): OwnRequest | null =>
  actor && repeatable ? { actor, repeatable } : null

/**
 * The answer of a request that has acted, which may still be on its way there; null where it does
 * not come, undefined where the request has not acted.
 */
const awaitAnswer = async (
  context: Context,
  own: OwnRequest,
): Promise<object | null | undefined> => {
  const { database, clock } = context
  const giveUpMs = performance.now() + ANSWER_WAITS_MS
  let answer = await findAnswer(database, own, clock.nowMs())
  while (answer === null && performance.now() < giveUpMs) {
    await setTimeout(POLL_MS)
    answer = await findAnswer(database, own, clock.nowMs())
  }
  return answer
}

const repeatableOf = (id: string, body: readonly unknown[]): Repeatable => ({
  id,
  bodyHash: hash('sha256', JSON.stringify(body)),
  run: randomUUID(),
  acted: 'NOT_YET',
  answer: null,
})

/** One for all requests; what it knows of one is in that one's context. */
const listener: GraphQLRequestListener<Context> = {
  async didResolveOperation({ operation, operationName, source, request, contextValue }) {
    const { requestId } = contextValue
    if (operation?.operation !== OperationTypeNode.MUTATION) return
    if (requestId === null || !isUuid(requestId)) return
    const body = [source, operationName, request.variables]
    contextValue.repeatable = repeatableOf(requestId, body)
    const own = ownRequestOf(contextValue)
    if (!own) return
    const answer = await awaitAnswer(contextValue, own)
    if (answer === null) throw answerLost(own.repeatable)
    own.repeatable.answer = answer ?? null
  },

  responseForOperation({ contextValue: { repeatable }, response: { http } }) {
    const answer = repeatable?.answer
    if (!answer) return Promise.resolve(null)
    const singleResult: ExecutionResult = answer
    return Promise.resolve({ http, body: { kind: 'single' as const, singleResult } })
  },

  async willSendResponse({ contextValue, response }) {
    const own = ownRequestOf(contextValue)
    if (!own || own.repeatable.acted === 'NOT_YET' || response.body.kind !== 'single') return
    if (own.repeatable.acted === 'NOW') {
      await keepAnswer(contextValue.database, own, response.body.singleResult)
      return
    }
    // The same request came twice at once, and this was the later one.
    const singleResult = await awaitAnswer(contextValue, own)
    if (singleResult) response.body = { kind: 'single', singleResult }
  },
}

/** Lets a mutation that its client named act once, and answers it again as it was answered. */
export const actingOnce = (): ApolloServerPlugin<Context> => ({
  requestDidStart: () => Promise.resolve(listener),
})
