import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart, readConfig } from '../../api/config.js'
import { createDatabase, dropDatabase, type World } from '../world/world.js'
import { build, killAll, launchScript, type Running } from './processes.js'

const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-cannot-'))
const file = join(root, 'file')
const taken = createServer()
let real: World['url']
let demonstration: World['url']

const write = (name: string, text: string): string => {
  fs.writeFileSync(join(root, name), text)
  return join(root, name)
}
/** The database's address with something else in it. */
const changed = (rest: Partial<URL>): string => Object.assign(new URL(real), rest).href
const takenPort = (): string => String((taken.address() as AddressInfo).port)

const DEAF = JSON.stringify({ issuers: [{ issuer: 'https://a.example' }] })

interface Case {
  readonly name: string
  readonly env: () => NodeJS.ProcessEnv
  readonly says: RegExp
  readonly script?: 'start' | 'token'
}
const CASES: readonly Case[] = [
  { name: 'a port that is none', env: () => ({ PORT: 'abc' }), says: /^PORT is "abc"/ },
  {
    name: 'a rate that lets nobody in',
    env: () => ({ HOLDFAST_CHANGES_A_MINUTE: '0' }),
    says: /^HOLDFAST_CHANGES_A_MINUTE is "0"; it has to be a number from 1 on\./,
  },
  {
    name: 'half a proxy',
    env: () => ({ HOLDFAST_PROXIES: '0.5' }),
    says: /^HOLDFAST_PROXIES is "0\.5"; it has to be a number from 0 on\./,
  },
  {
    name: 'a switch that is neither on nor off',
    env: () => ({ HOLDFAST_DEMONSTRATION: 'maybe' }),
    says: /^HOLDFAST_DEMONSTRATION is "maybe"; it has to be on or off\./,
  },
  {
    name: 'a gateway that is no address',
    env: () => ({ HOLDFAST_GATEWAY: 'gateway.example:4000' }),
    says: /^HOLDFAST_GATEWAY has to look like https:\/\/gateway\.example\/graphql/,
  },
  {
    name: 'a port that is in use',
    env: () => ({ DATABASE_URL: real, PORT: takenPort() }),
    says: /^Port \d+ of 127\.0\.0\.1 is in use\. .* set PORT to another\./,
  },
  {
    name: 'a port that is in use, before anything is played',
    env: () => ({ HOLDFAST_DATA: join(root, 'unplayed'), PORT: takenPort() }),
    says: /^Port \d+ of 127\.0\.0\.1 is in use\./,
  },
  {
    name: 'an address that is not this machine’s',
    env: () => ({ DATABASE_URL: real, HOST: '192.0.2.1' }),
    says: /^Holdfast cannot listen on 192\.0\.2\.1:\d+: .*EADDRNOTAVAIL/,
  },
  {
    name: 'a database where nobody listens',
    env: () => ({ DATABASE_URL: changed({ port: '1' }) }),
    says: /^Holdfast cannot use the database of DATABASE_URL: .*ECONNREFUSED/,
  },
  {
    name: 'a wrong password',
    env: () => ({ DATABASE_URL: changed({ password: 'sesame' }) }),
    says: /^Holdfast cannot use the database of DATABASE_URL: password authentication failed/,
  },
  {
    name: 'a database that does not exist',
    env: () => ({ DATABASE_URL: changed({ pathname: '/nowhere' }) }),
    says: /^Holdfast cannot use the database of DATABASE_URL: database "nowhere" does not exist/,
  },
  {
    name: 'a data folder that cannot be made',
    env: () => ({ HOLDFAST_DATA: join(file, 'data') }),
    says: /file\/data cannot be written; set HOLDFAST_DATA to another: ENOTDIR/,
  },
  {
    name: 'a data folder that cannot be made, without a demonstration',
    env: () => ({ HOLDFAST_DATA: join(file, 'data'), HOLDFAST_DEMONSTRATION: 'off' }),
    says: /^Holdfast cannot .*file\/data \(ENOTDIR\)/,
  },
  {
    name: 'a demonstration’s key that is damaged',
    env: () => ({ HOLDFAST_DATA: join(root, 'damaged') }),
    says: /demonstration-key\.json holds no key\. Remove it/,
  },
  {
    name: 'a demonstration’s database, with the real clock',
    env: () => ({ DATABASE_URL: demonstration }),
    says: /^This database holds a demonstration\./,
  },
  {
    name: 'a real database, with the demonstration’s clock',
    env: () => ({ DATABASE_URL: real, HOLDFAST_DEMONSTRATION: 'on' }),
    says: /^This database holds a real register\./,
  },
  {
    name: 'a file of issuers that is missing',
    env: () => ({ DATABASE_URL: real, HOLDFAST_ISSUERS: join(root, 'missing.json') }),
    says: /^HOLDFAST_ISSUERS: .*missing\.json cannot be read as JSON: ENOENT/,
  },
  {
    name: 'a file of issuers that is not JSON, over several lines',
    env: () => ({ DATABASE_URL: real, HOLDFAST_ISSUERS: write('not.json', '{\n  no\n\n}\n') }),
    says: /not\.json cannot be read as JSON/,
  },
  {
    name: 'an issuer without an audience',
    env: () => ({ DATABASE_URL: real, HOLDFAST_ISSUERS: write('deaf.json', DEAF) }),
    says: /deaf\.json: issuer https:\/\/a\.example: audience is missing; it has to be a text\.$/m,
  },
  {
    name: 'a demonstration that would sign in anybody on the network',
    env: () => ({ DATABASE_URL: real, HOLDFAST_DEMONSTRATION: 'on', HOST: '0.0.0.0' }),
    says: /^HOST is "0\.0\.0\.0", and the demonstration signs anybody in without a password/,
  },
  {
    name: 'a demonstration that others would reach by another address',
    env: () => ({ HOLDFAST_ORIGIN: 'https://holdfast.example' }),
    says: /^HOLDFAST_ORIGIN is "https:\S+", and the demonstration signs anybody in/,
  },
  {
    name: 'a token where there is no demonstration',
    env: () => ({ HOLDFAST_DATA: join(root, 'nothing') }),
    script: 'token',
    says: /^There is no demonstration in .*nothing; start one with npm start/,
  },
]

const AUDITOR = ['--role', 'AUDITOR', '--organisation', 'DH', '--subject', 'jane']
const AT_ONCE = 2

const outcomes = new Map<string, Promise<Running & { how: number | string }>>()

const runCase = async ({ env, script = 'start' }: Case) => {
  const usual = { HOLDFAST_DATA: join(root, 'data') }
  const args = script === 'token' ? AUDITOR : []
  const run = launchScript(script, { ...usual, ...env() }, args)
  return Object.assign(run, { how: await run.ended })
}

beforeAll(async () => {
  fs.chmodSync(root, 0o711)
  fs.writeFileSync(file, '')
  fs.mkdirSync(join(root, 'damaged'))
  write('damaged/demonstration-key.json', '')
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  real = await createDatabase('bodies')
  demonstration = await createDatabase('demonstration')
  await build()
  // Each takes a second of a processor: two at once, in turn.
  const turns: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
  CASES.forEach((each, index) => {
    const outcome = turns[index % AT_ONCE]!.then(() => runCase(each))
    turns[index % AT_ONCE] = outcome
    outcomes.set(each.name, outcome)
  })
})
afterAll(async () => {
  killAll()
  taken.close()
  await Promise.all([real, demonstration].map(dropDatabase))
  fs.rmSync(root, { recursive: true, force: true })
})

test.each(CASES)('$name: one clear line, and no start', async ({ name, says }) => {
  const { how, stdout, stderr } = await outcomes.get(name)!
  expect({ how, stdout }).toEqual({ how: 1, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|sesame/)
})

test('what could not start has left no PostgreSQL running', () => {
  const left = fs.readdirSync(root, { recursive: true }).map(String)
  expect(left.filter((name) => name.endsWith('postmaster.pid'))).toEqual([])
})

describe('the environment', () => {
  const usual = { databaseUrl: null, demonstration: true, host: '127.0.0.1', port: 4000 }

  test('may be empty, and then the demonstration answers this machine alone', () => {
    expect(readConfig({})).toMatchObject({ ...usual, issuersFile: null })
    expect(readConfig({}).gateway).toBeNull()
    const HOLDFAST_GATEWAY = 'http://gateway.example:8080/all/graphql'
    expect(readConfig({ HOLDFAST_GATEWAY }).gateway).toBe(HOLDFAST_GATEWAY)
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '' })).toMatchObject(usual)
  })

  test('with a database means a real register, unless it says otherwise', () => {
    const DATABASE_URL = 'postgresql://h/d'
    expect(readConfig({ DATABASE_URL }).demonstration).toBe(false)
    expect(readConfig({ DATABASE_URL, HOLDFAST_DEMONSTRATION: 'on' }).demonstration).toBe(true)
    expect(readConfig({ HOLDFAST_DEMONSTRATION: 'off' }).demonstration).toBe(false)
  })

  test.each([
    { PORT: '65536' }, { PORT: '-1' }, { PORT: '4e3' }, { PORT: '80.5' }, { PORT: ' 80' },
    { DATABASE_URL: 'mysql://u:sesame@h/d' }, { DATABASE_URL: 'u:sesame@h/d' },
    { DATABASE_URL: 'postgres://u:sesame@h:port/d' },
    { HOLDFAST_ORIGIN: 'https://a.example/path' }, { HOLDFAST_ORIGIN: 'ftp://a.example' },
    { HOLDFAST_GATEWAY: '/graphql' }, { HOLDFAST_GATEWAY: 'ws://gateway.example' },
    { HOLDFAST_GATEWAY: 'https://u:sesame@gateway.example' },
    { HOLDFAST_DEMONSTRATION: 'ON' }, { HOLDFAST_DEMONSTRATION: 'true' },
  ])('%j is refused, by name', (env) => {
    expect(() => readConfig(env)).toThrow(CannotStart)
    expect(() => readConfig(env)).toThrow(new RegExp(`^${Object.keys(env)[0]} (is|has)`))
    expect(() => readConfig(env)).not.toThrow(/sesame/)
  })
})
