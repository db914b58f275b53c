import { createHmac } from 'node:crypto'
import type { JWK } from 'jose'
import type {
  ClientMetadata, Configuration, errors as Errors, KoaContextWithOIDC,
} from 'oidc-provider'
import { ALGORITHMS } from '../access/issuer.js'
import { accountNamed, claimsOfAccount } from './accounts.js'
import { ConfiguredClients } from './configured-clients.js'
import { OidcAdapter, type Query } from './oidc-adapter.js'
import { escaped, page, PAGE_HEADERS } from './page.js'
import { claimsOf, clientOf, refuseLongAssertion, scopesOf, type System } from './system.js'

/** What the built-in issuer is made of. */
export interface BuiltIn {
  /** Its private key, ES256, with a kid. */
  readonly key: JWK & { readonly d: string }
  readonly audience: string
  readonly systems: readonly System[]
  /** Whether people sign in too: those of the demonstration. */
  readonly people: boolean
  readonly query: Query
}

/** The one thing that tokens are for. */
export const RESOURCE = 'urn:holdfast'
/** The client that people sign in with: a page of this server's own. */
export const CONSOLE = 'console'
/** All that it may ask for; that it is given a refresh token besides needs no scope. */
export const CONSOLE_SCOPE = 'openid profile'

const MINUTES = 60
const HOURS = 60 * MINUTES
const FETCHES_WITHIN_MS = 5_000
const CLOCK_SKEW_SECONDS = 5

const consoleAt = (origin: string): ClientMetadata => ({
  client_id: CONSOLE,
  client_name: 'Holdfast',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${origin}/`, `${origin}/auth-callback`],
  post_logout_redirect_uris: [`${origin}/`],
  scope: CONSOLE_SCOPE,
})

const show = (ctx: KoaContextWithOIDC, title: string, body: string): void => {
  ctx.set({ ...PAGE_HEADERS })
  ctx.body = page(title, body)
}

const PAGES = {
  renderError: (ctx, { error, error_description: why }) =>
    show(
      ctx,
      'Holdfast cannot sign you in',
      `<p>${escaped(why ?? '')}</p>\n<p>Code: ${escaped(error)}.</p>\n` +
        '<p><a href="/">Begin again from Holdfast.</a></p>',
    ),
} satisfies Configuration

const LOGOUT_PAGES = {
  logoutSource: (ctx: KoaContextWithOIDC, form: string) =>
    show(
      ctx,
      'Sign out of Holdfast?',
      `${form}\n<button type="submit" form="op.logoutForm" name="logout" value="yes">` +
        'Sign out</button>\n<p><a href="/">Stay signed in.</a></p>',
    ),
  postLogoutSuccessSource: (ctx: KoaContextWithOIDC) =>
    show(ctx, 'You are signed out', '<p><a href="/">Back to Holdfast.</a></p>'),
}

const featuresOf = (
  { audience, systems, people }: BuiltIn,
  { InvalidTarget }: typeof Errors,
): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  clientCredentials: { enabled: systems.length > 0 },
  revocation: { enabled: people },
  rpInitiatedLogout: { enabled: people, ...LOGOUT_PAGES },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: (_, resource, { clientId }) => {
      if (resource !== RESOURCE) throw new InvalidTarget()
      const system = systems.find(({ client }) => client === clientId)
      return {
        scope: system ? scopesOf(system).join(' ') : '',
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 10 * MINUTES,
        jwt: { sign: { alg: 'ES256' } },
      }
    },
  },
})

const ttl: Configuration['ttl'] = {
  AccessToken: 10 * MINUTES,
  AuthorizationCode: 1 * MINUTES,
  ClientCredentials: 10 * MINUTES,
  IdToken: 1 * HOURS,
  Interaction: 10 * MINUTES,
  Session: 12 * HOURS,
  Grant: 12 * HOURS,
  RefreshToken: 12 * HOURS,
}

/** People of the demonstration agree to nothing: the console is Holdfast's own. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider } = oidc
  const clientId = client?.clientId
  const accountId = session?.accountId
  if (clientId === undefined || accountId === undefined) return undefined
  const known = session?.grantIdFor(clientId)
  const grant = known === undefined ? undefined : await provider.Grant.find(known)
  if (grant) return grant
  const given = new provider.Grant({ clientId, accountId })
  given.addOIDCScope(CONSOLE_SCOPE)
  await given.save()
  return given
}

/** Who a token speaks of, and what it says of them. */
const subjectsOf = ({ systems }: BuiltIn, errors: typeof Errors): Configuration => ({
  extraTokenClaims: ({ oidc }, token) => {
    if (token.kind === 'ClientCredentials') {
      const system = systems.find(({ client }) => client === token.clientId)
      return system && claimsOf(system, oidc.params?.scope, errors)
    }
    const account = accountNamed('accountId' in token ? String(token.accountId) : null)
    return account && { name: account.name, ...claimsOfAccount(account) }
  },
  findAccount: (_, id) => {
    const account = accountNamed(id)
    if (!account) return undefined
    const claims = () => ({ sub: id, name: account.name, ...claimsOfAccount(account) })
    return { accountId: id, claims }
  },
})

/** The console's refresh tokens: each works once, and none outlives the session. */
const RENEWING: Configuration = {
  issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  expiresWithSession: async () => true,
}

const cookiesOf = ({ key }: BuiltIn): Configuration['cookies'] => ({
  keys: [createHmac('sha256', key.d).update('cookies').digest('base64url')],
  long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/oidc' },
})

/** Keys are read from nowhere but where a configured system says that its own are. */
const readKeys: Configuration['fetch'] = (url, options) =>
  fetch(url, {
    headers: options?.headers ?? {},
    redirect: 'error',
    signal: AbortSignal.timeout(FETCHES_WITHIN_MS),
  })

type Library = Pick<typeof import('oidc-provider'), 'errors' | 'interactionPolicy'>

/** The built-in issuer's settings, for the address that it is reached by. */
export const configurationAt = (
  origin: string,
  builtIn: BuiltIn,
  { errors, interactionPolicy }: Library,
): Configuration => {
  const { key, systems, people, query } = builtIn
  const policy = interactionPolicy.base()
  policy.remove('consent')
  const known = [...(people ? [consoleAt(origin)] : []), ...systems.map(clientOf)]
  const clients = new ConfiguredClients(known)
  return {
    adapter: (model: string) =>
      model === 'Client' ? clients : new OidcAdapter(model, query, errors),
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig' }] },
    scopes: ['openid', 'profile', ...systems.flatMap(scopesOf)],
    claims: { openid: ['sub'], profile: ['name', 'role', 'organisation', 'region', 'supplier'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['none', 'private_key_jwt'],
    // The public-key signatures that count of issuers count of systems; the NHS's use RS512.
    enabledJWA: { clientAuthSigningAlgValues: [...ALGORITHMS] },
    clockTolerance: CLOCK_SKEW_SECONDS,
    conformIdTokenClaims: false,
    cookies: cookiesOf(builtIn),
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { policy, url: (_, { uid }) => `/oidc/interaction/${uid}` },
    features: featuresOf(builtIn, errors),
    ttl,
    loadExistingGrant,
    assertJwtClientAuthClaimsAndHeader: refuseLongAssertion(errors),
    fetch: readKeys,
    // The console stands at this very address: no page of another asks for its tokens.
    clientBasedCORS: (_, asking, { clientId }) => clientId === CONSOLE && asking === origin,
    ...subjectsOf(builtIn, errors),
    ...RENEWING,
    ...PAGES,
  }
}
