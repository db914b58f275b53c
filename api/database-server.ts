import { createHmac } from 'node:crypto'
import { CannotStart, type Config } from './config.js'
import { APPLICATION_ROLE } from './data-source.js'
import { startEmbeddedPostgres } from './embedded-postgres.js'

/** The PostgreSQL that Holdfast uses: its own, or the one it is given. */
export interface DatabaseServer {
  /** As whom tables are brought up to date, and the ledger is verified. */
  readonly ownerUrl: string
  /** As whom everything else is done: with rights to insert into the ledger, and no more. */
  readonly url: string
  stop(): Promise<void>
}

const DATABASE = 'postgres'

/** A password that every process with the owner's can work out, and nobody else. */
const applicationUrl = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  url.password = createHmac('sha256', url.password).update(APPLICATION_ROLE).digest('hex')
  url.username = APPLICATION_ROLE
  return url.href
}

export const databaseServer = async (config: Config): Promise<DatabaseServer> => {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = config
  if (databaseUrl) {
    const ownerUrl = databaseOwnerUrl ?? databaseUrl
    return { ownerUrl, url: databaseUrl, stop: () => Promise.resolve() }
  }
  const embedded = await startEmbeddedPostgres({ folder: dataFolder })
  const ownerUrl = embedded.url(DATABASE)
  return { ownerUrl, url: applicationUrl(ownerUrl), stop: () => embedded.stop() }
}

export const sayUnreachable = (config: Config, error: unknown): CannotStart => {
  const { message, code } = error as { message?: string; code?: string }
  const where = config.databaseUrl ? `the database of DATABASE_URL` : 'its database'
  return new CannotStart(`Holdfast cannot use ${where}: ${message || code}`, { cause: error })
}
