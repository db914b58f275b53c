import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '../kernel/refusal.js'
import { isUuid } from '../kernel/uuid.js'

/** What goes back into a header unread has to be plain: no spaces, no signs with a meaning. */
const CORRELATION_ID = /^[\w.:-]{1,128}$/

/** What the client named its request by; null where it did not. */
export const requestIdOf = ({ headers }: IncomingMessage): string | null => {
  const id = headers['x-request-id']
  return typeof id === 'string' ? id.toLowerCase() : null
}

/**
 * Names the answer as its request is named, so that either side finds the other’s traces; a request
 * without a name is given one. A name that is no UUID is refused: nobody could tell repeats by it.
 */
export const nameAnswer = (request: IncomingMessage, response: ServerResponse): void => {
  const given = request.headers['x-request-id']
  const isGood = typeof given === 'string' && isUuid(given)
  response.setHeader('x-request-id', isGood ? given : randomUUID())
  const correlation = request.headers['x-correlation-id']
  if (typeof correlation === 'string' && CORRELATION_ID.test(correlation)) {
    response.setHeader('x-correlation-id', correlation)
  }
  if (isGood || given === undefined) return
  const message =
    'X-Request-ID has to be one UUID, such as 60e0b220-8136-4ca5-ae46-1d97ef59d068, or left out.'
  throw new Refusal('REQUEST_ID_INVALID', message)
}
