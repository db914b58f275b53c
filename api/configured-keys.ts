import { createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose'

/** A secret is in the wrong place here: who reads it could sign tokens. */
const isPublicKey = (key: Partial<JWK> | null): boolean =>
  typeof key?.kty === 'string' && key.kty !== 'oct' && key.d === undefined

export const isKeySet = (value: unknown): value is JSONWebKeySet => {
  const keys: unknown = (value as { keys?: unknown } | null | undefined)?.keys
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isPublicKey)) return false
  createLocalJWKSet(value as JSONWebKeySet)
  return true
}

export const KEY_SET = 'a JSON Web Key Set of public keys, such as { "keys": [ … ] }'
