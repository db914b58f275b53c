import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld, type World } from '../world/world.js'
import { makeSigner, serve, type Served } from './served.js'

let world: World
let served: Served

beforeAll(async () => {
  world = await openWorld()
  served = await serve(world, [await makeSigner('tests')])
})
afterAll(async () => {
  await served.close()
  await world.close()
})

const QUERY = { method: 'POST', headers: { 'content-type': 'application/json' } }
const NOTHING = "default-src 'none'; frame-ancestors 'none'"

test.each<[string, string, RequestInit, number]>([
  ['an answer', '/graphql', { ...QUERY, body: '{ "query": "{ __typename }" }' }, 200],
  ['an answer to a GET', '/graphql?query={__typename}', {}, 200],
  ['an error', '/graphql', { ...QUERY, body: '{ "query": "{" }' }, 400],
  ['a body that is none', '/graphql', { ...QUERY, body: '{' }, 400],
  ['a bad token', '/graphql', { headers: { authorization: 'Bearer x' } }, 401],
  ['a bad id', '/graphql', { headers: { 'x-request-id': 'x' } }, 400],
  ['what is not there', '/nothing', {}, 404],
  ['the way to the page', '/', {}, 302],
])('%s is safe to show, and not kept', async (_, path, init, status) => {
  const response = await fetch(`${served.address}${path}`, { redirect: 'manual', ...init })
  expect({ status: response.status, ...Object.fromEntries(response.headers) }).toMatchObject({
    status,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': NOTHING,
  })
  expect(response.headers.get('x-powered-by')).toBeNull()
})

test('the page to try queries on runs its own scripts, and is shown in no other page', async () => {
  const response = await fetch(`${served.address}/graphiql`)
  await response.arrayBuffer()
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(policy).toMatch(/connect-src 'self'(;|$)/)
  expect(policy).not.toMatch(/https?:|\*/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})
