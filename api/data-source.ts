import 'reflect-metadata'
import pg, { Client, escapeLiteral } from 'pg'
import { DataSource } from 'typeorm'
import { Assurance } from './assurances/assurance.entity.js'
import { Breach } from './breaches/breach.entity.js'
import { Live } from './breaches/live.entity.js'
import { UploadReport } from './breaches/upload-report.entity.js'
import { Configuration } from './changes/configuration.entity.js'
import { Installation } from './changes/installation.entity.js'
import { ProposalRow } from './changes/proposal.entity.js'
import { AnonymousRefusal, RefusedAttempt } from './changes/refused-attempt.entity.js'
import { Agreement } from './consultations/agreement.entity.js'
import { Consultation } from './consultations/consultation.entity.js'
import { LedgerEntryRow } from './ledger/ledger-entry.entity.js'
import { FirstTables1 } from './migrations/0001-first-tables.js'
import { Promises2 } from './migrations/0002-promises.js'
import { Proposals3 } from './migrations/0003-proposals.js'
import { UploadReports4 } from './migrations/0004-upload-reports.js'
import { ActedRequests12 } from './migrations/0012-acted-requests.js'
import { LateFacts9 } from './migrations/0009-late-facts.js'
import { SignIn11 } from './migrations/0011-sign-in.js'
import { Told13 } from './migrations/0013-told.js'
import { EntriesOfAThing16 } from './migrations/0016-entries-of-a-thing.js'
import { DeliveriesEnd17 } from './migrations/0017-deliveries-end.js'
import { MailingsInBreach18 } from './migrations/0018-mailings-in-breach.js'
import { Organisation } from './regions/organisation.entity.js'
import { Practice } from './regions/practice.entity.js'
import { Programme } from './regions/programme.entity.js'
import { Purdah } from './regions/purdah.entity.js'
import { Region } from './regions/region.entity.js'
import { Mailing } from './rollouts/mailing.entity.js'
import { Rollout } from './rollouts/rollout.entity.js'
import { Dispensation } from './suspensions/dispensation.entity.js'
import { SignOff } from './suspensions/sign-off.entity.js'
import { Suspension } from './suspensions/suspension.entity.js'

// Otherwise pg writes moments in the machine's own zone, whose offset it cuts to minutes.
pg.defaults.parseInputDatesAsUTC = true

/** What the application is to the database: the owner of nothing. */
export const APPLICATION_ROLE = 'holdfast_application'
const CONNECT_WITHIN_MS = 5_000
const POOL_MAX = 10

const GOVERNED = [
  Installation, Configuration, Organisation, Region, Practice, Programme, Rollout, Mailing,
  Suspension, Live, Purdah, Consultation, Agreement, SignOff, Dispensation, Assurance, Breach,
  ProposalRow,
]

/** How the application connects: as whoever the URL names, who then becomes the application. */
export const applicationConnection = (url: string) => ({
  connectionString: url,
  options: `-c role=${APPLICATION_ROLE}`,
  application_name: 'holdfast',
})

/** A connection pool with the application's rights, and no others. */
export const openDatabase = (url: string): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    extra: {
      ...applicationConnection(url),
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      max: POOL_MAX,
    },
    entities: [...GOVERNED, LedgerEntryRow, RefusedAttempt, AnonymousRefusal, UploadReport],
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
  }).initialize()

/** Held while tables are brought up to date, so that two processes do not do it at once. */
const MIGRATION_LOCK = 0x486f6c65

const mayBecomeApplication = (client: Client): Promise<boolean> =>
  client.query(`SET ROLE ${APPLICATION_ROLE}`).then(
    () => client.query('RESET ROLE').then(() => true),
    () => false,
  )

/** Makes sure that the application's role exists and that whoever connects may become it. */
const ensureApplicationRole = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
    APPLICATION_ROLE,
  ])
  if (rowCount === 0) await client.query(`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`)
  if (await mayBecomeApplication(client)) return
  await client.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`)
}

/** Lets the application in by itself, where it is to connect as nobody else. */
const letApplicationIn = async (client: Client, url: string): Promise<void> => {
  const { username, password } = new URL(url)
  if (username !== APPLICATION_ROLE) return
  const secret = escapeLiteral(decodeURIComponent(password))
  await client.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${secret}`)
}

const runMigrations = async (url: string): Promise<void> => {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations: [
      FirstTables1,
      Promises2,
      Proposals3,
      UploadReports4,
      LateFacts9,
      SignIn11,
      ActedRequests12,
      Told13,
      EntriesOfAThing16,
      DeliveriesEnd17,
      MailingsInBreach18,
    ],
    installExtensions: false,
  })
  await owner.initialize()
  await owner.runMigrations({ transaction: 'all' }).finally(() => owner.destroy())
}

/** As whom tables are brought up to date, and as whom the application connects. */
export interface DatabaseUrls {
  readonly ownerUrl: string
  readonly url: string
}

/** Brings a database's tables up to date, as their owner. */
export const migrate = async ({ ownerUrl, url }: DatabaseUrls): Promise<void> => {
  const patience = { connectionTimeoutMillis: CONNECT_WITHIN_MS }
  const client = new Client({ connectionString: ownerUrl, ...patience })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureApplicationRole(client)
    await runMigrations(ownerUrl)
    await letApplicationIn(client, url)
  } finally {
    await client.end()
  }
}
