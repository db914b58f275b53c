import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  getOperationAST, GraphQLError, OperationTypeNode, parse, type DocumentNode,
  type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema,
} from 'graphql'
import { createHandler, type Request, type RequestParams, type Response } from 'graphql-sse'
import { decodeJwt } from 'jose'
import type { Authenticator } from '../access/authenticate.js'
import type { ChangeMaker } from '../changes/make-change.js'
import { ChangeFeed } from '../events/change-feed.js'
import type { StreamContext } from '../events/rulings-changed.js'
import { Refusal } from '../kernel/refusal.js'
import { admit } from './admit.js'
import type { Rates } from './rates.js'
import { readBody } from './read-body.js'
import { sendErrors } from './send.js'
import { OpenStreams, type OpenStream } from './open-streams.js'

const QUERY_CHARACTERS_MAX = 5_000

/** What streams are served with. */
export interface Streaming {
  readonly maker: ChangeMaker
  readonly authenticator: Authenticator
  /** Left out, nobody is limited in how often they ask. */
  readonly rates?: Rates
  readonly schema: GraphQLSchema
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError
}

/** When a token that counts ends. */
const expiryOf = (authorization: string | undefined): number =>
  Number(decodeJwt(authorization?.replace(/^\S+\s+/, '') ?? '').exp) * 1_000

const badRequest = (message: string): Response => [
  JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }),
  {
    status: 400,
    statusText: 'Bad Request',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
]

const read = (query: string): DocumentNode | null => {
  try {
    return query.length > QUERY_CHARACTERS_MAX ? null : parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}

type StreamRequest = Request<OpenStream, undefined>

/** `rulingsChanged` over server-sent events, one connection for each subscription. */
export class Streams {
  private readonly open = new OpenStreams()
  private readonly feed: ChangeFeed
  private readonly answer

  constructor(private readonly streaming: Streaming) {
    this.feed = new ChangeFeed(streaming.maker)
    this.answer = createHandler<OpenStream, undefined, Record<string, unknown>>({
      // Without a token of its own a client has one connection for each subscription.
      authenticate: () => null,
      onSubscribe: (request, params) => this.prepare(request, params),
      onNext: (_, { raw }, result) => {
        raw.queued()
        return this.formatted(result as ExecutionResult)
      },
    })
  }

  /** Answers a request to subscribe, for as long as its connection lasts. */
  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization } = request.headers
    const actor = await admit(this.streaming, request)
    if (!actor) {
      throw new Refusal('UNAUTHENTICATED', 'A stream needs a bearer token; there was none.')
    }
    if (!this.open.hasRoomFor(actor)) {
      const message = 'You have as many streams open as you may. Close one first.'
      sendErrors(response, { status: 429, code: 'LIMIT_REACHED', message })
      return
    }
    const stream = this.open.enter(actor, response, expiryOf(authorization))
    try {
      await this.send(response, stream, await this.ask(request, stream))
    } finally {
      this.open.leave(stream)
    }
  }

  /** Ends every stream, telling each client that it is complete. */
  async close(): Promise<void> {
    this.feed.stop()
    await this.open.endAll()
  }

  private async ask(request: IncomingMessage, stream: OpenStream): Promise<Response> {
    const body = await readBody(request)
    return this.answer({
      method: request.method ?? 'GET',
      url: request.url ?? '',
      headers: { get: (name) => String(request.headers[name] ?? '') || undefined },
      body: () => (body ?? null) as Record<string, unknown> | null,
      raw: stream,
      context: undefined,
    })
  }

  private async send(
    response: ServerResponse,
    stream: OpenStream,
    [body, { status, headers }]: Response,
  ): Promise<void> {
    response.writeHead(status, headers)
    if (body === null || typeof body === 'string') {
      response.end(body ?? undefined)
      return
    }
    response.once('close', () => void body.return(undefined))
    for await (const chunk of body) {
      const { signal } = stream.closed
      if (!response.write(chunk)) await once(response, 'drain', { signal }).catch(() => undefined)
      stream.wrote(chunk)
    }
    response.end()
  }

  private prepare({ raw }: StreamRequest, { query, operationName, variables }: RequestParams) {
    const document = read(query)
    const operation = document && getOperationAST(document, operationName)
    if (!document || operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      return badRequest(
        `A stream answers one subscription, of at most ${QUERY_CHARACTERS_MAX} characters; ` +
          'queries and mutations go to /graphql.',
      )
    }
    const { maker, schema } = this.streaming
    const { actor, ended } = raw
    const context: StreamContext = { actor, maker, feed: this.feed, signal: ended.signal }
    const contextValue = context as unknown as Record<string, unknown>
    return { schema, document, operationName, variableValues: variables, contextValue }
  }

  private formatted(result: ExecutionResult): ExecutionResult {
    if (!result.errors) return result
    const errors = result.errors.map((error) => {
      const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', ...error.extensions }
      return this.streaming.formatError({ ...error.toJSON(), extensions }, error)
    })
    return { ...result, errors: errors as unknown as GraphQLError[] }
  }
}

