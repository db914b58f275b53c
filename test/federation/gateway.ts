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

/** Runs a gateway, which passes each caller's token on to the subgraphs. */
export const serveGateway = async (supergraph: string) => {
  const gateway = createGatewayRuntime({
    supergraph,
    transports: { http },
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => {
        const authorization = request.headers.get('authorization')
        return authorization ? { authorization } : {}
      },
    },
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
