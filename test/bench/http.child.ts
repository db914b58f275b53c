import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { Arg, Args, ID, Query, Resolver } from 'type-graphql'
import { Authenticator } from '../../api/access/authenticate.js'
import { invariant } from '../../api/kernel/invariant.js'
import { demonstrationIssuer, signToken } from '../../api/issuers.js'
import { askRulings } from '../../api/rulings/ask-rulings.js'
import { QuestionArgs } from '../../api/rulings/ruling.resolver.js'
import { Ruling } from '../../api/rulings/ruling.type.js'
import { buildSchema, RESOLVERS } from '../../api/schema.js'
import { readBody } from '../../api/http/read-body.js'
import { contextOf } from '../../api/http/request-context.js'
import { together } from '../../api/http/together.js'
import { apolloOn, createHttpServer } from '../../api/server.js'
import { AUDITOR, openOn, type OpenWorld } from '../world/world.js'
import { answerParent } from './child.js'
import { NOW_MS } from './england.js'
import { shown } from './fields.js'
import { coreMs } from './measure.js'

export interface HttpInput {
  readonly url: string
  readonly folder: string
}

/** Where the servers of the child answer, and whom they know. */
export interface HttpServing {
  readonly graphql: string
  readonly bare: string
  readonly apollo: string
  readonly token: string
  readonly practices: readonly string[]
}

const ask = ({ maker }: OpenWorld, practices: readonly string[]): Ruling[] =>
  askRulings(contextOf(maker, AUDITOR), practices, { activity: 'UPLOAD', programme: 'SCR' })

/** What was answered for each practice before anything is measured. */
let constants: ReadonlyMap<string, Ruling> = new Map()

/** A field of the shape and the arguments of `ruling`, that answers what was worked out before. */
@Resolver()
class ConstantResolver {
  @Query(() => Ruling)
  constantRuling(
    @Arg('practice', () => ID) practice: string,
    @Args(() => QuestionArgs, { validate: false }) _question: QuestionArgs,
  ): Ruling {
    const constant = constants.get(practice)
    invariant(constant, 'a constant asked for before there is one')
    return constant
  }
}

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What Node alone can do: it reads the request to its end, and sends bytes made before. */
const bareServer = (body: string): Server =>
  createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
  })

/** What Apollo alone can do, served as ours: with nothing to work out and no plugin of ours. */
const apolloServer = async (): Promise<Server> => {
  const apollo = new ApolloServer({
    typeDefs: 'type Query { nothing: Boolean }',
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  })
  await apollo.start()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = new HeaderMap(Object.entries(request.headers) as [string, string][])
    const posted = { method: 'POST', headers, body: await readBody(request), search: '' }
    await together(0)
    const { body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: posted,
      context: () => Promise.resolve({}),
    })
    invariant(body.kind === 'complete', 'an answer in parts')
    const length = Buffer.byteLength(body.string)
    await together(length)
    response.writeHead(200, { 'content-length': length }).end(body.string)
  }
  return createServer((request, response) => void answer(request, response))
}

let world: OpenWorld | undefined

const serve = async ({ url, folder }: HttpInput): Promise<HttpServing> => {
  const opened = await openOn(url, new Date(NOW_MS).toISOString())
  world = opened
  const practices = Array.from(opened.follower.current.all('practice'), ({ odsCode }) => odsCode)
  const rulings = ask(opened, practices)
  constants = new Map(rulings.map((ruling) => [ruling.practiceCode, ruling]))
  const authenticator = new Authenticator([await demonstrationIssuer(folder)])
  const apollo = apolloOn(buildSchema([...RESOLVERS, ConstantResolver]))
  await apollo.start()
  const server = createHttpServer({ maker: opened.maker, authenticator, apollo })
  const claims = { subject: 'bench', role: 'AUDITOR', organisation: 'DH' }
  return {
    graphql: `${await listen(server)}/graphql`,
    bare: await listen(bareServer(JSON.stringify({ data: { ruling: shown(rulings[0]!) } }))),
    apollo: await listen(await apolloServer()),
    token: await signToken(folder, claims, 1),
    practices,
  }
}

/** What the process itself answers. */
const rule = (practices: readonly string[]): object[] => ask(world!, practices).map(shown)

answerParent({ serve, rule, coreMs }, async () => world?.stop())
