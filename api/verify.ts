import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { Client } from 'pg'
import { verify, type Agreement, type Fault, type VerifyOptions } from './audit/verify.js'
import { CannotStart, readConfig, type Config } from './config.js'
import { sayMoment, toMs, type Moment } from './kernel/moment.js'
import { databaseServer, sayUnreachable } from './database-server.js'
import { progressBar } from './progress-bar.js'
import { runCommand } from './run-command.js'

const CONNECT_WITHIN_MS = 5_000
const ROOT = /^[0-9a-f]{64}$/

const readRoot = (text: string): string => {
  const root = text.toLowerCase()
  if (ROOT.test(root)) return root
  throw new InvalidArgumentError('A root has 64 hexadecimal digits.')
}

const noLedger = ({ databaseUrl, dataFolder }: Config): CannotStart => {
  const where = databaseUrl ? 'The database of DATABASE_URL' : dataFolder
  return new CannotStart(`${where} holds no ledger yet: the first npm start begins it.`)
}

const verifyOn = async (
  url: string,
  config: Config,
  options: VerifyOptions,
): Promise<Agreement | Fault> => {
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
    return await verify(
      async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows as never[],
      options,
    )
  } finally {
    await client.end()
  }
}

/** Verifies the configured database, which is started for it where it does not run. */
const verifyConfigured = async (
  config: Config,
  options: VerifyOptions,
): Promise<Agreement | Fault> => {
  // To look for a database is not to make one.
  const embedded = join(config.dataFolder, 'postgres')
  if (!config.databaseUrl && !existsSync(embedded)) throw noLedger(config)
  try {
    const server = await databaseServer(config)
    return await verifyOn(server.ownerUrl, config, options).finally(() => server.stop())
  } catch (error) {
    throw error instanceof CannotStart ? error : sayUnreachable(config, error)
  }
}

const count = (number: number): string => number.toLocaleString('en-GB')
const entry = ({ sequence, at }: { sequence: number; at: Moment }): string =>
  `entry ${count(sequence)} of ${sayMoment(toMs(at))}`

const sayAgreement = ({ entries, rows, head, kept }: Agreement): string => {
  const agree = `${count(entries)} entries and ${count(rows)} rows agree.`
  const where = `The head is ${entry(head)}: ${head.root}`
  const next = kept
    ? `The root you kept is that of ${entry(kept)}: nothing up to it was changed since.`
    : 'Keep this root elsewhere; npm run verify -- --head <root> compares with it.'
  return `${agree} ${where}\n${next}`
}

/** A bar on a terminal, which goes when all is done; elsewhere nothing. */
const progressOf = () => {
  const show = process.stdout.isTTY ? progressBar('Verifying the ledger') : () => undefined
  return {
    progress: (done: number, all: number) => show(done, all, 'entries'),
    end: () => show(1, 1, ''),
  }
}

const program = new Command('npm run verify --')
  .description('Checks the ledger entry by entry, and every governed row against it.')
  .option('--head <root>', 'a root kept elsewhere: it has to be that of an entry', readRoot)

await runCommand(async () => {
  const { head } = program.parse().opts<{ head?: string }>()
  const { progress, end } = progressOf()
  const found = await verifyConfigured(readConfig(process.env), { head, progress }).finally(end)
  if ('where' in found) {
    console.error(`Fault in ${found.where}: ${found.what}`)
    process.exitCode = 1
  } else {
    console.log(sayAgreement(found))
  }
})
