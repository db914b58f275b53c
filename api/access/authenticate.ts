import {
  createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTPayload,
} from 'jose'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import { isSound } from '../kernel/text.js'
import { Role } from '../kernel/vocabulary.js'

/** Somebody whose tokens count, with the keys they are signed with and what they may say. */
export interface Issuer {
  readonly issuer: string
  readonly audience: string
  readonly keys: JSONWebKeySet
  /** Roles its tokens may carry. */
  readonly roles: readonly Role[]
  /** Codes of the organisations, regions and suppliers it vouches for, or null for any. */
  readonly organisations: readonly string[] | null
}

const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA']
const CLOCK_SKEW_SECONDS = 5
const TOKENS_KEPT = 10_000

const badToken = (why: string): Refusal =>
  new Refusal('UNAUTHENTICATED', `The bearer token is not valid: ${why}.`)

const text = (payload: JWTPayload, claim: string): string | null => {
  const value = payload[claim]
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && /^.{1,200}$/u.test(value) && isSound(value)) return value
  throw badToken(`its claim ${claim} is not a text`)
}

const must = (payload: JWTPayload, claim: string): string => {
  const value = text(payload, claim)
  if (value !== null) return value
  throw badToken(`it has no claim ${claim}`)
}

const roleOf = (payload: JWTPayload, issuer: Issuer): Role => {
  const role = Object.values(Role).find((known) => known === must(payload, 'role'))
  if (role && issuer.roles.includes(role)) return role
  throw badToken('its role is unknown, or not one its issuer may give')
}

/** An issuer vouches for some bodies only: whoever they are to the token. */
const refuseUnvouched = ({ organisations }: Issuer, codes: readonly (string | null)[]): void => {
  if (organisations === null) return
  if (codes.every((code) => code === null || organisations.includes(code))) return
  throw badToken('its issuer does not vouch for its organisation, region or supplier')
}

/** Who a verified token speaks of: never more than its issuer may say. */
const actorOf = (payload: JWTPayload, issuer: Issuer): Actor => {
  const role = roleOf(payload, issuer)
  const organisation = must(payload, 'organisation')
  const region = role === 'REGIONAL_LEAD' ? must(payload, 'region') : null
  const supplier = role === 'PARTNER' ? must(payload, 'supplier') : null
  refuseUnvouched(issuer, [organisation, region, supplier])
  const subject = must(payload, 'sub')
  return { issuer: issuer.issuer, subject, organisation, role, region, supplier }
}

interface Known {
  readonly actor: Actor
  readonly expiresMs: number
}

/** Tells who sends a request, from its `Authorization` header. */
export class Authenticator {
  private readonly issuers: ReadonlyMap<
    string,
    { issuer: Issuer; keys: ReturnType<typeof createLocalJWKSet> }
  >
  /** Verified once, a token needs no second verification until it expires. */
  private readonly known = new LRUCache<string, Known>({ max: TOKENS_KEPT })

  constructor(issuers: readonly Issuer[]) {
    this.issuers = new Map(
      issuers.map((issuer) => [issuer.issuer, { issuer, keys: createLocalJWKSet(issuer.keys) }]),
    )
  }

  /** The actor; null without a header; a `Refusal` for a token that does not count. */
  authenticate(authorization: string | undefined): Actor | null | Promise<Actor> {
    if (authorization === undefined) return null
    const known = this.known.get(authorization)
    if (known && Date.now() < known.expiresMs) return known.actor
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (!token) throw badToken('the header has to read “Bearer”, a space and a JSON Web Token')
    return this.verify(authorization, token)
  }

  private async verify(authorization: string, token: string): Promise<Actor> {
    const found = this.issuers.get(issuerOf(token))
    if (!found) throw badToken('its issuer is not known here')
    const { issuer, keys } = found
    const payload = await verified(token, keys, issuer)
    const actor = actorOf(payload, issuer)
    this.known.set(authorization, { actor, expiresMs: Number(payload.exp) * 1000 })
    return actor
  }
}

const issuerOf = (token: string): string => {
  try {
    return decodeJwt(token).iss ?? ''
  } catch {
    throw badToken('it cannot be read')
  }
}

const verified = async (
  token: string,
  keys: ReturnType<typeof createLocalJWKSet>,
  { issuer, audience }: Issuer,
): Promise<JWTPayload> => {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'sub'],
    })
    return payload
  } catch (error) {
    // jose's codes, such as ERR_JWT_EXPIRED, say what is wrong and nothing of the keys.
    const { code = 'it cannot be verified', claim } = error as { code?: string; claim?: string }
    throw badToken(claim ? `${code}, of its claim ${claim}` : code)
  }
}
