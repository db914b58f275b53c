import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ConsoleClient, Issuer } from '../access/issuer.js'
import { refuseOtherMethods } from './methods.js'
import { send } from './send.js'

/** Somebody who signs people in for the console. */
interface SignInAt extends ConsoleClient {
  readonly issuer: string
  /** Code of the organisation whose people it signs in; null where they are of several. */
  readonly organisation: string | null
}

/** What the console is told before it asks anything: whom to ask, and where people sign in. */
export interface ConsoleSettings {
  /** The address of the API, or of a gateway before it. */
  readonly graphql: string
  readonly issuers: readonly SignInAt[]
}

const OURS = '/graphql'

/** The one organisation that an issuer's tokens can speak for. */
const organisationOf = ({ claims, gives }: Issuer): string | null => {
  const { organisation } = claims
  if ('always' in organisation) return organisation.always
  const [only = null, ...others] = new Set(Object.values(gives).flat())
  return others.length > 0 || only === 'ANY' ? null : only
}

export const consoleSettings = (
  gateway: string | null,
  issuers: readonly Issuer[],
): ConsoleSettings => ({
  graphql: gateway ?? OURS,
  issuers: issuers.flatMap((issuer) =>
    issuer.console
      ? [{ ...issuer.console, issuer: issuer.issuer, organisation: organisationOf(issuer) }]
      : [],
  ),
})

/** The origins that a console with these settings asks. */
export const originsIn = ({ graphql, issuers }: ConsoleSettings): readonly string[] => {
  const addresses = [graphql, ...issuers.map(({ issuer }) => issuer)]
  const whole = addresses.filter((address) => URL.canParse(address))
  return [...new Set(whole.map((address) => new URL(address).origin))]
}

/** Sends the console's settings, to anybody. */
export const sendSettings = async (
  settings: ConsoleSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (refuseOtherMethods(request, response)) return
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  send(response, 200, JSON.stringify(settings), headers)
}
