import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JSONWebKeySet } from 'jose'
import type { Issuer } from './access/authenticate.js'
import { CannotStart } from './config.js'
import { Role } from './kernel/vocabulary.js'
import { makeFolder } from './make-folder.js'

/** The issuer of tokens in a demonstration, and nowhere else. */
const DEMONSTRATION_ISSUER = 'holdfast-demonstration'
const AUDIENCE = 'holdfast'
const ALGORITHM = 'ES256'

const keyFile = (dataFolder: string): string => join(dataFolder, 'demonstration-key.json')

const readKey = (dataFolder: string): JWK => {
  const file = keyFile(dataFolder)
  try {
    const key = JSON.parse(readFileSync(file, 'utf8')) as JWK
    if (key.kty === 'EC' && key.d) return key
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new CannotStart(`${file} cannot be read: ${(error as Error).message}`)
    }
  }
  throw new CannotStart(`${file} holds no key. Remove it: the next start makes another.`)
}

const makeKey = async (dataFolder: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  makeFolder(dataFolder)
  const key = JSON.stringify(await exportJWK(privateKey))
  try {
    writeFileSync(keyFile(dataFolder), key, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another process was first: its key is ours.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The demonstration's own issuer, with a key made at its first start. */
export const demonstrationIssuer = async (dataFolder: string): Promise<Issuer> => {
  try {
    if (!existsSync(keyFile(dataFolder))) await makeKey(dataFolder)
  } catch (error) {
    const why = (error as Error).message
    throw new CannotStart(`${dataFolder} cannot be written; set HOLDFAST_DATA to another: ${why}`)
  }
  const { kty, crv, x, y } = readKey(dataFolder)
  return {
    issuer: DEMONSTRATION_ISSUER,
    audience: AUDIENCE,
    keys: { keys: [{ kty, crv, x, y, alg: ALGORITHM }] },
    roles: Object.values(Role),
    organisations: null,
  }
}

/** Who a demonstration's token is to speak of. */
export interface TokenClaims {
  readonly subject: string
  readonly role: string
  readonly organisation: string
  readonly region?: string
  readonly supplier?: string
}

/** Signs a token of the demonstration, for so many hours of real time. */
export const signToken = async (
  dataFolder: string,
  { subject, ...claims }: TokenClaims,
  hours: number,
): Promise<string> => {
  if (!existsSync(keyFile(dataFolder))) {
    throw new CannotStart(
      `There is no demonstration in ${dataFolder}; start one with npm start. ` +
        'Elsewhere tokens come from the issuers that HOLDFAST_ISSUERS names.',
    )
  }
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(DEMONSTRATION_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(await importJWK(readKey(dataFolder), ALGORITHM))
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** A secret is in the wrong place here: who reads it could sign tokens. */
const isPublicKey = ({ kty, d }: Partial<JWK>): boolean =>
  typeof kty === 'string' && kty !== 'oct' && d === undefined

const isKeySet = (value: unknown): value is JSONWebKeySet => {
  const keys: unknown = (value as { keys?: unknown } | null | undefined)?.keys
  return Array.isArray(keys) && keys.every((key: Partial<JWK> | null) => key && isPublicKey(key))
}

const areRoles = (value: unknown): value is Role[] =>
  isTexts(value) && value.every((each) => Object.hasOwn(Role, each))

const readIssuer = (file: string, value: unknown): Issuer => {
  const { issuer, audience, keys, roles, organisations = null } = (value ?? {}) as Partial<Issuer>
  const named = typeof issuer === 'string' && issuer !== DEMONSTRATION_ISSUER
  const vouches = organisations === null || isTexts(organisations)
  if (named && typeof audience === 'string' && isKeySet(keys) && areRoles(roles) && vouches) {
    return { issuer, audience, keys, roles, organisations }
  }
  throw new CannotStart(
    `${file} has to list issuers, each with issuer, audience, keys (a JSON Web Key Set of ` +
      `public keys), roles (of ${Object.keys(Role).join(', ')}) and, if it vouches for some only, organisations.`,
  )
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CannotStart(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
}

/** The issuers that a configuration file names. */
export const readIssuers = (file: string): Issuer[] => {
  const list = readJson(file)
  const issuers = (Array.isArray(list) ? list : [list]).map((each) => readIssuer(file, each))
  const names = issuers.map(({ issuer }) => issuer)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new CannotStart(`${file} names the issuer ${twice} twice.`)
  return issuers
}
