import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { BuiltConsole } from '../../api/http/built-console.js'
import { Rates } from '../../api/http/rates.js'
import { measured } from '../../api/watch/metrics.js'
import { openWorld, type World } from '../world/world.js'
import { makeSigner, serve, type Served } from './served.js'

const root = mkdtempSync(join(tmpdir(), 'holdfast-console-'))
const folder = join(root, 'dist', 'console')
const BUDGETS = { requests: 1_000, anonymousRequests: 1_000, changes: 1_000, previews: 1_000 }
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const SECRET = 'no page of anybody'

let world: World
let served: Served

const write = (path: string, said: string): void => writeFileSync(join(folder, path), said)

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(root, 'package.json'), SECRET)
  writeFileSync(join(root, 'dist', 'near.js'), SECRET)
  write('index.html', '<!doctype html><title>Console</title>')
  write('icon.svg', '<svg/>')
  for (const ending of ['', '.br', '.gz']) write(`assets/main-DcgBvUr-.js${ending}`, `main${ending}`)
  world = await openWorld()
  const client = { name: 'Us', clientId: 'console', scope: 'openid', resource: null }
  const issuer = await makeSigner('https://issuer.example/realm')
  served = await serve(world, [{ ...issuer, console: client }, await makeSigner('https://mute')], {
    builtConsole: BuiltConsole.in(folder),
    rates: new Rates(BUDGETS),
    gateway: 'https://gateway.example:4443/graphql',
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await served.close()
  await world.close()
  rmSync(root, { recursive: true, force: true })
})

interface Init {
  readonly headers?: OutgoingHttpHeaders
  readonly method?: string
  readonly at?: Served
}

/** Sends a path as it is written, which `fetch` would not. */
const send = async (path: string, { headers, method, at = served }: Init = {}) => {
  const { hostname, port } = new URL(at.address)
  const sent = ask({ hostname, port, path, method, headers }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, text: await text(response) }
}
const nothing = { status: 404, text: expect.stringMatching(/^Nothing is here\./) }

describe('the page of the console', () => {
  test.each([
    '/', '/?day=2010-04-16', '/rollouts', '/rollouts/R-1', '/organisations/BMA%2FGPC',
    '/auth-callback?code=x&state=y', '/practices/P82001.1', '/index.html', '/oidc', '/%', '/%00',
  ])('is what a browser gets at %s', async (path) => {
    const { status, headers, text: page } = await send(path, { headers: BROWSER })
    expect({ status, page }).toMatchObject({ status: 200, page: expect.stringMatching(/Console/) })
    expect(headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-cache',
      'etag': expect.any(String),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  test('is at / for whoever asks for anything', async () => {
    expect((await send('/')).text).toMatch(/Console/)
    expect(await send('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  test('is sent again only where it is another one', async () => {
    const { etag } = (await send('/')).headers
    const again = await send('/rollouts', { headers: { ...BROWSER, 'if-none-match': etag } })
    expect(again).toMatchObject({ status: 304, text: '', headers: { 'cache-control': 'no-cache' } })
    const other = await send('/', { headers: { 'if-none-match': 'W/"1-1"' } })
    expect(other.status).toBe(200)
  })

  test('runs its own scripts alone, and asks us and whom it has to', async () => {
    const policy = String((await send('/')).headers['content-security-policy']).split('; ')
    expect(policy).toEqual([
      "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:", "font-src 'self'",
      "connect-src 'self' https://gateway.example:4443 https://issuer.example",
      "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "manifest-src 'self'",
    ])
  })

  test.each<[string, Init]>([
    ['/rollouts', {}],
    ['/rollouts', { headers: { accept: 'application/json' } }],
    ['/rollouts', { method: 'POST', headers: BROWSER }],
    ['/', { method: 'POST', headers: BROWSER }],
    ['/', { method: 'DELETE' }],
  ])('is not what %s is answered with %j', async (path, init) => {
    expect(await send(path, init)).toMatchObject(nothing)
  })

  test('takes the place of nothing that stands there already', async () => {
    expect((await send('/livez', { headers: BROWSER })).text).toBe('{"live":true}\n')
    expect((await send('/graphiql', { headers: BROWSER })).text).toMatch(/Holdfast GraphiQL/)
    expect((await send('/graphql', { headers: BROWSER })).text).not.toMatch(/Console/)
  })
})

describe('an asset of the console', () => {
  const ASSET = '/assets/main-DcgBvUr-.js'
  const kept = 'public, max-age=31536000, immutable'

  test.each([
    ['br', 'gzip, deflate, br', 'main.br'],
    ['gzip', 'gzip, deflate', 'main.gz'],
    [undefined, 'nothing else', 'main'],
  ])('comes as %s to whoever reads %s, to be kept for ever', async (how, reads, said) => {
    const answer = await send(ASSET, { headers: { 'accept-encoding': reads } })
    expect(answer).toMatchObject({ status: 200, text: said })
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript', 'cache-control': kept, 'vary': 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-encoding']).toBe(how)
    const none = await send(ASSET, { method: 'HEAD', headers: { 'accept-encoding': reads } })
    expect(none).toMatchObject({ text: '', headers: { 'content-length': String(said.length) } })
  })

  test('comes whole, whatever part of it is asked for', async () => {
    for (const range of ['bytes=1-2', 'bytes=9-1', 'bytes=x']) {
      expect(await send(ASSET, { headers: { range } })).toMatchObject({ status: 200, text: 'main' })
    }
  })

  test('that is not there is missing, and no page instead of it', async () => {
    for (const path of ['/assets/main-00000000.js', '/assets/', '/assets/a/b.js', '/assets/.x']) {
      const answer = await send(path, { headers: BROWSER })
      expect(answer).toMatchObject({ ...nothing, headers: { 'cache-control': 'no-store' } })
    }
  })

  test('that cannot be read ends its request, and nothing else', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const unreadable = createServer().listen(join(folder, 'assets', 'socket.js'))
    await once(unreadable, 'listening')
    await expect(send('/assets/socket.js')).rejects.toThrow()
    unreadable.close()
    expect(String(log.mock.calls[0]?.[0])).toMatch(/ENXIO/)
    expect((await send(ASSET)).status).toBe(200)
  })
})

test('a file beside the page is read by its name, and asked for again', async () => {
  const { status, headers, text: icon } = await send('/icon.svg', { headers: BROWSER })
  expect({ status, icon }).toEqual({ status: 200, icon: '<svg/>' })
  expect(headers['cache-control']).toBe('no-cache')
})

test.each([
  '/assets/../../package.json', '/assets/../../../package.json', '/assets/../../near.js',
  '/../../package.json', '/../near.js', '//near.js', '/..%2fnear.js', '/%2e%2e/near.js',
  '/assets/%2e%2e/%2e%2e/near.js', '/assets/%2e%2e%2f%2e%2e%2fnear.js', '/assets\\..\\..\\near.js',
  '/assets/..%5c..%5cnear.js', '/assets/%252e%252e/%252e%252e/near.js', '/assets/....//near.js',
  `/assets/${'../'.repeat(20)}etc/passwd`, '/assets/main-DcgBvUr-.js/../../../near.js',
  '/icon.svg/../../near.js', '/assets/%00', '/assets/main-DcgBvUr-.js%00',
])('%s leads nowhere', async (path) => {
  for (const headers of [{}, BROWSER, { 'accept-encoding': 'br' }]) {
    const { status, text: said } = await send(path, { headers })
    expect(said).not.toMatch(SECRET)
    expect(said).not.toMatch(/root:/)
    expect(said).not.toMatch(/^main/)
    if (headers !== BROWSER || path.startsWith('/assets/')) expect(status).toBe(404)
  }
})

test('a page is counted as one request of a stranger, and what it loads as none', async () => {
  const at = await serve(world, [], {
    builtConsole: BuiltConsole.in(folder),
    rates: new Rates({ ...BUDGETS, anonymousRequests: 2 }),
  })
  const load = async () => {
    const page = await send('/rollouts', { headers: BROWSER, at })
    const assets = [1, 2, 3].map(() => send('/assets/main-DcgBvUr-.js', { at }))
    expect((await Promise.all(assets)).map(({ status }) => status)).toEqual([200, 200, 200])
    return page.status
  }
  expect([await load(), await load(), await load()]).toEqual([200, 200, 429])
  await at.close()
})

test('the metrics know pages and assets, and no path that somebody made up', async () => {
  await send('/made-up', { headers: BROWSER })
  await send('/assets/main-DcgBvUr-.js')
  await send('/assets/made-up.js')
  const told = await measured.getSingleMetric('holdfast_request_seconds')!.get()
  const labels = new Set(told.values.map(({ labels: { path, status } }) => `${path} ${status}`))
  for (const label of ['/ 200', '/assets 200', '/assets 404']) expect(labels).toContain(label)
  expect([...labels].join()).not.toMatch(/made-up/)
})

test('where none was built, there is none', () => {
  expect(BuiltConsole.in(join(root, 'nowhere'))).toBeNull()
  expect(BuiltConsole.in(join(folder, 'assets'))).toBeNull()
})
