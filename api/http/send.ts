import type { ServerResponse } from 'node:http'
import { Refusal } from '../kernel/refusal.js'
import { logFault } from '../watch/log.js'
import { refusals } from '../watch/metrics.js'
import { BODY_BYTES_MAX, NotJson, TooLarge } from './read-body.js'

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
  status: number,
  code: string,
  message: string,
): void => {
  refusals.add(code)
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const challenge: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}
  send(response, status, body, { 'content-type': 'application/json; charset=utf-8', ...challenge })
}

/** One answer for each way in which a request fails before GraphQL sees it. */
export const answerFailure = (response: ServerResponse, error: unknown): void => {
  if (error instanceof Refusal) {
    sendErrors(response, 401, error.code, error.message)
  } else if (error instanceof TooLarge) {
    const message = `A request may have ${BODY_BYTES_MAX} bytes at most. Ask in parts.`
    sendErrors(response, 413, 'REQUEST_TOO_LARGE', message)
  } else if (error instanceof NotJson) {
    sendErrors(response, 400, 'BAD_REQUEST', 'The body of the request is not JSON.')
  } else if (!(response.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET')) {
    // Somebody who hung up is not answered, and no failure of ours.
    logFault(error)
    const message = 'Holdfast failed to answer; the failure is in its log.'
    sendErrors(response, 500, 'INTERNAL_SERVER_ERROR', message)
  }
}
