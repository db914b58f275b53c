import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { USUAL_CLAIMS, type Issuer } from './access/issuer.js'
import { CannotStart } from './config.js'
import { hasKey, KEPT_ALGORITHM, keptKey, publicPart, readKey } from './kept-key.js'
import { Role } from './kernel/vocabulary.js'

/** The issuer of tokens in a demonstration, and nowhere else. */
export const DEMONSTRATION_ISSUER = 'holdfast-demonstration'
/** Whom tokens that are made here are for. */
export const AUDIENCE = 'holdfast'

const KEY_FILE = 'demonstration-key.json'

/** The system of the demonstration, which serves practices of EMIS, and the file of its key. */
export const DEMONSTRATION_SYSTEM = { client: 'emis-nightly', keyFile: 'system-key.json' }

/** In a demonstration anybody may be played. */
export const EVERY_ROLE: Issuer['gives'] = Object.fromEntries(
  Object.values(Role).map((role) => [role, 'ANY']),
)

/** The demonstration's own issuer, with a key made at its first start. */
export const demonstrationIssuer = async (dataFolder: string): Promise<Issuer> => ({
  issuer: DEMONSTRATION_ISSUER,
  audience: AUDIENCE,
  algorithms: [KEPT_ALGORITHM],
  keys: { keys: [publicPart(await keptKey(dataFolder, KEY_FILE))] },
  gives: EVERY_ROLE,
  claims: USUAL_CLAIMS,
})

/** Who a demonstration's token is to speak of. */
export interface TokenClaims {
  readonly subject: string
  readonly role: string
  readonly organisation: string
  readonly region?: string
  readonly supplier?: string
}

/** The key of a demonstration that was begun in a folder. */
export const demonstrationKey = (dataFolder: string, name: string) => {
  if (hasKey(dataFolder, name)) return importJWK(readKey(dataFolder, name), KEPT_ALGORITHM)
  throw new CannotStart(
    `There is no demonstration in ${dataFolder}; start one with npm start. ` +
      'Elsewhere tokens come from the issuers that HOLDFAST_ISSUERS names.',
  )
}

/** Signs a token of the demonstration, for so many hours of real time. */
export const signToken = async (
  dataFolder: string,
  { subject, ...claims }: TokenClaims,
  hours: number,
): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: KEPT_ALGORITHM })
    .setIssuer(DEMONSTRATION_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(await demonstrationKey(dataFolder, KEY_FILE))

/** What the demonstration's system tells the built-in issuer at an address, to get one token. */
export const signAssertion = async (dataFolder: string, origin: string): Promise<string> => {
  const { client, keyFile } = DEMONSTRATION_SYSTEM
  return new SignJWT()
    .setProtectedHeader({ alg: KEPT_ALGORITHM })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(`${origin}/oidc`)
    .setJti(randomUUID())
    .setExpirationTime('5m')
    .sign(await demonstrationKey(dataFolder, keyFile))
}
