import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { hash } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import * as openid from 'openid-client'
import { later } from '../access/later.js'
import { Browser } from './browser.js'
import { Console } from './console.js'

let site: Console

beforeAll(async () => {
  site = await Console.open()
})
afterAll(() => site.close())
afterEach(() => {
  jest.useRealTimers()
})

test('somebody chooses whom to be, comes back with a code, and is known by the token', async () => {
  const { tokens } = await site.signIn('carol.hughes')
  expect((await site.viewer(tokens.access_token)).viewer).toEqual({
    issuer: `${site.served.address}/oidc`, subject: 'carol.hughes', organisation: 'BMA/GPC',
    roles: ['LIAISON'], region: null, supplier: null,
  })
  expect(tokens.claims()).toMatchObject({ sub: 'carol.hughes', name: 'Dr Carol Hughes' })
  const authorization = `Bearer ${tokens.access_token}`
  const named: any = await (await site.served.post('{ viewer { name } }', { authorization })).json()
  expect(named.data.viewer.name).toBe('Dr Carol Hughes')
  expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: 'holdfast' })
  expect(decodeProtectedHeader(tokens.access_token).alg).toBe('ES256')
})

test.each([
  ['asha.patel', 'PROGRAMME_ADMIN', { organisation: 'DH' }],
  ['ben.okafor', 'PROGRAMME_ADMIN', { organisation: 'DH' }],
  ['david.lee', 'REGIONAL_LEAD', { organisation: 'Q31', region: 'Q31' }],
  ['emma.clarke', 'REGIONAL_LEAD', { organisation: 'Q36', region: 'Q36' }],
  ['farid.khan', 'PRACTICE', { organisation: 'DEMO1513' }],
  ['grace.martin', 'PARTNER', { organisation: 'EMIS', supplier: 'EMIS' }],
  ['helen.shaw', 'AUDITOR', { organisation: 'DH' }],
])('%s is a %s', async (account, role, rest) => {
  const { tokens } = await site.signIn(account)
  expect((await site.viewer(tokens.access_token)).viewer).toMatchObject({
    subject: account, roles: [role], ...rest,
  })
})

describe('the page', () => {
  test('is one form that needs no script, with a label for each choice', async () => {
    const { form } = await site.signIn('asha.patel')
    const { text, response } = form
    expect(text).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    const ids = [...text.matchAll(/<input type="radio" name="account" id="([\w.]+)"/g)]
    expect(ids).toHaveLength(8)
    for (const [, id] of ids) expect(text).toContain(`<label for="${id}">`)
    expect(text).not.toMatch(/<script|javascript:| on\w+=/i)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each<[string, Record<string, string>]>([
    ['nobody', {}],
    ['somebody unknown', { account: 'mallory' }],
    ['far too much', { account: 'a'.repeat(20_000) }],
  ])('says so where %s is chosen, and takes a better choice', async (_, choice) => {
    const browser = new Browser()
    const { url } = await site.begin()
    const form = await browser.follow(url)
    const again = await browser.follow(form.url, choice)
    expect(again.response.status).toBe(400)
    expect(again.text).toContain('role="alert">Choose one of these people.')
    const back = await browser.follow(form.url, { account: 'asha.patel' }, `${site.home}?`)
    expect(new URL(back.url).searchParams.get('code')).toBeTruthy()
  })

  test.each([
    ['was never begun', async (browser: Browser) =>
      browser.send(`${site.served.address}/oidc/interaction/never`)],
    ['began in another browser', async () =>
      new Browser().send((await new Browser().follow((await site.begin()).url)).url)],
    ['was finished', async (browser: Browser) => {
      const { form } = await site.signIn('asha.patel', browser)
      return browser.send(form.url, { account: 'ben.okafor' })
    }],
  ])('says clearly that a sign-in is over that %s', async (_, visit) => {
    const response = await visit(new Browser())
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<h1>This sign-in is over</h1>')
  })
})

describe('a token is renewed', () => {
  test('by a refresh token that works once; used twice, both are worth nothing', async () => {
    const { tokens } = await site.signIn('asha.patel')
    const first = tokens.refresh_token ?? ''
    const renewed = await openid.refreshTokenGrant(site.known, first)
    expect(renewed.refresh_token).not.toBe(first)
    const { viewer } = await site.viewer(renewed.access_token)
    expect(viewer).toMatchObject({ subject: 'asha.patel' })
    const invalid = { error: 'invalid_grant' }
    await expect(openid.refreshTokenGrant(site.known, first)).rejects.toMatchObject(invalid)
    const second = renewed.refresh_token ?? ''
    await expect(openid.refreshTokenGrant(site.known, second)).rejects.toMatchObject(invalid)
  })

  test('once, though it is used many times at the same moment', async () => {
    const { tokens } = await site.signIn('asha.patel')
    const uses = Array.from({ length: 5 }, () =>
      openid.refreshTokenGrant(site.known, tokens.refresh_token ?? ''))
    const done = await Promise.allSettled(uses)
    expect(done.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  })

  test('not by its code again', async () => {
    const { back, verifier, state } = await site.signIn('asha.patel')
    const checks = { pkceCodeVerifier: verifier, expectedState: state }
    const again = openid.authorizationCodeGrant(site.known, new URL(back.url), checks)
    await expect(again).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})

describe('signing out', () => {
  const signOut = async (browser: Browser, rest: Record<string, string>) => {
    const { text, url, response } = await browser.follow(
      openid.buildEndSessionUrl(site.known, rest).href,
    )
    const xsrf = /name="xsrf" value="(\w+)"/.exec(text)?.[1] ?? ''
    return { text, url, status: response.status, xsrf }
  }

  test('asks, leads back, and ends the session and what could renew its tokens', async () => {
    const { tokens, browser } = await site.signIn('asha.patel')
    const asked = await signOut(browser, {
      id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: site.home, state: 'bye',
    })
    expect(asked.text).toContain('<h1>Sign out of Holdfast?</h1>')
    const confirm = `${site.served.address}/oidc/session/end/confirm`
    const left = await browser.follow(confirm, { xsrf: asked.xsrf, logout: 'yes' }, `${site.home}?`)
    expect(left.url).toBe(`${site.home}?state=bye`)
    const renewing = openid.refreshTokenGrant(site.known, tokens.refresh_token ?? '')
    await expect(renewing).rejects.toMatchObject({ error: 'invalid_grant' })
    const form = await browser.follow((await site.begin()).url)
    expect(form.text).toContain('Who do you want to be?')
  })

  test.each([
    ['another site', 'https://evil.example/'],
    ['a path of this site that is not the console’s', '/graphql'],
    ['what begins like this site', '@evil.example/'],
  ])('leads nobody to %s', async (_, place) => {
    const { tokens, browser } = await site.signIn('asha.patel')
    const there = place.startsWith('https') ? place : `${site.served.address}${place}`
    const named = await signOut(browser, {
      id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: there,
    })
    expect(named.status).toBe(400)
    expect(named.text).toContain('post_logout_redirect_uri not registered')
    const unnamed = await browser.follow(
      `${site.served.address}/oidc/session/end?post_logout_redirect_uri=${encodeURIComponent(there)}`,
    )
    const xsrf = /name="xsrf" value="(\w+)"/.exec(unnamed.text)?.[1] ?? ''
    const confirm = `${site.served.address}/oidc/session/end/confirm`
    const left = await browser.follow(confirm, { xsrf, logout: 'yes' })
    expect(new URL(left.url).origin).toBe(site.served.address)
    expect(left.text).toContain('<h1>You are signed out</h1>')
  })

  test('leads on who is signed out already, by a page that may run its one script', async () => {
    const url = `${site.served.address}/oidc/session/end`
    const { text, response } = await new Browser().follow(url)
    const script = /<script>(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    expect(script).toContain('submit()')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain(`'sha256-${hash('sha256', script, 'base64')}'`)
    expect(policy).toMatch(/^default-src 'none';/)
  })

  test('is not done by another site’s form', async () => {
    const { browser } = await site.signIn('asha.patel')
    const forged = await browser.send(`${site.served.address}/oidc/session/end/confirm`, {
      xsrf: 'guess', logout: 'yes',
    })
    expect(forged.status).toBe(400)
  })
})

test('what has expired is not found, and is taken away by and by', async () => {
  const { database } = site.world
  await database.query(
    `INSERT INTO oidc_payload (model, id, payload, "expiresAt")
      VALUES ('Session', 'old', '{}', now() - interval '1 second')`,
  )
  const old = () => database.query(`SELECT id FROM oidc_payload WHERE id = 'old'`)
  expect(await old()).toHaveLength(1)
  later(61_000)
  await site.choose('asha.patel')
  expect(await old()).toEqual([])
})
