import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import http from '@graphql-mesh/transport-http'
import {
  assertCompositionSuccess, composeServices, type ServiceDefinition,
} from '@theguild/federation-composition'

/** A supergraph of some subgraphs; throws where they do not compose. */
export const supergraphOf = (services: ServiceDefinition[]): string => {
  const composed = composeServices(services)
  assertCompositionSuccess(composed)
  return composed.supergraphSdl
}

/** What a gateway passes on of each request: whose it is, and what its client calls it. */
const PASSED_ON = ['authorization', 'x-request-id']

/**
 * Runs a gateway for callers with tokens, and for a console that comes from some other origin.
 * Both may be told later: each is asked for when somebody comes.
 */
export const serveGateway = async (
  supergraph: string | (() => Promise<string>),
  consoleOrigin: () => string,
) => {
  const gateway = createGatewayRuntime({
    supergraph,
    transports: { http },
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) =>
        Object.fromEntries(
          PASSED_ON.flatMap((name) => {
            const value = request.headers.get(name)
            return value ? [[name, value]] : []
          }),
        ),
    },
    cors: () => ({
      origin: [consoleOrigin()],
      methods: ['POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-request-id'],
      exposedHeaders: ['retry-after', 'x-request-id'],
      credentials: false,
    }),
  })
  const server = createServer((request, response) => void gateway(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await gateway[Symbol.asyncDispose]()
    },
  }
}
