import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { CannotStart, type Config } from './config.js'
import { databaseServer, sayUnreachable } from './database-server.js'
import type { Query } from './register/fold.js'

const CONNECT_WITHIN_MS = 5_000

const noLedger = ({ databaseUrl, dataFolder }: Config): CannotStart => {
  const where = databaseUrl ? 'The database of DATABASE_URL' : dataFolder
  return new CannotStart(`${where} holds no ledger yet: the first npm start begins it.`)
}

const workOn = async <Found>(
  url: string,
  config: Config,
  work: (query: Query) => Promise<Found>,
): Promise<Found> => {
  // As whoever the URL names: a login that may only read is enough to verify with.
  const client = new Client({
    connectionString: url,
    application_name: 'holdfast verify',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  })
  // The statement under way fails as well, and says so.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT FROM to_regclass('ledger_entry') AS found
      WHERE found IS NOT NULL`)
    if (rows.length === 0) throw noLedger(config)
    return await work(
      async (sql, parameters) => (await client.query(sql, [...parameters])).rows as never[],
    )
  } finally {
    await client.end()
  }
}

/** Whether a database is configured, or one of Holdfast's own is there. */
export const hasDatabase = ({ databaseUrl, dataFolder }: Config): boolean =>
  databaseUrl !== null || existsSync(join(dataFolder, 'postgres'))

/**
 * Does some work on the configured database, on one connection. It is started for that where it
 * does not run, and never made; throws `CannotStart`.
 */
export const readingLedger = async <Found>(
  config: Config,
  work: (query: Query) => Promise<Found>,
): Promise<Found> => {
  // To look for a database is not to make one.
  if (!hasDatabase(config)) throw noLedger(config)
  try {
    const server = await databaseServer(config)
    return await workOn(server.ownerUrl, config, work).finally(() => server.stop())
  } catch (error) {
    throw error instanceof CannotStart ? error : sayUnreachable(config, error)
  }
}
