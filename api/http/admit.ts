import type { IncomingMessage } from 'node:http'
import type { Authenticator } from '../access/authenticate.js'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import type { Rates } from './rates.js'
import type { Handle } from './route.js'

/** By what it is told who asks, and whether they have asked too often. */
interface Admitting {
  readonly authenticator: Authenticator
  /** Left out, nobody is limited in how often they ask. */
  readonly rates?: Rates
}

/** Who asks. The request is counted as theirs; one with a bad token, as that of its address. */
export const admit = async (
  { authenticator, rates }: Admitting,
  request: IncomingMessage,
): Promise<Actor | null> => {
  try {
    const actor = await authenticator.authenticate(request.headers.authorization)
    const budget = actor ? 'requests' : 'anonymousRequests'
    if (rates) await rates.take(budget, rates.clientOf(actor, request))
    return actor
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'UNAUTHENTICATED') throw error
    if (rates) await rates.take('anonymousRequests', rates.clientOf(null, request))
    throw error
  }
}

/** Counts what needs no token as a request of whoever is at its address, before it is answered. */
export const asStranger =
  ({ rates }: Pick<Admitting, 'rates'>, handle: Handle): Handle =>
  async (request, response) => {
    if (rates) await rates.take('anonymousRequests', rates.clientOf(null, request))
    await handle(request, response)
  }
