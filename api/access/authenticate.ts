import { decodeJwt, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import { actorOf } from './actor-of.js'
import { noteName } from './bearer-names.js'
import { badToken } from './bad-token.js'
import type { Issuer } from './issuer.js'
import { keysOf } from './issuer-keys.js'
import { sayFault } from './token-faults.js'

const CLOCK_SKEW_SECONDS = 5
const TOKENS_KEPT = 10_000
/** A token whose key is withdrawn works no longer than this. */
const KNOWN_FOR_MS = 600_000

/** A token of which nobody says that it is true: its third part is empty. */
const UNSIGNED = /^Bearer [\w-]+\.[\w-]+\.$/i

interface Known {
  readonly actor: Actor
  readonly untilMs: number
}

interface Trusted {
  readonly issuer: Issuer
  readonly keys: JWTVerifyGetKey
}

/** Tells who sends a request, from its `Authorization` header. */
export class Authenticator {
  private readonly issuers = new Map<string, Trusted>()
  /** Verified once, a token needs no second verification for a while. */
  private readonly known = new LRUCache<string, Known>({ max: TOKENS_KEPT })

  constructor(issuers: readonly Issuer[]) {
    for (const issuer of issuers) this.trust(issuer)
  }

  /** Takes tokens of one more issuer: the one built in knows its address only as it listens. */
  trust(issuer: Issuer): void {
    this.issuers.set(issuer.issuer, { issuer, keys: keysOf(issuer) })
  }

  /** Those whose tokens count. */
  trusted(): readonly Issuer[] {
    return [...this.issuers.values()].map(({ issuer }) => issuer)
  }

  /** The actor; null without a header; a `Refusal` for a token that does not count. */
  authenticate(authorization: string | undefined): Actor | null | Promise<Actor> {
    if (authorization === undefined) return null
    const known = this.known.get(authorization)
    if (known && Date.now() < known.untilMs) return known.actor
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (UNSIGNED.test(authorization)) throw badToken('it is not signed; its issuer has to sign it')
    if (!token) throw badToken('the header has to read “Bearer”, a space and a JSON Web Token')
    return this.verify(authorization, token)
  }

  private async verify(authorization: string, token: string): Promise<Actor> {
    const trusted = this.issuers.get(issuerOf(token))
    if (!trusted) throw badToken('its issuer is not known here')
    const payload = await verified(token, trusted)
    const actor = actorOf(payload, trusted.issuer)
    noteName(actor, payload)
    const untilMs = Math.min(Number(payload.exp) * 1000, Date.now() + KNOWN_FOR_MS)
    this.known.set(authorization, { actor, untilMs })
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

const verified = async (token: string, { issuer, keys }: Trusted): Promise<JWTPayload> => {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp'],
    })
    return payload
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw badToken(sayFault(error, issuer))
  }
}
