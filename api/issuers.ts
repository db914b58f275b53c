import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JSONWebKeySet } from 'jose'
import type { Issuer } from './access/authenticate.js'
import { CannotStart } from './config.js'
import { Role } from './kernel/vocabulary.js'

/** The issuer of tokens in a demonstration, and nowhere else. */
const DEMONSTRATION_ISSUER = 'holdfast-demonstration'
const AUDIENCE = 'holdfast'
const ALGORITHM = 'ES256'

const keyFile = (dataFolder: string): string => join(dataFolder, 'demonstration-key.json')

const readKey = (dataFolder: string): JWK =>
  JSON.parse(readFileSync(keyFile(dataFolder), 'utf8')) as JWK

const makeKey = async (dataFolder: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  mkdirSync(dataFolder, { recursive: true })
  const key = JSON.stringify(await exportJWK(privateKey))
  writeFileSync(keyFile(dataFolder), key, { mode: 0o600, flag: 'wx' })
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

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  Array.isArray((value as JSONWebKeySet | undefined)?.keys)

const areRoles = (value: unknown): value is Role[] =>
  isTexts(value) && value.every((each) => each in Role)

const readIssuer = (file: string, value: unknown): Issuer => {
  const { issuer, audience, keys, roles, organisations = null } = (value ?? {}) as Partial<Issuer>
  const named = typeof issuer === 'string' && issuer !== DEMONSTRATION_ISSUER
  const vouches = organisations === null || isTexts(organisations)
  if (named && typeof audience === 'string' && isKeySet(keys) && areRoles(roles) && vouches) {
    return { issuer, audience, keys, roles, organisations }
  }
  throw new CannotStart(
    `${file} has to list issuers, each with issuer, audience, keys (a JSON Web Key Set), ` +
      `roles (of ${Object.keys(Role).join(', ')}) and, if it vouches for some only, organisations.`,
  )
}

/** The issuers that a configuration file names. */
export const readIssuers = (file: string): Issuer[] => {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return (Array.isArray(list) ? list : [list]).map((each) => readIssuer(file, each))
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
}
