import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const BUILD = join(process.cwd(), 'build.js')
const BUILDING = 'Building the console, once …\n'
const SOURCES: Readonly<Record<string, string>> = {
  'api/main.ts': 'export const started: boolean = true',
  'schema.graphql': 'type Query { a: Int }',
  'package-lock.json': '{}',
  'console/vite.config.ts': "export default { root: 'console' }",
  'console/index.html':
    '<!doctype html><title>Small</title><script type="module" src="/main.ts"></script>',
  'console/main.ts': "document.body.textContent = 'Small, but a console.' as string",
  'console/more.ts': 'export const more = 1',
}

/** A project as small as one that has a console can be. */
let root: string
const write = (path: string, said: string): void => {
  fs.mkdirSync(join(root, path, '..'), { recursive: true })
  fs.writeFileSync(join(root, path), said)
}
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'holdfast-build-'))
  for (const [path, said] of Object.entries(SOURCES)) write(path, said)
  fs.mkdirSync(join(root, 'dist', 'api'), { recursive: true })
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const build = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env.PATH } }
    execFile(process.execPath, [BUILD, ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })

const built = (path: string): string => join(root, 'dist', 'console', path)
const assets = (): string[] => fs.readdirSync(built('assets'))
const AGO_MS = 10_000
/** What was built stands as if it had been built a while ago, and its sources long before. */
const age = (): void => {
  for (const path of ['console', ...Object.keys(SOURCES)]) fs.utimesSync(join(root, path), 0, 0)
  const ago = new Date(Date.now() - AGO_MS)
  fs.utimesSync(built('index.html'), ago, ago)
}
const touch = (path: string): void => fs.utimesSync(join(root, path), new Date(), new Date())
const WELL = { code: 0, stderr: '' }

test('the first start builds the console, compressed, and says so in one line', async () => {
  expect(await build('--console')).toEqual({ ...WELL, stdout: BUILDING })
  const [script] = assets().filter((name) => name.endsWith('.js'))
  const whole = fs.readFileSync(built(`assets/${script}`))
  expect(whole.toString()).toContain('Small, but a console.')
  expect(fs.readFileSync(built('index.html'), 'utf8')).toContain(`/assets/${script}`)
  expect(brotliDecompressSync(fs.readFileSync(built(`assets/${script}.br`)))).toEqual(whole)
  expect(gunzipSync(fs.readFileSync(built(`assets/${script}.gz`)))).toEqual(whole)
  expect(fs.readdirSync(join(root, 'dist')).sort()).toEqual(['api', 'console'])
})

test('a later start builds it only where something that it is made of is newer', async () => {
  await build('--console')
  age()
  expect(await build('--console')).toEqual({ ...WELL, stdout: '' })
  for (const path of ['console/more.ts', 'schema.graphql', 'package-lock.json']) {
    touch(path)
    expect(await build('--console')).toEqual({ ...WELL, stdout: BUILDING })
    age()
  }
  fs.rmSync(join(root, 'console/more.ts'))
  expect(await build('--console')).toEqual({ ...WELL, stdout: BUILDING })
})

test('whatever else compiles neither builds the console nor takes it away', async () => {
  expect(await build()).toEqual({ ...WELL, stdout: '' })
  expect(fs.existsSync(built('index.html'))).toBe(false)
  await build('--console')
  age()
  touch('console/main.ts')
  write('dist/api/gone.js', 'export {}')
  expect(await build()).toEqual({ ...WELL, stdout: '' })
  expect(fs.existsSync(built('index.html'))).toBe(true)
  expect(fs.readdirSync(join(root, 'dist', 'api'))).toEqual(['main.js'])
})

test('a console that cannot be built stops the start with a line; the last one stays', async () => {
  await build('--console')
  const before = assets()
  age()
  write('console/main.ts', "import './nowhere'")
  const { code, stdout, stderr } = await build('--console')
  expect({ code, stdout }).toEqual({ code: 1, stdout: BUILDING })
  expect(stderr).toMatch(/^The console cannot be built: [^\n]*nowhere[^\n]*\n$/)
  expect(assets()).toEqual(before)
  expect(fs.readdirSync(join(root, 'dist')).sort()).toEqual(['api', 'console'])
})

test('two starts at once both go on, and leave one console', async () => {
  const both = await Promise.all([build('--console'), build('--console')])
  expect(both.map(({ code, stderr }) => ({ code, stderr }))).toEqual([WELL, WELL])
  expect(fs.readdirSync(join(root, 'dist')).sort()).toEqual(['api', 'console'])
  expect(fs.existsSync(built('index.html.br'))).toBe(true)
})

test('where there is no console to build, nothing is built', async () => {
  fs.rmSync(join(root, 'console'), { recursive: true })
  expect(await build('--console')).toEqual({ ...WELL, stdout: '' })
  expect(fs.readdirSync(join(root, 'dist'))).toEqual(['api'])
})
