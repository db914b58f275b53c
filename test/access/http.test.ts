import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { once } from 'node:events'
import { connect } from 'node:net'
import { asOwner } from '../world/templates.js'
import type { World } from '../world/world.js'
import { serveWorld, type Served } from './served.js'

let world: World
let served: Served
let authorization: string

beforeAll(async () => {
  ;({ world, served, authorization } = await serveWorld('PROGRAMME_ADMIN'))
})
afterAll(() => served.close())
afterEach(() => {
  jest.restoreAllMocks()
})

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }
const JSON_TYPE = { 'content-type': 'application/json' }
const HEAD = '{ ledgerHead { sequence } }'
const asJson = (query: string): string => JSON.stringify({ query })

const send = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${served.address}${path}`, { redirect: 'manual', ...init })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body: any = isJson ? JSON.parse(text) : null
  const code = body?.errors?.[0].extensions.code as string | undefined
  return { status: response.status, headers: response.headers, text, body, code }
}

const ask = async (query: string, variables = {}) => {
  const response = await served.post(query, { authorization }, variables)
  const text = await response.text()
  const { data, errors = [] } = JSON.parse(text)
  return { status: response.status, text, data, errors, code: errors[0]?.extensions.code }
}

describe('a request that is none', () => {
  test.each([
    ['a body that is not JSON', '{ not json', JSON_TYPE, 400],
    ['half a JSON text', '{"query": "{ ledgerHead', JSON_TYPE, 400],
    ['no body', '', JSON_TYPE, 400],
    ['a number', '7', JSON_TYPE, 400],
    ['JSON that is no query', '{"question": 1}', JSON_TYPE, 400],
    ['a query that is a number', '{"query": 1}', JSON_TYPE, 400],
    ['variables that are a text', '{"query": "{ __typename }", "variables": "{"}', JSON_TYPE, 400],
  ])('%s is %#: refused as a bad request', async (_, body, headers, status) => {
    const answer = await send('/graphql', { method: 'POST', headers, body })
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code: 'BAD_REQUEST' })
  })

  test.each(['/', '/graphiql', '/graphql'])('%s is there', async (path) => {
    expect((await send(path)).status).not.toBe(404)
  })

  test.each(['/other', '/graphql/', '/GRAPHQL', '//graphql', '/graphql.json', '/../etc/passwd'])(
    '%s is not there',
    async (path) => {
      const { status, text } = await send(`${path}?query=x`)
      expect({ status, text }).toEqual({ status: 404, text: expect.stringMatching(/\/graphql, /) })
    },
  )

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no way to ask', async (method) => {
    const { status, headers } = await send('/graphql', { method, headers: JSON_TYPE })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, POST' })
  })

  test('a body of almost two million bytes is read, and a larger one is refused', async () => {
    const query = `${HEAD} #`
    const body = asJson(query + ' '.repeat(2_000_000 - asJson(query).length))
    const init = { method: 'POST', headers: JSON_TYPE }
    expect((await send('/graphql', { ...init, body })).status).toBe(200)
    const { status, code } = await send('/graphql', { ...init, body: `${body} ` })
    expect({ status, code }).toEqual({ status: 413, code: 'REQUEST_TOO_LARGE' })
  })

  test('a body of unknown length is refused too, however much is still to come', async () => {
    const chunk = new Uint8Array(100_000).fill(32)
    let left = 100
    const body = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    })
    const init = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' } as RequestInit
    expect((await send('/graphql', init)).status).toBe(413)
  })

  test('a caller who hangs up half-way is nobody’s failure, and others are answered', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const { port } = new URL(served.address)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    const head = ['POST /graphql HTTP/1.1', 'host: localhost', 'content-length: 1000']
    socket.write(`${[...head, 'content-type: application/json'].join('\r\n')}\r\n\r\n{"query`)
    socket.end()
    // It is let go once what it began has been given up.
    await once(socket.resume(), 'close')
    expect((await ask(HEAD)).status).toBe(200)
    expect(log.mock.calls).toEqual([])
  })
})

describe('GET', () => {
  const search = (query: string): string => `/graphql?${new URLSearchParams({ query })}`
  const headers = { 'apollo-require-preflight': 'yes' }

  test('answers a query', async () => {
    const { status, body } = await send(search(HEAD), { headers })
    expect({ status, body }).toEqual({
      status: 200,
      body: { data: { ledgerHead: { sequence: world.follower.current.head.sequence } } },
    })
  })

  test('changes nothing', async () => {
    const before = world.follower.current.head.sequence
    const input = '{ id: "S-1", version: 1, reason: "None." }'
    const mutation = `mutation { liftSuspension(input: ${input}) { status } }`
    const { status, text } = await send(search(mutation), {
      headers: { ...headers, authorization },
    })
    expect(status).toBe(405)
    expect(text).toMatch(/not mutation operations/)
    expect(world.follower.current.head.sequence).toBe(before)
  })

  test('shows no page of another host to a browser', async () => {
    const headers = { accept: 'text/html', ...BROWSER }
    const { status, text } = await send('/graphql', { headers })
    expect({ status, text }).toEqual({ status: 400, text: expect.not.stringMatching(/<|apollog/) })
  })
})

test.each([
  ['a GET that a page elsewhere can cause', { method: 'GET', headers: BROWSER }],
  ['a text', { method: 'POST', headers: { 'content-type': 'text/plain' } }],
  ['no type', { method: 'POST', headers: {} }],
  ['a form', {
    method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }],
  ['a form with files', {
    method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }],
])('%s is refused, though it is a good query otherwise', async (_, init) => {
  const isGet = init.method === 'GET'
  const path = isGet ? `/graphql?${new URLSearchParams({ query: HEAD })}` : '/graphql'
  const body = isGet ? {} : { body: new Blob([asJson(HEAD)]) }
  const { status, body: answer, text } = await send(path, { ...init, ...body })
  expect(status).toBe(400)
  expect(answer?.data).toBeUndefined()
  expect(text).toMatch(/CSRF|content-type/i)
})

test('the page at /graphiql loads nothing from another host', async () => {
  const { status, headers, text } = await send('/graphiql')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^text\/html/)
  // What stands in a script is text to the browser, and loads nothing by itself.
  const scripts = text.match(/<script\b[^>]*>/g) ?? []
  const start = text.indexOf('<script>')
  const end = text.lastIndexOf('</script>')
  const markup = text.slice(0, start) + text.slice(end)
  expect(scripts.filter((tag) => / src\b/i.test(tag))).toEqual([])
  const named = [...markup.matchAll(/(?:src|href|action|url)\s*[=(]\s*["']?([^"')\s>]+)/gi)]
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter(([, to]) => !to?.startsWith('data:'))).toEqual([])
  expect(markup).not.toMatch(/@import|<base|http-equiv/i)
  expect(text).not.toMatch(/unpkg\.com|jsdelivr|cdnjs|googleapis|esm\.sh/)
  expect(text.slice(end - 1000)).toContain('"endpoint":"/graphql"')
})

test('the front page sends on to it', async () => {
  const { status, headers } = await send('/')
  expect({ status, location: headers.get('location') }).toEqual({
    status: 302, location: '/graphiql',
  })
})

describe('what is asked wrongly', () => {
  test.each([
    ['an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing argument', '{ region { code } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', '{ region(name: "x") { code } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a word that is no activity', '{ ruling(practice: "x", activity: DANCE) { outcome } }', {},
      'GRAPHQL_VALIDATION_FAILED'],
    ['a day that is no moment', '{ ruling(practice: "x", at: "2010-04-16") { outcome } }', {},
      'GRAPHQL_VALIDATION_FAILED'],
    ['a field of nothing', '{ ledgerHead }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{ region(', {}, 'GRAPHQL_PARSE_FAILED'],
    ['no operation', 'fragment F on Region { code }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations, and none named', 'query A { __typename } query B { __typename }', {},
      'OPERATION_RESOLUTION_FAILURE'],
    ['a missing variable', 'query ($c: ID!) { region(code: $c) { code } }', {}, 'BAD_USER_INPUT'],
  ])('%s: 400, with a code', async (_, query, variables, expected) => {
    const { status, data, errors, code } = await ask(query, variables)
    expect({ status, code }).toEqual({ status: 400, code: expected })
    expect(data).toBeUndefined()
    const besides = ['code', 'validationErrors']
    expect(Object.keys(errors[0].extensions).filter((key) => !besides.includes(key))).toEqual([])
  })
})

describe('values that break a rule', () => {
  const CREATE = `mutation ($input: CreateProgrammeInput!) {
    createProgramme(input: $input) { status } }`
  const good = {
    code: 'ZZZ', name: 'Zed', noticeDaysMin: 84, validitySecondsMax: 3600,
    obligations: [{ code: 'TELL', text: 'Tell.' }], reason: 'A test.',
  }
  const SECRET = 'sesame-4711'

  test.each([
    ['a code', { code: SECRET }, ['code']],
    ['a name that is empty', { name: '' }, ['name']],
    ['a name that is too long', { name: SECRET.repeat(100) }, ['name']],
    ['a reason that is empty', { reason: '' }, ['reason']],
    ['a negative number', { noticeDaysMin: -4711 }, ['noticeDaysMin']],
    ['what stands in a list', { obligations: [{ code: SECRET, text: '' }] },
      ['obligations.0.code', 'obligations.0.text']],
    ['several at once', { code: SECRET, name: '', validitySecondsMax: -4711 },
      ['code', 'name', 'validitySecondsMax']],
  ])('%s: each field is named with its rules, and nothing is echoed', async (_, rest, fields) => {
    const { text, data, errors, code } = await ask(CREATE, { input: { ...good, ...rest } })
    expect({ data, code }).toEqual({ data: null, code: 'INVALID_INPUT' })
    expect(errors).toHaveLength(1)
    const { validationErrors, ...others } = errors[0].extensions
    expect(others).toEqual({ code: 'INVALID_INPUT' })
    expect(validationErrors.map(({ field }: { field: string }) => field).sort()).toEqual(fields)
    for (const { rules } of validationErrors) expect(rules.join()).toMatch(/[a-z]+ (must|should)/)
    expect(text).not.toMatch(/sesame|4711/)
  })

  test('a page that is too long, in the arguments themselves', async () => {
    const { errors, code } = await ask('{ regions(first: 201) { totalCount } }')
    expect(code).toBe('INVALID_INPUT')
    expect(errors[0].extensions.validationErrors).toEqual([
      { field: 'first', rules: ['first must be at most 200'] },
    ])
  })
})

test('a failure of the database is told to the log, and to nobody else', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await asOwner(world.url, 'ALTER TABLE anonymous_refusal RENAME TO elsewhere')
  const input = '{ id: "S-1", version: 1, reason: "None." }'
  const response = await served.post(`mutation { liftSuspension(input: ${input}) { status } }`)
  await asOwner(world.url, 'ALTER TABLE elsewhere RENAME TO anonymous_refusal')
  const { errors }: any = await response.json()
  expect(errors).toEqual([{
    message: 'Holdfast failed to answer; the failure is in its log.',
    locations: [{ line: 1, column: 12 }],
    path: ['liftSuspension'],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  }])
  expect(String(log.mock.calls[0]?.[0])).toMatch(/anonymous_refusal/)
})
