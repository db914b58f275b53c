import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { createServer, Socket, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findPlace, give, makeWhole } from './embedded-postgres.place.js'
import { codeOf, findPostmaster } from './embedded-postgres.postmaster.js'
import { failure, install, run, type Installation } from './embedded-postgres.programs.js'

export interface EmbeddedPostgres {
  /** Address of a database in it, for its superuser `postgres`. */
  url(database: string): string
  /** Stops the server, unless another connection uses it: the last to leave stops it. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Holdfast's data folder; PostgreSQL's cluster is `postgres` in it, its log `postgres.log`. */
  readonly folder: string
  /** The folder of initdb, pg_ctl and postgres; those that came from npm if not given. */
  readonly binaries?: string
  /** Whether what is committed outlives a loss of power, as by default. Tests do without. */
  readonly durable?: boolean
}

/** Our part in the server: a connection that tells others, while it is open, that we use it. */
interface Presence {
  readonly client: pg.Client
  readonly socket: Socket
  readonly port: number
  /** The server has gone, or dropped us. */
  lost: boolean
}

const STARTS_MAX = 5
const PAUSE_MS = 100
/** Recovery after a crash may take a while; a start that fails is known at once. */
const PATIENCE_S = 120
/** How long a connection that has just been closed may still be counted. */
const FAREWELL_MS = 500
/** The advisory lock of whoever is about to stop the server. */
const LEAVING = 1_480_938_374
const PASSWORD = 'superuser.password'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket in the file system: its path may have 107 bytes, and a folder's may have more.
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

/**
 * Starts the PostgreSQL of a data folder, or joins it: it outlives a killed Holdfast, and serves
 * every process on the folder. Throws an error of one sentence for whoever runs Holdfast.
 */
export const startEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> => {
  const durable = options.durable ?? true
  try {
    const place = await install(findPlace(options.folder), options.binaries)
    await makeWhole(place.cluster, place, (aside) => initialise(place, aside, durable))
    const presence = await joinOrStart(place, durable)
    let left: Promise<void> | undefined
    return {
      url: (database) => urlOf(place, presence.port, database),
      stop: () => (left ??= leave(place, presence)),
    }
  } catch (error) {
    throw inASentence(error, options.folder)
  }
}

/** A new cluster, in full, in a folder aside. */
const initialise = async (
  place: Installation,
  aside: string,
  durable: boolean,
): Promise<string> => {
  const [fresh, password] = [join(aside, 'cluster'), join(aside, 'password')]
  fs.writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  give(password, place.user)
  const kind = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const sign = ['--auth=scram-sha-256', `--pwfile=${password}`]
  const args = [`--pgdata=${fresh}`, ...kind, ...sign, ...(durable ? [] : ['--no-sync'])]
  if (!(await run(place, 'initdb', args))) throw failure(place, 'PostgreSQL made no database')
  // The password stays with the cluster it opens, where only PostgreSQL's user can enter.
  fs.renameSync(password, join(fresh, PASSWORD))
  return fresh
}

const joinOrStart = async (place: Installation, durable: boolean): Promise<Presence> => {
  const deadline = Date.now() + PATIENCE_S * 1000
  for (let failures = 0; failures < STARTS_MAX && Date.now() < deadline; ) {
    const server = findPostmaster(place.cluster)
    const presence = server?.ready ? await joinAt(place, server.port) : undefined
    if (presence) return presence
    if (!server && (await start(place, durable))) continue
    // Another process may be starting or stopping it, or what a killed one left may linger.
    if (!server) failures += 1
    await pause(PAUSE_MS)
  }
  throw failure(place, 'PostgreSQL did not start')
}

const start = async (place: Installation, durable: boolean): Promise<boolean> => {
  const settings = { ...SETTINGS, ...(durable ? {} : FORGETFUL), port: await freePort() }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const patience = ['--wait', `--timeout=${PATIENCE_S}`, '--silent']
  return run(place, 'pg_ctl', ['start', '-D', place.cluster, ...patience, '-o', options.join(' ')])
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const urlOf = ({ cluster }: Installation, port: number, database: string): string => {
  const password = fs.readFileSync(join(cluster, PASSWORD), 'utf8')
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Connects to a server, unless it is not answering or somebody is about to stop it. */
const joinAt = async (place: Installation, port: number): Promise<Presence | undefined> => {
  const socket = new Socket()
  const connectionString = urlOf(place, port, 'postgres')
  const timing = { connectionTimeoutMillis: PATIENCE_S * 1000 }
  const client = new pg.Client({ connectionString, stream: () => socket, ...timing })
  const presence = { client, socket, port, lost: false }
  client.on('error', () => (presence.lost = true))
  try {
    await client.connect()
    // Held by one who stops the server: then we wait here until our connection falls with it.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LEAVING])
  } catch {
    socket.destroy()
    return undefined
  }
  // Presence alone keeps no process running.
  socket.unref()
  return presence
}

const leave = async (place: Installation, presence: Presence): Promise<void> => {
  if (presence.lost) return
  const { client, socket } = presence
  socket.ref()
  await client.query('SELECT pg_advisory_lock($1)', [LEAVING])
  const stopping = ['stop', '-D', place.cluster, '--mode=fast', '--silent']
  const stopped = !(await isAlone(client)) || (await run(place, 'pg_ctl', stopping))
  await client.end()
  if (!stopped) throw failure(place, 'PostgreSQL did not stop')
}

const isAlone = async (client: pg.Client): Promise<boolean> => {
  const others = `SELECT 1 FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`
  for (const until = Date.now() + FAREWELL_MS; Date.now() < until; await pause(PAUSE_MS)) {
    if ((await client.query(others)).rowCount === 0) return true
  }
  return false
}

/** The system's own complaints about a path name neither the data folder nor a remedy. */
const inASentence = (error: unknown, folder: string): unknown => {
  if (!/^E[A-Z]+$/.test(codeOf(error))) return error
  const remedy = 'let this user read and write that folder, or name another'
  const sentence = `Holdfast cannot keep its database in ${folder} (${codeOf(error)}): ${remedy}.`
  return new Error(sentence, { cause: error })
}
