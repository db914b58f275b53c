import { readFileSync } from 'node:fs'
import type { JSONWebKeySet } from 'jose'
import { isTrustworthyUrl } from './access/issuer-keys.js'
import {
  ALGORITHMS, USUAL_ALGORITHMS, type Algorithm, type ConsoleClient, type Issuer,
} from './access/issuer.js'
import { CannotStart } from './config.js'
import { readClaims } from './configured-claims.js'
import { isKeySet, KEY_SET } from './configured-keys.js'
import { readSystem } from './configured-systems.js'
import { areNames, Configured, isName } from './configured.js'
import { DEMONSTRATION_ISSUER } from './issuers.js'
import { Role } from './kernel/vocabulary.js'
import type { System } from './sign-in/system.js'

const areAlgorithms = (value: unknown): value is Algorithm[] =>
  areNames(value) && value.every((each) => ALGORITHMS.some((algorithm) => algorithm === each))

const readKeys = (issuer: Configured, name: string): JSONWebKeySet | null => {
  const keys = issuer.may('keys', isKeySet, KEY_SET)
  if (keys) return keys
  if (isTrustworthyUrl(name)) return null
  return issuer.refuse(
    'issuer',
    'has to be an https address (http on this machine itself), for its keys to be discovered; ' +
      'or give its keys here',
  )
}

const BODIES = 'a list of codes of organisations, regions and suppliers, or "ANY"'

const readBodies = (gives: Configured, role: string) => {
  const bodies = gives.get(role)
  if (bodies === 'ANY') return bodies
  return gives.must(role, areNames, BODIES)
}

const readGives = (issuer: Configured): Issuer['gives'] => {
  const roles = Object.values(Role)
  const gives = issuer.inner('gives', roles)
  const given = roles.filter((role) => gives.get(role) !== undefined)
  if (given.length === 0) issuer.refuse('gives', `has to name a role, such as ${roles.join(', ')}`)
  return Object.fromEntries(given.map((role) => [role, readBodies(gives, role)]))
}

const USUAL_SCOPE = 'openid profile'

/** The console as a client of the issuer; undefined where it signs nobody in there. */
const readConsole = (issuer: Configured): ConsoleClient | undefined => {
  if (issuer.get('console') === undefined) return undefined
  if (!isTrustworthyUrl(issuer.name('issuer'))) {
    issuer.refuse('issuer', 'has to be an https address, for people to sign in there')
  }
  const client = issuer.inner('console', ['name', 'clientId', 'scope', 'resource'])
  return {
    name: client.name('name'),
    clientId: client.name('clientId'),
    scope: client.may('scope', isName, 'a text') ?? USUAL_SCOPE,
    resource: client.may('resource', isName, 'a text') ?? null,
  }
}

const FIELDS = ['issuer', 'audience', 'algorithms', 'keys', 'gives', 'claims', 'console']

const nameOf = (value: unknown, index: number): string => {
  const name = (value as { issuer?: unknown } | null)?.issuer
  return typeof name === 'string' && name !== '' ? name : `${index + 1}`
}

const readIssuer = (file: string, value: unknown, index: number): Issuer => {
  const issuer = new Configured(`${file}: issuer ${nameOf(value, index)}`, value, FIELDS)
  const name = issuer.name('issuer')
  if (name === DEMONSTRATION_ISSUER) issuer.refuse('issuer', 'is that of demonstrations alone')
  const console = readConsole(issuer)
  const algorithms = issuer.may('algorithms', areAlgorithms, `a list of ${ALGORITHMS.join(', ')}`)
  return {
    issuer: name,
    audience: issuer.name('audience'),
    algorithms: algorithms ?? USUAL_ALGORITHMS,
    keys: readKeys(issuer, name),
    gives: readGives(issuer),
    claims: readClaims(issuer),
    ...(console && { console }),
  }
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = (error as Error).message
    throw new CannotStart(`HOLDFAST_ISSUERS: ${file} cannot be read as JSON: ${why}`)
  }
}

/** Whose tokens count, as a configuration file says. */
export interface Trust {
  readonly issuers: readonly Issuer[]
  /** The systems that the built-in issuer signs in. */
  readonly systems: readonly System[]
}

/** Where nothing is configured, nobody's tokens count. */
export const NO_TRUST: Trust = { issuers: [], systems: [] }

const refuseTwice = (file: string, what: string, names: readonly string[]): void => {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new CannotStart(`${file} names the ${what} ${twice} twice.`)
}

/** What a configuration file says, or `CannotStart` with the place and the field that is wrong. */
export const readTrust = (file: string): Trust => {
  const trust = new Configured(file, readJson(file), ['issuers', 'systems'])
  const issuers = trust.list('issuers').map((each, index) => readIssuer(file, each, index))
  refuseTwice(file, 'issuer', issuers.map(({ issuer }) => issuer))
  const systems = trust.list('systems').map((each, index) => readSystem(file, each, index))
  refuseTwice(file, 'system', systems.map(({ client }) => client))
  return { issuers, systems }
}
