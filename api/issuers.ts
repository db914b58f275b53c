import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import { USUAL_CLAIMS, type Issuer } from './access/issuer.js'
import { CannotStart } from './config.js'
import { Role } from './kernel/vocabulary.js'
import { makeFolder } from './make-folder.js'

/** The issuer of tokens in a demonstration, and nowhere else. */
export const DEMONSTRATION_ISSUER = 'holdfast-demonstration'
export const AUDIENCE = 'holdfast'
const ALGORITHM = 'ES256'

/** In a demonstration anybody may be played. */
export const EVERY_ROLE: Issuer['gives'] = Object.fromEntries(
  Object.values(Role).map((role) => [role, 'ANY']),
)

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
    algorithms: [ALGORITHM],
    keys: { keys: [{ kty, crv, x, y, alg: ALGORITHM }] },
    gives: EVERY_ROLE,
    claims: USUAL_CLAIMS,
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
