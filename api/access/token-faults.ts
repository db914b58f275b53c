import { errors } from 'jose'
import type { Issuer } from './issuer.js'

/** What is wrong with a claim that the library looks at, and what would be right. */
const ofClaim = (claim: string, reason: string, { audience }: Issuer): string => {
  if (reason === 'missing') return `it has no claim ${claim}`
  if (reason === 'invalid') return `its claim ${claim} is not a number of seconds`
  if (claim === 'aud') return `it is for others; its claim aud has to name ${audience}`
  if (claim === 'nbf') return 'it is not valid yet; its claim nbf lies in the future'
  return `its claim ${claim} is not what it has to be`
}

/** What others call a fault, as it is said here: nothing of it tells of the keys. */
const FAULTS: Readonly<Record<string, (issuer: Issuer) => string>> = {
  ERR_JWT_EXPIRED: () => 'it has expired; ask its issuer for another',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: () =>
    'its signature does not fit what it says, or is by another key than its issuer’s',
  ERR_JOSE_ALG_NOT_ALLOWED: ({ algorithms }) =>
    `it is signed in a way that does not count; its header alg has to be ${algorithms.join(' or ')}`,
  ERR_JWKS_NO_MATCHING_KEY: () => 'none of the keys of its issuer is the one it names',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: () =>
    'several keys of its issuer fit it; its header kid has to name one',
}

/** Says in words why a token of a known issuer does not count. */
export const sayFault = (error: unknown, issuer: Issuer): string => {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return ofClaim(error.claim, error.reason, issuer)
  }
  const { code = '' } = error as { code?: string }
  return FAULTS[code]?.(issuer) ?? 'it cannot be read as a signed JSON Web Token'
}
