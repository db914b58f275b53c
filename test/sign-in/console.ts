import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as openid from 'openid-client'
import { readConfig } from '../../api/config.js'
import { NO_TRUST } from '../../api/configured-issuers.js'
import { signInOf } from '../../api/sign-in.js'
import { serve, type Served } from '../access/served.js'
import { openWorld, type World } from '../world/world.js'
import { Browser } from './browser.js'

/** Sends somebody to the sign-in page, as the console does; what a test changes is changed. */
const beginAt = async (
  known: openid.Configuration,
  home: string,
  changes: Record<string, string> = {},
) => {
  const verifier = openid.randomPKCECodeVerifier()
  const state = openid.randomState()
  const url = openid.buildAuthorizationUrl(known, {
    redirect_uri: home,
    scope: 'openid profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...changes,
  })
  return { url: url.href, verifier, state }
}

/** A demonstration that signs people in, and the console as the client it is there. */
export class Console {
  private constructor(
    readonly world: World,
    readonly served: Served,
    readonly known: openid.Configuration,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Console> {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-people-'))
    const world = await openWorld()
    const config = readConfig({ HOLDFAST_DATA: folder })
    const signIn = await signInOf(config, NO_TRUST, world.database)
    const served = await serve(world, [], { signIn })
    const here = new URL(`${served.address}/oidc`)
    const options = { execute: [openid.allowInsecureRequests] }
    const known = await openid.discovery(here, 'console', undefined, openid.None(), options)
    return new Console(world, served, known, folder)
  }

  async close(): Promise<void> {
    await this.served.close()
    await this.world.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Where somebody comes back to. */
  get home(): string {
    return `${this.served.address}/`
  }

  begin(changes: Record<string, string> = {}) {
    return beginAt(this.known, this.home, changes)
  }

  /** Signs somebody in, as far as the code. */
  async choose(account: string, browser = new Browser()) {
    const { url, verifier, state } = await this.begin()
    const form = await browser.follow(url)
    const back = await browser.follow(form.url, { account }, `${this.home}?`)
    return { form, back, verifier, state, browser }
  }

  async signIn(account: string, browser = new Browser()) {
    const chosen = await this.choose(account, browser)
    const checks = { pkceCodeVerifier: chosen.verifier, expectedState: chosen.state }
    const back = new URL(chosen.back.url)
    return { ...chosen, tokens: await openid.authorizationCodeGrant(this.known, back, checks) }
  }

  async viewer(token: string | undefined): Promise<{ status: number; viewer: any }> {
    const query = '{ viewer { issuer subject organisation roles region supplier } }'
    const response = await this.served.post(query, { authorization: `Bearer ${token}` })
    const { data }: any = await response.json()
    return { status: response.status, viewer: data?.viewer }
  }
}
