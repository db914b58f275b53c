import { hash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type {
  GraphQLRequestContextDidResolveOperation, GraphQLRequestContextResponseForOperation,
  GraphQLRequestContextWillSendResponse, GraphQLResponse,
} from '@apollo/server'
import type { ExecutionResult } from 'graphql'
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

/** Recognises a mutation that its client named, and looks whether it has acted before. */
export const recognise = async ({
  operationName, source, request, contextValue,
}: GraphQLRequestContextDidResolveOperation<Context>): Promise<void> => {
  const { requestId } = contextValue
  if (requestId === null || !isUuid(requestId)) return
  contextValue.repeatable = repeatableOf(requestId, [source, operationName, request.variables])
  const own = ownRequestOf(contextValue)
  if (!own) return
  const answer = await awaitAnswer(contextValue, own)
  if (answer === null) throw answerLost(own.repeatable)
  own.repeatable.answer = answer ?? null
}

/** What a repeat is answered, in place of doing anything. */
export const answerAgain = ({
  contextValue: { repeatable }, response: { http },
}: GraphQLRequestContextResponseForOperation<Context>): GraphQLResponse | null => {
  const answer = repeatable?.answer
  if (!answer) return null
  const singleResult: ExecutionResult = answer
  return { http, body: { kind: 'single', singleResult } }
}

/** Keeps the answer of a request that has acted, or takes that of its twin which acted first. */
export const settle = async ({
  contextValue, response,
}: GraphQLRequestContextWillSendResponse<Context>): Promise<void> => {
  const own = ownRequestOf(contextValue)
  if (!own || own.repeatable.acted === 'NOT_YET' || response.body.kind !== 'single') return
  if (own.repeatable.acted === 'NOW') {
    await keepAnswer(contextValue.database, own, response.body.singleResult)
    return
  }
  const singleResult = await awaitAnswer(contextValue, own)
  if (singleResult) response.body = { kind: 'single', singleResult }
}
