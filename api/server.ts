import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql'
import type { Context } from './access/context.js'
import { compiledQueries } from './compiled-queries.js'
import { formatError } from './format-error.js'
import { sendGraphiql } from './http/graphiql.js'
import { answerGraphQL, type Answering } from './http/graphql.js'
import { guarded } from './http/guarded.js'
import { LIMITS } from './http/limits.js'
import { sendJwks } from './http/jwks.js'
import { answerRulingsCsv } from './http/rulings-csv.js'
import { answerFailure, send } from './http/send.js'
import { protect } from './http/protect.js'
import { nameAnswer } from './http/request-ids.js'
import { shapeRules } from './http/shape-rules.js'
import { OIDC_PATH, type BuiltInIssuer } from './sign-in/built-in-issuer.js'
import { answeredAsKnown } from './known-at.js'
import { wordedInput } from './worded-input.js'
import { sendLiveness, sendReadiness } from './http/health.js'
import { watchRequest } from './http/watch-requests.js'
import { logFault } from './watch/log.js'

/** A subscription would be answered once, with nothing: it is told where to go instead. */
const refuseSubscriptions: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ operation, response }) {
        // Its type notwithstanding, there is none where several are sent and none is named.
        const { operation: kind } = operation ?? {}
        if (kind !== OperationTypeNode.SUBSCRIPTION) return
        response.http.status = 400
        const message = 'Subscriptions are served at /graphql/stream, by server-sent events.'
        throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
      },
    }),
}

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
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: shapeRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // A subgraph's timings would go into every answer, for Apollo's own tools.
      ApolloServerPluginInlineTraceDisabled(),
      // Apollo's own page would come from a host of Apollo's.
      ApolloServerPluginLandingPageDisabled(),
      answeredAsKnown(schema),
      compiledQueries(schema),
      refuseSubscriptions,
      wordedInput(schema),
      guarded(schema),
      ...plugins,
    ],
  })

/** What is answered at one path. A failure before an answer is answered for it. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const sayNothingIsHere: Handle = async (_, response) =>
  send(response, 404, 'Nothing is here. GraphQL is at /graphql, a page for it at /graphiql.\n')

/** Counts a request that needs no token, as one of whoever is at its address. */
const countStranger = async ({ rates }: Answering, request: IncomingMessage): Promise<void> => {
  if (rates) await rates.take('anonymousRequests', rates.clientOf(null, request))
}

const routesOf = (answering: Answering): ReadonlyMap<string, Handle> =>
  new Map<string, Handle>([
    ['/graphql', (request, response) => answerGraphQL(answering, request, response)],
    [
      '/graphiql',
      async (request, response) => {
        await countStranger(answering, request)
        await sendGraphiql(response)
      },
    ],
    ['/rulings.csv', (request, response) => answerRulingsCsv(answering, request, response)],
    [
      '/.well-known/jwks.json',
      (request, response) => sendJwks(answering.maker.receiptKeys ?? null, request, response),
    ],
    ['/livez', (_, response) => sendLiveness(response)],
    ['/readyz', (_, response) => sendReadiness(answering.maker, response)],
    ...(answering.streams ? ([['/graphql/stream', answering.streams.handle]] as const) : []),
    ['/', async (_, response) => send(response, 302, '', { location: '/graphiql' })],
  ])

/** Answers a request by its handler, under its name, and safe to show. */
const answer = async (
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  protect(response)
  try {
    nameAnswer(request, response)
    await handle(request, response)
  } catch (error) {
    answerFailure(response, error)
  }
}

/**
 * The HTTP server: GraphQL straight from node:http, and what stands beside it; the built-in issuer,
 * where there is one, answers whatever is below its path.
 */
export const createHttpServer = (answering: Answering, signIn?: BuiltInIssuer | null): Server => {
  const routes = routesOf(answering)
  const answerSignIn: Handle | undefined = signIn
    ? async (request, response) => {
        await countStranger(answering, request)
        await signIn.answer(request, response)
      }
    : undefined
  // Node would drop the second of two Authorization headers; joined, they are a bad one.
  return createServer({ joinDuplicateHeaders: true }, (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const sinceMs = performance.now()
    const issuer = path.startsWith(`${OIDC_PATH}/`) ? answerSignIn : undefined
    const known = issuer ? OIDC_PATH : routes.has(path) ? path : 'other'
    answer(issuer ?? routes.get(path) ?? sayNothingIsHere, request, response)
      .then(() => watchRequest(request, response, known, sinceMs))
      .catch(logFault)
  })
}
