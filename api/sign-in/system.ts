import type { JSONWebKeySet } from 'jose'
import type { ClientMetadata, errors as Errors, KoaContextWithOIDC } from 'oidc-provider'
import type { Role } from '../kernel/vocabulary.js'

/** A supplier's system, which signs in by itself. */
export interface System {
  readonly client: string
  readonly supplier: string
  /** Codes of the programmes it is narrowed to; null for any. */
  readonly programmes: readonly string[] | null
  /** Its public keys, or the address it publishes them at. */
  readonly keys: JSONWebKeySet | string
}

/** The longest that a system's assertion of itself may last, in seconds. */
export const ASSERTION_SECONDS_MAX = 300

const PROGRAMME = 'programme:'

/** The scopes a system may ask for, each of one of its programmes. */
export const scopesOf = ({ programmes }: System): string[] =>
  (programmes ?? []).map((code) => `${PROGRAMME}${code}`)

/** What the built-in issuer knows of a system. */
export const clientOf = (system: System): ClientMetadata => ({
  client_id: system.client,
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  scope: scopesOf(system).join(' '),
  ...(typeof system.keys === 'string' ? { jwks_uri: system.keys } : { jwks: system.keys }),
})

/** What a system's token says: all of its programmes, or those it asked for. */
export const claimsOf = ({ supplier, programmes }: System, scope: string | undefined) => {
  const asked = (scope ?? '').split(' ').filter((each) => each.startsWith(PROGRAMME))
  const narrowed = asked.map((each) => each.slice(PROGRAMME.length))
  const role: Role = 'PARTNER'
  const said = narrowed.length > 0 ? narrowed : programmes
  return { role, organisation: supplier, supplier, ...(said && { programmes: said }) }
}

/** Refuses an assertion that could be used for long by whoever finds it. */
export const refuseLongAssertion =
  ({ InvalidClientAuth }: typeof Errors) =>
  (_: KoaContextWithOIDC, { exp }: Record<string, unknown>): void => {
    if (Number(exp) <= Date.now() / 1000 + ASSERTION_SECONDS_MAX) return
    throw new InvalidClientAuth(`exp may be ${ASSERTION_SECONDS_MAX} seconds ahead at most`)
  }
