import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import * as openid from 'openid-client'
import type { ConsoleClient } from '../../api/access/issuer.js'
import { makeSigner, serve, type Served } from '../access/served.js'
import { Browser } from './browser.js'
import { Console } from './console.js'

let site: Console
beforeAll(async () => {
  site = await Console.open()
})
afterAll(() => site.close())

const settingsAt = async ({ address }: Pick<Served, 'address'>): Promise<any> =>
  (await fetch(`${address}/settings.json`)).json()

describe('the console of a demonstration', () => {
  test('is told to ask this server, and to sign in its people here', async () => {
    expect(await settingsAt(site.served)).toEqual({
      graphql: '/graphql',
      issuers: [{
        name: 'Demonstration accounts',
        organisation: null,
        issuer: `${site.served.address}/oidc`,
        clientId: 'console',
        scope: 'openid profile',
        resource: null,
      }],
    })
  })

  test('signs somebody in with what it was told, and renews the token when it likes', async () => {
    const [{ issuer, clientId, scope }] = (await settingsAt(site.served)).issuers
    const options = { execute: [openid.allowInsecureRequests] }
    const here = new URL(issuer)
    const known = await openid.discovery(here, clientId, undefined, openid.None(), options)
    const verifier = openid.randomPKCECodeVerifier()
    const back = `${site.served.address}/auth-callback`
    const url = openid.buildAuthorizationUrl(known, {
      redirect_uri: back, scope, state: 'a state', code_challenge_method: 'S256',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    })
    const browser = new Browser()
    const form = await browser.follow(url.href)
    const chosen = await browser.follow(form.url, { account: 'asha.patel' }, `${back}?`)
    const checks = { pkceCodeVerifier: verifier, expectedState: 'a state' }
    const given = await openid.authorizationCodeGrant(known, new URL(chosen.url), checks)
    const renewed = await openid.refreshTokenGrant(known, given.refresh_token!)
    for (const { access_token: token } of [given, renewed]) {
      expect(decodeJwt(token)).toMatchObject({ iss: issuer, aud: 'holdfast', sub: 'asha.patel' })
      expect((await site.viewer(token)).viewer).toMatchObject({ roles: ['PROGRAMME_ADMIN'] })
    }
  })
})

describe('the console’s settings', () => {
  const client: ConsoleClient = {
    name: 'The department', clientId: 'holdfast', scope: 'openid offline_access', resource: 'urn:h',
  }
  let served: Served
  beforeAll(async () => {
    const one = await makeSigner('https://one.example', { organisations: ['DH'] })
    const several = await makeSigner('https://several.example', { organisations: ['DH', 'Q31'] })
    const any = await makeSigner('https://any.example')
    const always = { ...any.claims, organisation: { always: 'BMA/GPC' } }
    const gpc = { ...(await makeSigner('https://gpc.example')), claims: always }
    const mute = await makeSigner('https://mute.example')
    const inTurn = [one, several, any, gpc].map((each) => ({ ...each, console: client }))
    const gateway = 'https://gateway.example/graphql'
    served = await serve(site.world, [...inTurn, mute], { gateway })
  })
  afterAll(() => served.close())

  test('name the gateway, and every issuer that people sign in at with whose people', async () => {
    const { graphql, issuers } = await settingsAt(served)
    expect(graphql).toBe('https://gateway.example/graphql')
    expect(issuers.map(({ issuer, organisation }: any) => [issuer, organisation])).toEqual([
      ['https://one.example', 'DH'],
      ['https://several.example', null],
      ['https://any.example', null],
      ['https://gpc.example', 'BMA/GPC'],
    ])
  })

  test('tell what a browser has to know, and no more of an issuer', async () => {
    const { issuers } = await settingsAt(served)
    expect(issuers[0]).toEqual({ ...client, issuer: 'https://one.example', organisation: 'DH' })
  })

  test('are for everybody to read, and for nobody to keep or to write', async () => {
    const address = `${served.address}/settings.json`
    const read = await fetch(address, { headers: { accept: 'text/html' } })
    expect(read.status).toBe(200)
    expect(read.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(read.headers.get('cache-control')).toBe('no-store')
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(address, { method })).status).toBe(405)
    }
  })
})
