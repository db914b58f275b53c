import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Context } from './access/context.js'
import { formatError } from './format-error.js'
import { asStranger } from './http/admit.js'
import type { BuiltConsole } from './http/built-console.js'
import {
  consoleSettings, originsIn, sendSettings, type ConsoleSettings,
} from './http/console-settings.js'
import { sendGraphiql } from './http/graphiql.js'
import { answerGraphQL, type Answering } from './http/graphql.js'
import { LIMITS } from './http/limits.js'
import { sendJwks } from './http/jwks.js'
import { sayNothingIsHere } from './http/nothing-here.js'
import type { Handle, Route } from './http/route.js'
import { answerRulingsCsv } from './http/rulings-csv.js'
import { answerFailure, send } from './http/send.js'
import { consolePolicy, protect } from './http/protect.js'
import { nameAnswer } from './http/request-ids.js'
import { shapeRules } from './http/shape-rules.js'
import { OIDC_PATH, type BuiltInIssuer } from './sign-in/built-in-issuer.js'
import { requestSteps } from './request-steps.js'
import { sendLiveness, sendReadiness } from './http/health.js'
import { watchRequest } from './http/watch-requests.js'
import { logFault } from './watch/log.js'

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
      requestSteps(schema),
      ...plugins,
    ],
  })

const routesOf = (answering: Answering): Readonly<Record<string, Handle>> => ({
  '/graphql': (request, response) => answerGraphQL(answering, request, response),
  '/graphiql': asStranger(answering, (_, response) => sendGraphiql(response)),
  '/rulings.csv': (request, response) => answerRulingsCsv(answering, request, response),
  '/.well-known/jwks.json': (request, response) =>
    sendJwks(answering.maker.receiptKeys ?? null, request, response),
  '/livez': (_, response) => sendLiveness(response),
  '/readyz': (_, response) => sendReadiness(answering.maker, response),
  ...(answering.streams && { '/graphql/stream': answering.streams.handle }),
})

const NOWHERE: Route = { label: 'other', handle: sayNothingIsHere }

/** Where no console was built, the page to try queries on stands in for it. */
const TO_GRAPHIQL: Route = {
  label: '/',
  handle: async (_, response) => send(response, 302, '', { location: '/graphiql' }),
}

/** What stands beside the API on this server, each where there is one. */
export interface Beside {
  readonly signIn?: BuiltInIssuer | null
  readonly builtConsole?: BuiltConsole | null
  /** The gateway that the console asks instead of us. */
  readonly gateway?: string | null
}

/** Finds how a request to a path is answered. */
type Find = (request: IncomingMessage, path: string) => Route

/** A page is one request of its reader, and whatever it loads none. */
const findInConsole = (
  answering: Answering,
  built: BuiltConsole,
  settings: () => ConsoleSettings,
): Find => {
  const sendPage: Handle = (request, response) => {
    response.setHeader('content-security-policy', consolePolicy(originsIn(settings())))
    return built.sendPage(request, response)
  }
  const page = { label: '/', handle: asStranger(answering, sendPage) }
  const file = { label: '/assets', handle: built.sendFile }
  return (request, path) => {
    switch (built.asksFor(request, path)) {
      case 'PAGE':
        return page
      case 'FILE':
        return file
      case null:
        return NOWHERE
    }
  }
}

const findFor = (answering: Answering, { signIn, builtConsole, gateway }: Beside): Find => {
  const settings = () => consoleSettings(gateway ?? null, answering.authenticator.trusted())
  const handles: Readonly<Record<string, Handle>> = {
    ...routesOf(answering),
    '/settings.json': (request, response) => sendSettings(settings(), request, response),
  }
  const routes = new Map(
    Object.entries(handles).map(([path, handle]) => [path, { label: path, handle }]),
  )
  const oidc = signIn && {
    label: OIDC_PATH,
    handle: asStranger(answering, (request, response) => signIn.answer(request, response)),
  }
  const otherwise: Find = builtConsole
    ? findInConsole(answering, builtConsole, settings)
    : (_, path) => (path === '/' ? TO_GRAPHIQL : NOWHERE)
  return (request, path) => {
    if (oidc && path.startsWith(`${OIDC_PATH}/`)) return oidc
    return routes.get(path) ?? otherwise(request, path)
  }
}

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

/** The HTTP server: GraphQL straight from node:http, and what stands beside it. */
export const createHttpServer = (answering: Answering, beside: Beside = {}): Server => {
  const find = findFor(answering, beside)
  // Node would drop the second of two Authorization headers; joined, they are a bad one.
  return createServer({ joinDuplicateHeaders: true }, (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const sinceMs = performance.now()
    const { label, handle } = find(request, path)
    answer(handle, request, response)
      .then(() => watchRequest(request, response, label, sinceMs))
      .catch(logFault)
  })
}
