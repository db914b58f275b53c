import type { JSONWebKeySet } from 'jose'
import type { ClientMetadata, errors as Errors, KoaContextWithOIDC } from 'oidc-provider'
import type { Role } from '../kernel/vocabulary.js'

/** A supplier's system, which signs in by itself. */
export interface System {
  readonly client: string
  readonly supplier: string
  /** Codes of the programmes it is narrowed to, at least one. */
  readonly programmes: readonly string[]
  /** Its public keys, or the address it publishes them at. */
  readonly keys: JSONWebKeySet | string
}

/** The longest that a system's assertion of itself may last, in seconds. */
export const ASSERTION_SECONDS_MAX = 300

const PROGRAMME = 'programme:'

/** The scopes a system may ask for, each of one of its programmes. */
export const scopesOf = ({ programmes }: System): string[] =>
  programmes.map((code) => `${PROGRAMME}${code}`)

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

/** The programmes that scopes name; one that is not the system's own is refused, not left out. */
const askedFor = (system: System, scope: string, { InvalidScope }: typeof Errors): string[] => {
  const asked = scope.split(' ').filter((each) => each !== '')
  const strange = asked.find((each) => !scopesOf(system).includes(each))
  if (strange !== undefined) throw new InvalidScope('a scope is not one of this system', strange)
  return asked.map((each) => each.slice(PROGRAMME.length))
}

/** What a system's token says: all of its programmes, or those it asked for. */
export const claimsOf = (system: System, scope: unknown, errors: typeof Errors) => {
  const { supplier, programmes } = system
  const asked = askedFor(system, typeof scope === 'string' ? scope : '', errors)
  const role: Role = 'PARTNER'
  const narrowed = asked.length > 0 ? asked : programmes
  return { role, organisation: supplier, supplier, programmes: narrowed }
}

/** Refuses an assertion that could be used for long by whoever finds it. */
export const refuseLongAssertion =
  ({ InvalidClientAuth }: typeof Errors) =>
  (_: KoaContextWithOIDC, { exp }: Record<string, unknown>): void => {
    if (Number(exp) <= Date.now() / 1000 + ASSERTION_SECONDS_MAX) return
    throw new InvalidClientAuth(`exp may be ${ASSERTION_SECONDS_MAX} seconds ahead at most`)
  }
