import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import { Refusal } from '../kernel/refusal.js'
import type { Issuer } from './issuer.js'

const ANSWERS_WITHIN_MS = 5_000

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/

/** Whether keys may be read from there: over TLS, or from this machine itself. */
export const isTrustworthyUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

const unavailable = (issuer: string): Refusal =>
  new Refusal(
    'ISSUER_UNAVAILABLE',
    `The issuer ${issuer} does not tell its keys, so its tokens cannot be checked. ` +
      'Try again later; tokens of other issuers count meanwhile.',
  )

/** Where an issuer says that its keys are. */
const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
  // Followed, a redirection could lead to where nobody vouches for the answer.
  const response = await fetch(address, { signal, redirect: 'error' })
  if (!response.ok) throw unavailable(issuer)
  const said = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown } | null
  const { issuer: itself, jwks_uri: keysUrl } = said ?? {}
  if (itself !== issuer || typeof keysUrl !== 'string' || !isTrustworthyUrl(keysUrl)) {
    throw unavailable(issuer)
  }
  return createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: ANSWERS_WITHIN_MS })
}

/** The issuer answered, and has no such key: its keys are not to blame. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported

/** Keys by discovery: asked for when a token first needs them, kept, and read again in time. */
const discovered = ({ issuer }: Issuer): JWTVerifyGetKey => {
  let found: Promise<JWTVerifyGetKey> | null = null
  return async (header, token) => {
    found ??= discover(issuer)
    try {
      return await (await found)(header, token)
    } catch (error) {
      if (isOfTheToken(error)) throw error
      // The next token asks again, and where the keys are, too.
      found = null
      throw unavailable(issuer)
    }
  }
}

/** The keys an issuer signs with. They throw `ISSUER_UNAVAILABLE` where it cannot be asked. */
export const keysOf = (issuer: Issuer): JWTVerifyGetKey =>
  issuer.keys ? createLocalJWKSet(issuer.keys) : discovered(issuer)
