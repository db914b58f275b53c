import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const readme = readFileSync('README.md', 'utf8')
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as object

const blocks = (language: string, page = readme): string[] =>
  [...page.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map((m) => m[1]!)

let folder: string
let server: ChildProcess
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-readme-'))
  await chmod(folder, 0o711)
  server = spawn('npm', ['start'], {
    env: { ...process.env, HOLDFAST_DATA: folder, PORT: '0', DATABASE_URL: '' },
    detached: true,
  })
  let said = ''
  for await (const chunk of server.stdout!) {
    said += String(chunk)
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
    if (address) break
  }
})

afterAll(async () => {
  process.kill(-server.pid!, 'SIGTERM')
  await once(server, 'close')
  await rm(folder, { recursive: true, force: true })
})

test('the first command is the one that starts Holdfast', () => {
  expect(blocks('sh')[0]).toBe('npm ci && npm start\n')
  expect(address).toMatch(/^http/)
})

test('the query of the README is answered as the README says', async () => {
  const command = blocks('sh')[1]!.replaceAll('http://127.0.0.1:4000', address)
  const env = { ...process.env, HOLDFAST_DATA: folder }
  const { stdout } = await promisify(execFile)('bash', ['-c', command], { env })
  expect(JSON.parse(stdout)).toEqual(JSON.parse(blocks('json')[0]!))
})

const firstHour = readFileSync('api/docs/first-hour.md', 'utf8')
/** What is another one each time: moments of the clock, and how far the ledger has come. */
const VARIES = ['at', 'validUntil', 'registerSequence', 'locations']
const settled = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    key === 'locations' ? undefined : VARIES.includes(key) && value !== null ? typeof value : value,
  )

test('every request of a partner’s first hour is answered as the page says', async () => {
  const commands = blocks('sh', firstHour)
  const answers = blocks('json', firstHour)
  expect(commands).toHaveLength(answers.length)
  // One shell, as whoever follows the page has: what a block defines, the next ones use.
  const script = commands.join("\nprintf '\\0'\n").replaceAll('http://127.0.0.1:4000', address)
  const env = { ...process.env, HOLDFAST_DATA: folder }
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env })
  expect(stdout.split('\0').map(settled)).toEqual(answers.map(settled))
})

test('every command that the README names is there', () => {
  const named = [...readme.matchAll(/`npm (?:run )?([\w:]+)/g)].map((m) => m[1]!)
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
})

test('every file that the README points to is there', () => {
  const links = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map((m) => m[1]!.split('#')[0]!)
  expect(links.filter((link) => !existsSync(link))).toEqual([])
})

test('every folder of the API is on the map', () => {
  const map = readme.slice(readme.indexOf('| folder of `api/`'))
  for (const name of ['kernel', 'ledger', 'register', 'rules', 'access', 'changes', 'audit']) {
    expect(map).toContain(`\`${name}\``)
  }
})
