import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as openid from 'openid-client'
import { Browser } from './browser.js'
import { Console } from './console.js'

let site: Console

beforeAll(async () => {
  site = await Console.open()
})
afterAll(() => site.close())

describe('nobody is led elsewhere to sign in', () => {
  test.each([
    ['another site', 'https://evil.example/'],
    ['a site without a scheme', '//evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['another port of this machine', 'http://127.0.0.1/'],
    ['a path that is not the console’s', '/graphql'],
    ['a path that only begins like the console’s', '/../evil'],
    ['what begins like this site', '@evil.example/'],
  ])('such as %s', async (_, place) => {
    const redirect_uri = /^\/\w|^\/\.|^@/.test(place) ? `${site.served.address}${place}` : place
    const { url } = await site.begin({ redirect_uri })
    const { response, text } = await new Browser().follow(url, undefined, 'https://evil')
    expect(response.status).toBe(400)
    expect(text).toContain('<h1>Holdfast cannot sign you in</h1>')
    expect(response.headers.get('location')).toBeNull()
  })
})

test.each<[string, Record<string, string>]>([
  ['no challenge', { code_challenge: '', code_challenge_method: '' }],
  ['a challenge in the clear', { code_challenge_method: 'plain' }],
  ['a token in the address', { response_type: 'token' }],
  ['a token for something else', { resource: 'https://elsewhere.example' }],
  ['a client that is unknown', { client_id: 'mallory' }],
  ['the client of a system', { client_id: 'emis-nightly' }],
])('there is no code for %s', async (_, changes) => {
  const { url } = await site.begin(changes)
  const { url: there, response } = await new Browser().follow(url, undefined, site.home)
  expect(response.status === 400 || /[?#&]error=/.test(there)).toBe(true)
  expect(there).not.toMatch(/[?#&](code|access_token)=/)
})

test('words of an address do not become part of a page', async () => {
  const { url } = await site.begin({ client_id: '<script>alert(1)</script>' })
  const { text } = await new Browser().follow(url)
  expect(text).not.toContain('<script>')
})

describe('a code that was overheard', () => {
  const use = async (code_verifier: Record<string, string>) => {
    const { back, browser } = await site.choose('asha.patel')
    const code = new URL(back.url).searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', client_id: 'console', code, ...code_verifier }
    const token = `${site.served.address}/oidc/token`
    const response = await browser.send(token, { redirect_uri: site.home, ...form })
    return { status: response.status, text: await response.text() }
  }

  test.each<[string, Record<string, string>]>([
    ['another verifier', { code_verifier: openid.randomPKCECodeVerifier() }],
    ['an empty verifier', { code_verifier: '' }],
    ['no verifier', {}],
  ])('is worth nothing with %s', async (_, verifier) => {
    const { status, text } = await use(verifier)
    expect(status).toBe(400)
    expect(text).toContain('invalid_grant')
  })
})

test('this address is told, whatever a request says it was sent to', async () => {
  const response = await fetch(`${site.served.address}/oidc/.well-known/openid-configuration`, {
    headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  })
  const told: any = await response.json()
  expect(told).toMatchObject({
    issuer: `${site.served.address}/oidc`,
    token_endpoint: `${site.served.address}/oidc/token`,
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
  })
  expect(JSON.stringify(told)).not.toContain('evil')
})

test('an identity token is worth nothing in the place of an access token', async () => {
  const { tokens } = await site.signIn('asha.patel')
  expect(await site.viewer(tokens.access_token)).toMatchObject({ status: 200 })
  expect(await site.viewer(tokens.id_token)).toMatchObject({ status: 401 })
})

test.each(['/oidc', '/oidc/', '/oidc/..%2fgraphql', '/oidc/interaction/', '/oidc/%00', '/oidcx'])(
  'nothing is at %s, and nothing fails there',
  async (path) => {
    expect((await fetch(`${site.served.address}${path}`)).status).toBe(404)
  },
)
