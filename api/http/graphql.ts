import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server'
import type { Authenticator } from '../access/authenticate.js'
import type { Context } from '../access/context.js'
import type { Rates } from './rates.js'
import { readBody } from './read-body.js'
import { admit } from './admit.js'
import { allowIfNoBrowser } from './no-browser.js'
import { refuseUnlikely } from './refuse-unlikely.js'
import { contextOf, type Answerer } from './request-context.js'
import { requestIdOf } from './request-ids.js'
import type { Streams } from './stream.js'
import { together } from './together.js'
import { noteActor } from './watch-requests.js'

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
    const bytes = Buffer.byteLength(body.string)
    await together(bytes)
    // Its length told, header and body leave in one piece.
    headers.set('content-length', String(bytes))
    response.writeHead(status ?? 200, Object.fromEntries(headers)).end(body.string)
    return
  }
  response.writeHead(status ?? 200, Object.fromEntries(headers))
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}

/** What a server answers with. */
export interface Answering {
  readonly maker: Answerer
  readonly authenticator: Authenticator
  readonly apollo: ApolloServer<Context>
  /** Subscriptions; left out where none are served. */
  readonly streams?: Streams
  /** Left out, nobody is limited in how often they ask. */
  readonly rates?: Rates
}

/** Answers a request to GraphQL. */
export const answerGraphQL = async (
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { maker, apollo, authenticator, rates } = answering
  noteActor(request, await admit(answering, request))
  const body = await readBody(request)
  // A body may be long on its way: a token that ended meanwhile counts no more.
  const actor = await authenticator.authenticate(request.headers.authorization)
  await together(Number(request.headers['content-length'] ?? Infinity))
  refuseUnlikely(body)
  const counted = rates ? { rates, client: rates.clientOf(actor, request) } : null
  const { method = 'GET', url = '' } = request
  const headers = headersOf(request)
  if (method === 'GET') allowIfNoBrowser(headers)
  const query = url.indexOf('?')
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method,
      headers,
      body,
      search: query < 0 ? '' : url.slice(query),
    },
    context: () => Promise.resolve(contextOf(maker, actor, requestIdOf(request), counted)),
  })
  await sendAnswer(response, answer)
}
