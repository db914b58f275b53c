import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import * as openid from 'openid-client'
import { USUAL_ALGORITHMS, USUAL_CLAIMS, type Issuer } from '../../api/access/issuer.js'
import type { Role } from '../../api/kernel/vocabulary.js'
import { later } from '../access/later.js'
import { serve, type Served } from '../access/served.js'
import { openWorld, type World } from '../world/world.js'

const SECRET = 'known to the client and to its own issuer alone'

/** An issuer that somebody else runs: it says of its client whatever it is told to say. */
interface Home {
  readonly address: string
  says: Record<string, unknown>
  readonly server: Server
  /** Begins to sign with another key. */
  changeKey(): Promise<void>
}

const providerAt = async (home: Home, alg: 'ES256' | 'RS256'): Promise<Provider> => {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return new Provider(home.address, {
    clients: [{
      client_id: 'its-client', client_secret: SECRET, grant_types: ['client_credentials'],
      response_types: [], redirect_uris: [],
    }],
    clientDefaults: { id_token_signed_response_alg: alg },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg, use: 'sig' }] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:holdfast',
        getResourceServerInfo: () => ({
          scope: '', audience: 'holdfast', accessTokenFormat: 'jwt', jwt: { sign: { alg } },
        }),
      },
    },
    extraTokenClaims: () => home.says,
  })
}

const open = async (alg: 'ES256' | 'RS256'): Promise<Home> => {
  let provider: Provider
  const server = createServer((request, response) => void provider.callback()(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const home: Home = {
    address, server, says: {},
    changeKey: async () => {
      provider = await providerAt(home, alg)
    },
  }
  await home.changeKey()
  return home
}

const trusted = ({ address }: Home, role: Role, organisation: string): Issuer => ({
  issuer: address,
  audience: 'holdfast',
  algorithms: USUAL_ALGORITHMS,
  keys: null,
  gives: { [role]: [organisation] },
  claims: USUAL_CLAIMS,
})

let world: World
let served: Served
let department: Home
let union: Home

beforeAll(async () => {
  world = await openWorld()
  department = await open('ES256')
  union = await open('RS256')
  served = await serve(world, [
    trusted(department, 'AUDITOR', 'DH'), trusted(union, 'LIAISON', 'BMA/GPC'),
  ])
})
afterAll(async () => {
  await served.close()
  for (const { server } of [department, union]) {
    server.closeAllConnections()
    server.close()
  }
  await world.close()
})

const viewer = async (home: Home, says: object) => {
  home.says = { ...says }
  const client = await openid.discovery(
    new URL(home.address), 'its-client', undefined, openid.ClientSecretBasic(SECRET),
    { execute: [openid.allowInsecureRequests] },
  )
  const { access_token: token } = await openid.clientCredentialsGrant(client)
  const query = '{ viewer { issuer organisation roles } }'
  const response = await served.post(query, { authorization: `Bearer ${token}` })
  const { data, errors = [] }: any = await response.json()
  return { status: response.status, viewer: data?.viewer, message: errors[0]?.message }
}

const AUDITOR = { role: 'AUDITOR', organisation: 'DH' }
const LIAISON = { role: 'LIAISON', organisation: 'BMA/GPC' }

test('people of two organisations come in at once, each signed in at home', async () => {
  const [one, other] = await Promise.all([viewer(department, AUDITOR), viewer(union, LIAISON)])
  expect(one.viewer).toEqual({
    issuer: department.address, organisation: 'DH', roles: ['AUDITOR'],
  })
  expect(other.viewer).toEqual({
    issuer: union.address, organisation: 'BMA/GPC', roles: ['LIAISON'],
  })
})

test.each([
  ['the other’s role', { role: 'AUDITOR' }, /not one its issuer may give/],
  ['the other’s organisation', { organisation: 'DH' }, /does not vouch for its organisation/],
  ['a role that neither gives', { role: 'PROGRAMME_ADMIN' }, /not one its issuer may give/],
])('the one does not get %s, whatever its issuer says', async (_, changes, why) => {
  const { status, message } = await viewer(union, { ...LIAISON, ...changes })
  expect(status).toBe(401)
  expect(message).toMatch(why)
})

test('one changes its keys, and its people go on without a restart here', async () => {
  await department.changeKey()
  later(31_000)
  expect((await viewer(department, AUDITOR)).status).toBe(200)
  expect((await viewer(union, LIAISON)).status).toBe(200)
})

test('one is down: its people are told so, and those of the other go on', async () => {
  const { server } = union
  server.closeAllConnections()
  server.close()
  later(700_000)
  expect((await viewer(department, AUDITOR)).status).toBe(200)
  const response = await served.post('{ viewer { issuer } }', {
    authorization: `Bearer ${[
      Buffer.from('{"alg":"RS256"}').toString('base64url'),
      Buffer.from(JSON.stringify({ iss: union.address, aud: 'holdfast', exp: 4e9 }))
        .toString('base64url'),
      'AA',
    ].join('.')}`,
  })
  expect(response.status).toBe(503)
})
