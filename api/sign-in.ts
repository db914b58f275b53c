import { calculateJwkThumbprint } from 'jose'
import type { DataSource } from 'typeorm'
import { isTrustworthyUrl } from './access/issuer-keys.js'
import { USUAL_CLAIMS, type Bodies, type ConsoleClient, type Issuer } from './access/issuer.js'
import { CannotStart, type Config } from './config.js'
import type { Trust } from './configured-issuers.js'
import { AUDIENCE, DEMONSTRATION_SYSTEM, EVERY_ROLE } from './issuers.js'
import { KEPT_ALGORITHM, keptKey, publicPart } from './kept-key.js'
import { BuiltInIssuer } from './sign-in/built-in-issuer.js'
import { CONSOLE, CONSOLE_SCOPE } from './sign-in/provider-configuration.js'
import type { System } from './sign-in/system.js'

const KEY_FILE = 'sign-in-key.json'

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/

/** The issuer that comes with Holdfast, and how its tokens are to be taken. */
export interface SignIn {
  readonly server: BuiltInIssuer
  /** As an issuer like any other, once it stands at an address. */
  trustedAt(origin: string): Issuer
}

/** In the demonstration anybody is let in as anybody: from this machine alone. */
const refuseStrangers = ({ host, origin }: Config): void => {
  if (origin !== null && !isTrustworthyUrl(origin.replace(/^https:/, 'http:'))) {
    throw new CannotStart(
      `HOLDFAST_ORIGIN is "${origin}", and the demonstration signs anybody in without a ` +
        'password: leave it out, or name issuers in HOLDFAST_ISSUERS.',
    )
  }
  if (LOOPBACK.test(host)) return
  throw new CannotStart(
    `HOST is "${host}", and the demonstration signs anybody in without a password: let it be ` +
      'a loopback address such as 127.0.0.1, or name issuers in HOLDFAST_ISSUERS.',
  )
}

const demonstrationSystem = async (dataFolder: string): Promise<System> => ({
  client: DEMONSTRATION_SYSTEM.client,
  supplier: 'EMIS',
  programmes: ['SCR'],
  keys: { keys: [publicPart(await keptKey(dataFolder, DEMONSTRATION_SYSTEM.keyFile))] },
})

/** How the console signs in the people of the demonstration. */
const DEMONSTRATION_CLIENT: ConsoleClient = {
  name: 'Demonstration accounts',
  clientId: CONSOLE,
  scope: CONSOLE_SCOPE,
  resource: null,
}

const givesOf = (systems: readonly System[], people: boolean): Issuer['gives'] => {
  if (people) return EVERY_ROLE
  const suppliers: Bodies = systems.map(({ supplier }) => supplier)
  return { PARTNER: suppliers }
}

/** Whether people of the demonstration sign in: nobody else was named to vouch for anybody. */
const signsPeopleIn = ({ demonstration }: Config, { issuers }: Trust): boolean =>
  demonstration && issuers.length === 0

/** Keeps a start from making what would have to be refused. */
export const refuseOpenSignIn = (config: Config, trust: Trust): void => {
  if (signsPeopleIn(config, trust)) refuseStrangers(config)
  if (trust.systems.length === 0 || config.origin !== null || LOOPBACK.test(config.host)) return
  throw new CannotStart(
    'HOLDFAST_ORIGIN is not set: systems have to know the address they get tokens at, such as ' +
      'https://holdfast.example.',
  )
}

/** The built-in issuer: for people of the demonstration, and for systems; null where none are. */
export const signInOf = async (
  config: Config,
  trust: Trust,
  database: DataSource,
): Promise<SignIn | null> => {
  const people = signsPeopleIn(config, trust)
  if (!people && trust.systems.length === 0) return null
  const systems =
    people && trust.systems.length === 0
      ? [await demonstrationSystem(config.dataFolder)]
      : trust.systems
  const made = await keptKey(config.dataFolder, KEY_FILE)
  const key = { ...made, kid: await calculateJwkThumbprint(made) }
  const query = <Row>(sql: string, parameters: unknown[]) => database.query<Row[]>(sql, parameters)
  const server = new BuiltInIssuer({ key, audience: AUDIENCE, systems, people, query })
  return {
    server,
    trustedAt: (origin) => ({
      issuer: server.standAt(origin),
      audience: AUDIENCE,
      algorithms: [KEPT_ALGORITHM],
      keys: { keys: [publicPart(key)] },
      gives: givesOf(systems, people),
      claims: USUAL_CLAIMS,
      ...(people && { console: DEMONSTRATION_CLIENT }),
    }),
  }
}
