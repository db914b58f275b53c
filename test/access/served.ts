import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { Authenticator } from '../../api/access/authenticate.js'
import { USUAL_CLAIMS, type Issuer } from '../../api/access/issuer.js'
import type { BuiltConsole } from '../../api/http/built-console.js'
import type { Rates } from '../../api/http/rates.js'
import { Role } from '../../api/kernel/vocabulary.js'
import { formatError } from '../../api/format-error.js'
import { Streams } from '../../api/http/stream.js'
import { buildSchema } from '../../api/schema.js'
import type { SignIn } from '../../api/sign-in.js'
import { apolloOn, createHttpServer } from '../../api/server.js'
import type { Answerer } from '../../api/http/request-context.js'
import { fresh, openWorld, type World } from '../world/world.js'

export const AUDIENCE = 'holdfast'

/** Somebody who issues tokens in a test, with the key that signs them. */
export interface Signer extends Issuer {
  readonly privateKey: CryptoKey
  readonly publicKey: JWK
}

interface Given {
  /** The roles its tokens may carry; every one, unless said. */
  readonly roles?: readonly Role[]
  /** Whom it vouches for in each of them; anybody, unless said. */
  readonly organisations?: readonly string[]
}

export const makeSigner = async (
  issuer: string,
  { roles = Object.values(Role), organisations }: Given = {},
): Promise<Signer> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const key = { ...(await exportJWK(publicKey)), alg: 'ES256' }
  return {
    issuer,
    audience: AUDIENCE,
    algorithms: ['ES256'],
    keys: { keys: [key] },
    gives: Object.fromEntries(roles.map((role) => [role, organisations ?? 'ANY'])),
    claims: USUAL_CLAIMS,
    privateKey,
    publicKey: key,
  }
}

export const nowSeconds = (): number => Math.floor(Date.now() / 1000)

/** A token of an issuer, good for an hour, unless its claims say otherwise. */
export const sign = ({ issuer, privateKey }: Signer, claims: object): Promise<string> =>
  new SignJWT({
    iss: issuer,
    aud: AUDIENCE,
    sub: 'jane',
    organisation: 'DH',
    exp: nowSeconds() + 3600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(privateKey)

export interface Served {
  /** Address of the server, without a path. */
  readonly address: string
  /** Sends a query, with whatever headers besides. */
  post(query: string, headers?: Record<string, string>, variables?: object): Promise<Response>
  close(): Promise<void>
}

interface Serving {
  readonly rates?: Rates
  readonly signIn?: SignIn | null
  readonly builtConsole?: BuiltConsole | null
  readonly gateway?: string
}

/** Serves a world over HTTP, to the bearers of these issuers' tokens. */
export const serve = async (
  { maker }: { readonly maker: Answerer },
  issuers: readonly Issuer[],
  { signIn, builtConsole, gateway, ...rest }: Serving = {},
): Promise<Served> => {
  const schema = buildSchema()
  const apollo = apolloOn(schema)
  await apollo.start()
  const authenticator = new Authenticator(issuers)
  const streams = new Streams({ maker, authenticator, schema, formatError })
  const answering = { maker, authenticator, apollo, streams, ...rest }
  const server = createHttpServer(answering, { signIn: signIn?.server, builtConsole, gateway })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (signIn) authenticator.trust(signIn.trustedAt(address))
  return {
    address,
    post: async (query, headers = {}, variables = {}) => {
      await fresh(maker.follower)
      return fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      })
    },
    close: async () => {
      server.close()
      await streams.close()
      server.closeAllConnections()
      await apollo.stop()
    },
  }
}

/** The demonstration, served over HTTP to bearers of one issuer's tokens. */
export interface ServedWorld {
  readonly world: World
  readonly issuer: Signer
  readonly served: Served
  /** The header of somebody of that role. */
  readonly authorization: string
}

/** Opens a world and serves it; what is served closes both. */
export const serveWorld = async (role: Role): Promise<ServedWorld> => {
  const world = await openWorld('demonstration')
  const issuer = await makeSigner('tests')
  const served = await serve(world, [issuer])
  const close = async (): Promise<void> => {
    await served.close()
    await world.close()
  }
  const authorization = `Bearer ${await sign(issuer, { role })}`
  return { world, issuer, served: { ...served, close }, authorization }
}
