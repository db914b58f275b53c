import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { GOVERNANCE_LOCK } from '../../api/changes/make-change.js'
import { demonstrationSteps } from '../../api/demonstration/steps.js'
import { startEmbeddedPostgres } from '../../api/embedded-postgres.js'
import { makeSigner, sign } from '../access/served.js'
import { asOwner } from '../world/templates.js'
import { until } from '../world/until.js'
import { createDatabase, dropDatabase } from '../world/world.js'
import { addressOf, ask, build, killAll, launchScript, stop, type Running } from './processes.js'

const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-start-'))
const demonstrationData = join(root, 'demonstration')
const databases: string[] = []

beforeAll(async () => {
  // PostgreSQL started by root runs as another user, who has to get in.
  fs.chmodSync(root, 0o711)
  await build()
})
afterAll(async () => {
  killAll()
  if (fs.existsSync(pidFile)) {
    await startEmbeddedPostgres({ folder: demonstrationData }).then((left) => left.stop())
  }
  await Promise.all(databases.map(dropDatabase))
  fs.rmSync(root, { recursive: true, force: true })
})

const databaseOf = async (template: 'bodies' | 'demonstration' | null): Promise<string> => {
  const url = await createDatabase(template)
  databases.push(url)
  return url
}

const select = async (url: string, sql: string): Promise<any> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

/** All that a demonstration's ledger tells, but for when it was first started. */
const STORY = `SELECT count(*)::int AS entries, md5(string_agg(
  concat_ws(' ', sequence, at AT TIME ZONE 'UTC', kind, organisation, body), '\n'
  ORDER BY sequence)) AS story FROM ledger_entry WHERE sequence > 1`

const CLOCK = '{ ruling(practice: "DEMO0588") { at } }'
/** What a process says the time is, and between which moments it really said so. */
const nowIn = async (address: string, token: string) => {
  const fromMs = Date.now()
  const clockMs = Date.parse((await ask(address, CLOCK, token)).data.ruling.at)
  return { fromMs, clockMs, toMs: Date.now() }
}
const expectBetween = (ms: number, [least, most]: readonly [number, number]): void => {
  expect(ms).toBeGreaterThanOrEqual(least)
  expect(ms).toBeLessThanOrEqual(most)
}

const pidFile = join(demonstrationData, 'postgres', 'postmaster.pid')

/** Between which moments the demonstration was really first started. */
const firstStart = { fromMs: 0, toMs: 0 }

test('a first start that is told to stop half-way stops, and PostgreSQL with it', async () => {
  firstStart.fromMs = Date.now()
  const first = launchScript('start', { HOLDFAST_DATA: demonstrationData })
  await first.says(/Playing the demonstration/)
  expect(await stop(first, 'SIGINT')).toBe(1)
  expect(first.stderr).toBe('Stopped while starting; the next start goes on from here.\n')
  expect(fs.existsSync(pidFile)).toBe(false)
})

/** Kills a process that plays when it has played so much; answers how much it has. */
const killAfter = async (changes: number, { child, ended }: Running, url: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  let played = 0
  await until(async () => {
    await client.query('BEGIN')
    // Who plays waits for us before its next change, and so cannot have ended before we look.
    await client.query('SELECT pg_advisory_xact_lock($1)', [GOVERNANCE_LOCK])
    const { rows } = await client.query('SELECT count(DISTINCT change)::int FROM ledger_entry')
    played = rows[0].count
    if (played >= changes) child.kill('SIGKILL')
    if (played >= changes) expect(await ended).toBe('SIGKILL')
    await client.query('COMMIT')
    return played >= changes
  })
  await client.end()
  return played
}

/** Kills a first start once the demonstration is under way; answers how far it came. */
const killHalfWay = async (): Promise<number> => {
  const first = launchScript('start', { HOLDFAST_DATA: demonstrationData })
  await first.says(/Playing the demonstration/)
  const postgres = await startEmbeddedPostgres({ folder: demonstrationData })
  const url = postgres.url('postgres')
  const played = await killAfter(10, first, url)
  firstStart.toMs = Date.now()
  // Others have to find it as a killed process leaves it: the last to leave would stop it.
  const next = launchScript('start', { HOLDFAST_DATA: demonstrationData })
  starting.push(next, launchScript('start', { HOLDFAST_DATA: demonstrationData }))
  await next.says(/answers at/)
  story = await select(url, STORY)
  await postgres.stop()
  return played
}
const starting: Running[] = []
let story: object
/** What the first process printed, and when its clock said what. */
let printed: string
let firstAsked: Awaited<ReturnType<typeof nowIn>>
let token: string

test('a first start that is killed half-way is completed by whoever starts next', async () => {
  const played = await killHalfWay()
  expect(played).toBeGreaterThanOrEqual(10)
  expect(played).toBeLessThan(demonstrationSteps().length)
  expect(story).toEqual(await select(await databaseOf('demonstration'), STORY))
})

test('two that start at once play it once, and each prints a query that works', async () => {
  for (const started of starting) {
    const [command, bearer] = await started.says(/^curl [^]*?Bearer ([\w.-]+)'[^]*?-d '.*'$/m)
    const { stdout } = spawnSync('sh', ['-c', command.replace('curl', 'curl -sS')])
    const { data } = JSON.parse(String(stdout))
    expect(data.ruling).toMatchObject({ outcome: expect.stringMatching(/^(PERMIT|REFUSE)$/) })
    expect(data.ruling.reasons.length === 0).toBe(data.ruling.outcome === 'PERMIT')
    printed = bearer!
    expect(started.stderr).toBe('')
  }
  const address = await addressOf(starting[0]!)
  firstAsked = await nowIn(address, printed)
  expectBetween(firstAsked.clockMs - Date.parse('2010-04-22T08:00:00Z'), [
    firstAsked.fromMs - firstStart.toMs, firstAsked.toMs - firstStart.fromMs,
  ])
})

test('each stops at a signal, and the last one stops PostgreSQL', async () => {
  const [one, other] = starting as [Running, Running]
  expect(await stop(one, 'SIGINT')).toBe(0)
  expect(fs.existsSync(pidFile)).toBe(true)
  expect((await ask(await addressOf(other), '{ ledgerHead { root } }')).status).toBe(200)
  expect(await stop(other, 'SIGTERM')).toBe(0)
  expect(fs.existsSync(pidFile)).toBe(false)
  expect(one.stderr + other.stderr).toBe('')
})

test('a token is printed for any role, with the demonstration’s own key', async () => {
  const env = { HOLDFAST_DATA: demonstrationData }
  const jane = ['--role', 'PROGRAMME_ADMIN', '--organisation', 'DH', '--subject', 'jane']
  const printing = launchScript('token', env, jane)
  expect(await printing.ended).toBe(0)
  expect(printing.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  token = printing.stdout.trim()
})

test('a later start keeps the data, the key and the clock', async () => {
  const started = launchScript('start', { HOLDFAST_DATA: demonstrationData })
  const address = await addressOf(started)
  expect(started.stdout).not.toMatch(/Playing/)
  const { fromMs, clockMs, toMs } = await nowIn(address, printed)
  expectBetween(clockMs - firstAsked.clockMs, [fromMs - firstAsked.toMs, toMs - firstAsked.fromMs])

  const entries = `{ ledgerEntries(first: 1, orderBy: { field: SEQUENCE }) {
    totalCount edges { node { kind body { after reason } } } } }`
  const { totalCount, edges } = (await ask(address, entries, token)).data.ledgerEntries
  expect({ entries: totalCount - 1 }).toMatchObject({ entries: (story as any).entries })
  expect(edges[0].node).toMatchObject({
    kind: 'openRegister',
    body: { after: { demonstration: true }, reason: expect.stringMatching(/demonstration/) },
  })
  const { viewer } = (await ask(address, '{ viewer { subject organisation roles } }', token)).data
  expect(viewer).toEqual({ subject: 'jane', organisation: 'DH', roles: ['PROGRAMME_ADMIN'] })
  expect(await stop(started)).toBe(0)
})

test('a real register has the reference bodies, and is shared by two processes', async () => {
  const url = await databaseOf(null)
  const issuer = await makeSigner('https://tokens.example')
  const { issuer: name, audience, keys, gives } = issuer
  const issuersFile = join(root, 'issuers.json')
  const trusted = { issuers: [{ issuer: name, audience, keys, gives }] }
  fs.writeFileSync(issuersFile, JSON.stringify(trusted))
  const env = { DATABASE_URL: url, HOLDFAST_ISSUERS: issuersFile, HOLDFAST_DATA: join(root, 'no') }
  const begunMs = Date.now()
  const both = [launchScript('start', env), launchScript('start', env)]
  const [one, other] = (await Promise.all(both.map(addressOf))) as [string, string]

  const bodies = 'SELECT max(sequence) AS entries FROM ledger_entry'
  const expected = await select(await databaseOf('bodies'), bodies)
  // One entry more: whose tokens count, entered by one of the two.
  expect(await select(url, bodies)).toEqual({ entries: expected.entries + 1 })
  const admin = await sign(issuer, { role: 'PROGRAMME_ADMIN' })
  const counts = `{ rollouts { totalCount } practices { totalCount } programmes { totalCount }
    regions { totalCount } ledgerHead { at } }`
  const { ledgerHead, regions, ...none } = (await ask(one, counts, admin)).data
  expectBetween(Date.parse(ledgerHead.at), [begunMs, Date.now()])
  expect(regions.totalCount).toBeGreaterThan(100)
  const nothing = { totalCount: 0 }
  expect(none).toEqual({ rollouts: nothing, practices: nothing, programmes: nothing })
  expect((await ask(one, '{ viewer { subject } }', token)).status).toBe(401)
  expect(both[0]?.stdout).not.toMatch(/curl|Playing/)

  await expectSeen(one, other, admin, 'FIRST')
  await expectSeen(other, one, admin, 'SECOND')
  await expectBothEndWithTheirLedger(url, both)
})

/** Changes by one process, and finds it by the other. */
const expectSeen = async (from: string, to: string, admin: string, code: string) => {
  const change = `mutation ($input: RecordOrganisationInput!) {
    recordOrganisation(input: $input) { status } }`
  const input = { code, name: code, reason: 'A test.' }
  const { data } = await ask(from, change, admin, { input })
  expect(data.recordOrganisation.status).toBe('APPLIED')
  const search = `{ organisations(filter: { search: "${code}" }) { totalCount } }`
  await until(async () => (await ask(to, search, admin)).data.organisations.totalCount === 1)
}

/** A ledger that loses its head stops every process that followed it. */
const expectBothEndWithTheirLedger = async (url: string, both: Running[]): Promise<void> => {
  const last = '(SELECT max(sequence) FROM ledger_entry)'
  await asOwner(url, `DELETE FROM ledger_entry WHERE sequence = ${last}`)
  for (const { ended } of both) expect(await ended).toBe(1)
  for (const { stderr } of both) expect(stderr).toMatch(/^Holdfast cannot go on: the ledger lost/)
}
