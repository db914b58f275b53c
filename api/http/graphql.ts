import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server'
import type { Authenticator } from '../access/authenticate.js'
import type { Context } from '../access/context.js'
import type { ChangeMaker } from '../changes/make-change.js'
import { readBody } from './read-body.js'
import { contextOf } from './request-context.js'
import type { Streams } from './stream.js'
import { noteActor, requestIdOf } from './watch-requests.js'

const headersOf = (request: IncomingMessage): HeaderMap => {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

const sendAnswer = async (
  response: ServerResponse,
  { headers, status, body }: HTTPGraphQLResponse,
): Promise<void> => {
  if (body.kind === 'complete') {
    // Its length told, header and body leave in one piece.
    headers.set('content-length', String(Buffer.byteLength(body.string)))
    response.writeHead(status ?? 200, Object.fromEntries(headers)).end(body.string)
    return
  }
  response.writeHead(status ?? 200, Object.fromEntries(headers))
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}

/** What a server answers with. */
export interface Answering {
  readonly maker: ChangeMaker
  readonly authenticator: Authenticator
  readonly apollo: ApolloServer<Context>
  /** Subscriptions; left out where none are served. */
  readonly streams?: Streams
}

/** Answers a request to GraphQL. */
export const answerGraphQL = async (
  { maker, authenticator, apollo }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const actor = await authenticator.authenticate(request.headers.authorization)
  noteActor(request, actor)
  const body = await readBody(request)
  const { method = 'GET', url = '' } = request
  const query = url.indexOf('?')
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method,
      headers: headersOf(request),
      body,
      search: query < 0 ? '' : url.slice(query),
    },
    context: () => Promise.resolve(contextOf(maker, actor, requestIdOf(request))),
  })
  await sendAnswer(response, answer)
}
