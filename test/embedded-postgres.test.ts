import { afterAll, afterEach, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../api/embedded-postgres.js'

const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-embedded-'))
/** A folder for tests that do not mind whether it has a cluster yet: making one takes a second. */
const used = join(root, 'used')
const started: EmbeddedPostgres[] = []
const binaries = process.env.HOLDFAST_TEST_POSTGRES || undefined

// PostgreSQL started by root runs as another user, who has to get in.
fs.chmodSync(root, 0o711)

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop()
})

afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const start = async (folder: string): Promise<EmbeddedPostgres> => {
  const postgres = await startEmbeddedPostgres({ folder, binaries, durable: false })
  started.push(postgres)
  return postgres
}

const ask = async (connectionString: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const pidFile = (folder: string): string => join(folder, 'postgres', 'postmaster.pid')
const pidIn = (folder: string): number => Number.parseInt(fs.readFileSync(pidFile(folder), 'utf8'))

/** Starts the PostgreSQL of a folder in a process of its own, and kills that process. */
const startAndBeKilled = async (folder: string): Promise<void> => {
  const script = `import { startEmbeddedPostgres } from './api/embedded-postgres.js'
    await startEmbeddedPostgres(${JSON.stringify({ folder, binaries, durable: false })})
    process.kill(process.pid, 'SIGKILL')`
  const node = ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', script]
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const child = spawn(process.execPath, node, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}

test('a new folder gets a PostgreSQL that opens to its own password alone', async () => {
  const postgres = await start(join(root, 'new'))
  const facts = `SELECT current_setting('server_encoding'), datcollate, current_user::text
    FROM pg_database WHERE datname = current_database()`
  expect(await ask(postgres.url('postgres'), facts)).toEqual(['UTF8', 'C', 'postgres'])
  const stranger = postgres.url('postgres').replace(/:[^:@]+@/, ':guess@')
  await expect(ask(stranger, 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('what was committed is there after a stop and a start', async () => {
  const first = await start(used)
  await ask(first.url('postgres'), 'CREATE DATABASE "of ours"')
  await ask(first.url('of ours'), 'CREATE TABLE kept AS SELECT 7 AS number')
  await first.stop()
  expect(fs.existsSync(pidFile(used))).toBe(false)
  const second = await start(used)
  expect(await ask(second.url('of ours'), 'SELECT number FROM kept')).toEqual([7])
})

test('whoever comes next joins the PostgreSQL that a killed process left running', async () => {
  await startAndBeKilled(used)
  const left = pidIn(used)
  const postgres = await start(used)
  expect(pidIn(used)).toBe(left)
  expect(await ask(postgres.url('postgres'), 'SELECT 1')).toEqual([1])
  await postgres.stop()
  expect(fs.existsSync(pidFile(used))).toBe(false)
})

test('two that start at the same moment share one PostgreSQL, and the last stops it', async () => {
  const folder = join(root, 'shared')
  const [one, other] = await Promise.all([start(folder), start(folder)])
  expect(one.url('postgres')).toBe(other.url('postgres'))
  expect(fs.readdirSync(folder).sort()).toEqual(['postgres', 'postgres.log'])
  await one.stop()
  expect(await ask(other.url('postgres'), 'SELECT 1')).toEqual([1])
  await other.stop()
  expect(fs.existsSync(pidFile(folder))).toBe(false)
})

test('all who leave at the same moment leave nothing running', async () => {
  const all = await Promise.all([start(used), start(used), start(used)])
  await Promise.all(all.map((each) => each.stop()))
  expect(fs.existsSync(pidFile(used))).toBe(false)
})

test('starts although another process has the number of a PostgreSQL that died', async () => {
  await startAndBeKilled(used)
  const lines = fs.readFileSync(pidFile(used), 'utf8').split('\n')
  process.kill(pidIn(used), 'SIGKILL')
  fs.writeFileSync(pidFile(used), [process.pid, ...lines.slice(1)].join('\n'))
  const postgres = await start(used)
  expect(await ask(postgres.url('postgres'), 'SELECT 1')).toEqual([1])
})

test('a folder that cannot be written is named in one clear line', async () => {
  fs.writeFileSync(join(root, 'file'), '')
  const folder = join(root, 'file', 'data')
  await expect(start(folder)).rejects.toThrow(
    `Holdfast cannot keep its database in ${folder} (ENOTDIR): ` +
      'let this user read and write that folder, or name another.',
  )
})

test('a start that fails quotes what PostgreSQL said', async () => {
  const folder = join(root, 'foreign')
  fs.mkdirSync(join(folder, 'postgres', "somebody else's"), { recursive: true })
  await expect(start(folder)).rejects.toThrow(
    /^PostgreSQL did not start: .* is not a database cluster directory \(.* has more\)$/,
  )
})

test('programs that are not there are named, and so is the way out', async () => {
  const missing = startEmbeddedPostgres({ folder: join(root, 'bare'), binaries: '/nowhere' })
  await expect(missing).rejects.toThrow(/^PostgreSQL does not run from \/nowhere: .*DATABASE_URL/)
})

const asRoot = process.getuid?.() === 0 ? test : test.skip

asRoot("root's PostgreSQL has its cluster elsewhere when it cannot enter the folder", async () => {
  const folder = join(fs.mkdtempSync(join(root, 'closed-')), 'data')
  const first = await start(folder)
  const elsewhere = dirname(fs.readlinkSync(join(folder, 'postgres')))
  try {
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS number')
    await first.stop()
    const second = await start(folder)
    expect(await ask(second.url('postgres'), 'SELECT number FROM kept')).toEqual([7])
    await second.stop()
  } finally {
    fs.rmSync(elsewhere, { recursive: true, force: true })
  }
})
