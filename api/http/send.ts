import type { ServerResponse } from 'node:http'
import { Refusal, type ErrorCode, type RefusalCode } from '../kernel/refusal.js'
import { logFault } from '../watch/log.js'
import { refusals } from '../watch/metrics.js'
import { headOf } from './status-of.js'

/** What is refused beside GraphQL, as it is refused in an answer of GraphQL's. */
const BESIDE: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  ISSUER_UNAVAILABLE: 503,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
}

/** When an issuer that could not be asked is worth asking again. */
const ISSUER_ASKED_AGAIN_SECONDS = '5'

/** Sends a text and ends. */
export const send = (
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body)
}

/** Sends an error in the shape in which GraphQL answers one. */
export const sendErrors = (
  response: ServerResponse,
  { status, code, message }: { status: number; code: ErrorCode; message: string },
  details: Readonly<Record<string, unknown>> = {},
): void => {
  refusals.add(code)
  const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] })
  send(response, status, body, { 'content-type': 'application/json; charset=utf-8' })
}

const sendRefusal = (response: ServerResponse, refusal: Refusal): void => {
  const { code, message, details } = refusal
  const { status, headers } = headOf(refusal) ?? { status: BESIDE[code] ?? 400, headers: [] }
  for (const [name, value] of headers) response.setHeader(name, value)
  if (status === 401) response.setHeader('www-authenticate', 'Bearer error="invalid_token"')
  if (status === 503) response.setHeader('retry-after', ISSUER_ASKED_AGAIN_SECONDS)
  sendErrors(response, { status, code, message }, details)
}

/** One answer for each way in which a request fails before GraphQL sees it. */
export const answerFailure = (response: ServerResponse, error: unknown): void => {
  if (error instanceof Refusal) {
    sendRefusal(response, error)
  } else if (!(response.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET')) {
    // Somebody who hung up is not answered, and no failure of ours.
    logFault(error)
    const message = 'Holdfast failed to answer; the failure is in its log.'
    sendErrors(response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message })
  }
}
