import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Issuer } from '../../api/access/issuer.js'
import { makeSigner, type Signer } from './served.js'

/** An issuer on loopback that publishes its keys by OpenID discovery. */
export interface Publisher {
  /** Its address: what `iss` of its tokens is. */
  readonly issuer: string
  /** As Holdfast is configured to know it. */
  readonly trusted: Issuer
  /** Who signs; another one may be put in its place. */
  signer: Signer
  /** What each path answers in the place of what it should. */
  readonly instead: Map<string, { status: number; body: string; location?: string }>
  /** How often each path was asked for. */
  readonly asked: Map<string, number>
  close(): Promise<void>
}

export const DISCOVERY = '/.well-known/openid-configuration'

export const publish = async (port = 0): Promise<Publisher> => {
  const instead: Publisher['instead'] = new Map()
  const asked: Publisher['asked'] = new Map()
  const server = createServer(({ url = '/' }, response) => {
    asked.set(url, (asked.get(url) ?? 0) + 1)
    const right = JSON.stringify(
      url === DISCOVERY
        ? { issuer: publisher.issuer, jwks_uri: `${publisher.issuer}/keys` }
        : publisher.signer.keys,
    )
    const { status, body, location } = instead.get(url) ?? { status: 200, body: right }
    response.writeHead(status, location ? { location } : {}).end(body)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const signer = await makeSigner(issuer)
  const trusted = { ...signer, keys: null }
  const publisher: Publisher = {
    issuer, trusted, signer, instead, asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return publisher
}
