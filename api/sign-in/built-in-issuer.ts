import type { IncomingMessage, ServerResponse } from 'node:http'
import type { errors as Errors, Provider } from 'oidc-provider'
import { invariant } from '../kernel/invariant.js'
import { send } from '../http/send.js'
import { configurationAt, type BuiltIn } from './provider-configuration.js'
import { answerSignIn } from './sign-in-page.js'

/** Where the built-in issuer stands on this server. */
export const OIDC_PATH = '/oidc'

/** All that systems need; nobody else is signed in where there are no people. */
const FOR_SYSTEMS = ['/token', '/jwks', '/.well-known/openid-configuration']

interface Opened {
  readonly provider: Provider
  readonly errors: typeof Errors
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/**
 * The issuer that comes with Holdfast: people of the demonstration, and systems. It is put together
 * when somebody first asks for it, by when it knows the address it is reached by.
 */
export class BuiltInIssuer {
  private origin: string | null = null
  private opened: Promise<Opened> | null = null

  constructor(private readonly builtIn: BuiltIn) {}

  /** Tells it the address it is reached by, without a path; answers the name of the issuer. */
  standAt(origin: string): string {
    this.origin = origin
    return `${origin}${OIDC_PATH}`
  }

  private async open(origin: string): Promise<Opened> {
    // It takes a third of a second to load: not before somebody signs in.
    const library = await import('oidc-provider')
    const settings = configurationAt(origin, this.builtIn, library)
    const provider = new library.Provider(`${origin}${OIDC_PATH}`, settings)
    provider.proxy = true
    return { provider, errors: library.errors, answer: provider.callback() }
  }

  /** Answers a request below its path. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin } = this
    invariant(origin !== null, 'the built-in issuer answers before it stands anywhere')
    const whole = request.url ?? ''
    const url = whole.slice(OIDC_PATH.length)
    const [path = ''] = url.split('?')
    if (!this.builtIn.people && !FOR_SYSTEMS.includes(path)) {
      return send(response, 404, 'Nothing is here. Systems get tokens at /oidc/token.\n')
    }
    this.opened ??= this.open(origin)
    const { provider, errors, answer } = await this.opened
    // What a request says of the address it was sent to is its word alone: ours is configured.
    const { host, protocol } = new URL(origin)
    request.headers['x-forwarded-host'] = host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    if (path.startsWith('/interaction/')) return answerSignIn(provider, errors, request, response)
    await answer(Object.assign(request, { originalUrl: whole, url }), response)
  }
}
