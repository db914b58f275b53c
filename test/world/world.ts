import { randomBytes } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Context } from '../../api/access/context.js'
import { USUAL_ALGORITHMS, USUAL_CLAIMS, type Issuer } from '../../api/access/issuer.js'
import { applicationConnection, openDatabase } from '../../api/data-source.js'
import { DEMONSTRATION_BEGINS_MS } from '../../api/kernel/clock.js'
import type { Actor } from '../../api/kernel/actor.js'
import { Follower } from '../../api/register/follower.js'
import { buildSchema } from '../../api/schema.js'
import { contextOf, type Answerer } from '../../api/http/request-context.js'
import { AUDIENCE, EVERY_ROLE } from '../../api/issuers.js'
import { apolloOn } from '../../api/server.js'
import { asOwner, TEMPLATES, urlOf, type TemplateName } from './templates.js'
import { until } from './until.js'

/** What GraphQL answered. */
export interface Answered {
  readonly data: any
  readonly errors: readonly GraphQLFormattedError[]
  /** The code of the first error, or null. */
  readonly code: string | null
}

/** A Holdfast on a database of its own, with a clock that the test sets. */
export interface World {
  readonly url: string
  readonly maker: Answerer
  /** Those whose tokens count: a test may take one out. */
  readonly issuers: Issuer[]
  readonly database: DataSource
  readonly follower: Follower
  readonly clock: { at: string; nowMs(): number }
  /** Asks as somebody; as nobody where no actor is given. */
  ask(
    source: string,
    variables?: Record<string, unknown>,
    actor?: Actor | null,
    requestId?: string | null,
  ): Promise<Answered>
  /** Asks, and fails the test where there are errors; answers the data. */
  must(source: string, variables?: Record<string, unknown>, actor?: Actor | null): Promise<any>
  close(): Promise<void>
}

/** Vouches for everybody in these worlds. */
const ISSUER: Issuer = {
  issuer: 'tests',
  audience: AUDIENCE,
  algorithms: USUAL_ALGORITHMS,
  keys: { keys: [] },
  gives: EVERY_ROLE,
  claims: USUAL_CLAIMS,
}

const person = (role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({
  issuer: 'tests',
  subject: `a.${role.toLowerCase()}`,
  organisation: 'DH',
  role,
  region: null,
  supplier: null,
  programmes: null,
  ...rest,
})

/** Somebody of each role. */
export const ADMIN = person('PROGRAMME_ADMIN')
/** Another person of the department, who signs what the first one proposes. */
export const SECOND_ADMIN = person('PROGRAMME_ADMIN', { subject: 'b.programme_admin' })
export const AUDITOR = person('AUDITOR')
export const LIAISON = person('LIAISON', { organisation: 'BMA/GPC' })
export const leadOf = (region: string): Actor =>
  person('REGIONAL_LEAD', { region, organisation: region })
export const partner = (supplier: string): Actor =>
  person('PARTNER', { supplier, organisation: supplier })
export const practiceManager = (odsCode: string): Actor =>
  person('PRACTICE', { organisation: odsCode })

const adminUrl = (): string => {
  const url = process.env.HOLDFAST_TEST_DATABASE
  if (!url) throw new Error('Run the tests with `npm run test:jest`: they need a database.')
  return url
}

/** A new database, as a copy of a template; answers its address. */
export const createDatabase = async (template: TemplateName | null): Promise<string> => {
  const name = `world_${randomBytes(6).toString('hex')}`
  const from = template ? ` TEMPLATE ${TEMPLATES[template]}` : ''
  await asOwner(adminUrl(), `CREATE DATABASE ${name}${from}`)
  return urlOf(adminUrl(), name)
}

export const dropDatabase = (url: string): Promise<void> =>
  asOwner(adminUrl(), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`)

let apollo: ApolloServer<Context> | undefined

const answered = async (
  maker: Answerer,
  query: string,
  variables: Record<string, unknown>,
  actor: Actor | null,
  requestId: string | null,
): Promise<Answered> => {
  apollo ??= apolloOn(buildSchema())
  const contextValue = contextOf(maker, actor, requestId)
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue })
  if (body.kind !== 'single') throw new Error('an answer in parts')
  const { data, errors = [] } = body.singleResult
  // As a client has it: plain JSON.
  const plain = JSON.parse(JSON.stringify({ data: data ?? null, errors })) as Answered
  const code = (plain.errors[0]?.extensions?.code as string | undefined) ?? null
  return { ...plain, code }
}

/** A world that shares its database with another. */
export type OpenWorld = Omit<World, 'close'> & { stop(): Promise<void> }

/** A machine under load starves a follower for a while: the test is not about that. */
export const fresh = (follower: Follower): Promise<void> => until(() => !follower.isStale)

/** Opens another process's view of a database: a register, a pool and a clock of its own. */
export const openOn = async (
  url: string,
  at: string,
  { patient } = { patient: true },
): Promise<OpenWorld> => {
  const database = await openDatabase(url)
  const follower = new Follower(applicationConnection(url), {
    onFatal: (error) => console.error(error),
    onReach: () => undefined,
  })
  await follower.start()
  const clock = { at, nowMs: () => Date.parse(clock.at) }
  const issuers = [ISSUER]
  const maker = { database, follower, clock, trust: { trusted: () => issuers } }
  const ask: World['ask'] = async (source, variables = {}, actor = null, requestId = null) => {
    if (patient) await fresh(follower)
    return answered(maker, source, variables, actor, requestId)
  }
  return {
    url,
    maker,
    issuers,
    database,
    follower,
    clock,
    ask,
    must: async (source, variables, actor) => {
      const { data, errors } = await ask(source, variables, actor)
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
      return data
    },
    stop: async () => {
      await follower.stop()
      await database.destroy()
    },
  }
}

/** A world from a template. Its clock stands at the demonstration's beginning until it is set. */
export const openWorld = async (
  template: TemplateName = 'bodies',
  at = new Date(DEMONSTRATION_BEGINS_MS).toISOString(),
): Promise<World> => {
  const world = await openOn(await createDatabase(template), at)
  return {
    ...world,
    close: async () => {
      await world.stop()
      await dropDatabase(world.url)
    },
  }
}
