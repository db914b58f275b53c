import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  ApolloServer, HeaderMap, type HTTPGraphQLResponse, type ApolloServerPlugin,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Authenticator } from './access/authenticate.js'
import type { Context } from './access/context.js'
import type { ChangeMaker } from './changes/make-change.js'
import { compiledQueries } from './compiled-queries.js'
import { formatError } from './format-error.js'
import { answeredAsKnown } from './known-at.js'
import type { Actor } from './kernel/actor.js'
import { Refusal } from './kernel/refusal.js'
import { RequestContext } from './request-context.js'

const BODY_BYTES_MAX = 2_000_000

/** What a request is answered with. */
export const contextOf = (
  maker: ChangeMaker,
  actor: Actor | null,
  requestId: string | null = null,
): Context => new RequestContext(maker, actor, requestId)

/** Apollo over a schema; `plugins` beside those that every server has. */
export const apolloOn = (
  schema: GraphQLSchema,
  plugins: ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // Apollo's own page would come from a host of Apollo's.
      ApolloServerPluginLandingPageDisabled(),
      answeredAsKnown(schema),
      compiledQueries(schema),
      ...plugins,
    ],
  })

const send = (
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body)
}

const sendErrors = (response: ServerResponse, status: number, code: string, message: string) => {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const challenge: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}
  send(response, status, body, { 'content-type': 'application/json; charset=utf-8', ...challenge })
}

class TooLarge extends Error {}
class NotJson extends Error {}

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // Read to its end, though not kept: stopping here would cut the client off unanswered.
    if (bytes <= BODY_BYTES_MAX) chunks.push(chunk)
  }
  if (bytes > BODY_BYTES_MAX) throw new TooLarge()
  if (request.method === 'GET' || bytes === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new NotJson()
  }
}

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
  for (const [name, value] of headers) response.setHeader(name, value)
  response.statusCode = status ?? 200
  if (body.kind === 'complete') {
    response.end(body.string)
    return
  }
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}

/** What a server answers with. */
export interface Answering {
  readonly maker: ChangeMaker
  readonly authenticator: Authenticator
  readonly apollo: ApolloServer<Context>
}

const requestIdOf = ({ headers }: IncomingMessage): string | null => {
  const id = headers['x-request-id']
  return typeof id === 'string' ? id : null
}

const answerGraphQL = async (
  { maker, authenticator, apollo }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const actor = await authenticator.authenticate(request.headers.authorization)
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

/** One answer for each way in which a request fails before GraphQL sees it. */
const answerFailure = (response: ServerResponse, error: unknown): void => {
  if (error instanceof Refusal) {
    sendErrors(response, 401, error.code, error.message)
  } else if (error instanceof TooLarge) {
    const message = `A request may have ${BODY_BYTES_MAX} bytes at most. Ask in parts.`
    sendErrors(response, 413, 'REQUEST_TOO_LARGE', message)
  } else if (error instanceof NotJson) {
    sendErrors(response, 400, 'BAD_REQUEST', 'The body of the request is not JSON.')
  } else if (!(response.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET')) {
    // Somebody who hung up is not answered, and no failure of ours.
    console.error(error)
    const message = 'Holdfast failed to answer; the failure is in its log.'
    sendErrors(response, 500, 'INTERNAL_SERVER_ERROR', message)
  }
}

const failed = (response: ServerResponse) => (error: unknown): void =>
  answerFailure(response, error)

const EXAMPLE = `# Queries go to /graphql. Set your token under “Headers”:
#   { "Authorization": "Bearer …" }
{
  region(code: "Q31") {
    name
    rulingCounts(activity: UPLOAD) { permitted refused }
  }
}
`

/** The page is nine megabytes: it is loaded when somebody first asks for it. */
const sendGraphiql = async (response: ServerResponse): Promise<void> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const options = { title: 'Holdfast GraphiQL', endpoint: '/graphql', defaultQuery: EXAMPLE }
  send(response, 200, renderGraphiQL(options), { 'content-type': 'text/html; charset=utf-8' })
}

/** The HTTP server: GraphQL straight from node:http, and a page to try it on. */
export const createHttpServer = (answering: Answering): Server => {
  // Node would drop the second of two Authorization headers; joined, they are a bad one.
  return createServer({ joinDuplicateHeaders: true }, (request, response) => {
    const path = (request.url ?? '/').split('?')[0]
    if (path === '/graphql') {
      answerGraphQL(answering, request, response).catch(failed(response))
    } else if (path === '/graphiql') {
      sendGraphiql(response).catch(failed(response))
    } else if (path === '/') {
      send(response, 302, '', { location: '/graphiql' })
    } else {
      send(response, 404, 'Nothing is here. GraphQL is at /graphql, a page for it at /graphiql.\n')
    }
  })
}
