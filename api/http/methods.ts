import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendErrors } from './send.js'

/** Refuses what is neither GET nor HEAD, where nothing else is answered; tells whether it did. */
export const refuseOtherMethods = (
  { method }: IncomingMessage,
  response: ServerResponse,
): boolean => {
  if (method === 'GET' || method === 'HEAD') return false
  response.setHeader('allow', 'GET, HEAD')
  const message = 'Only GET and HEAD are answered here.'
  sendErrors(response, { status: 405, code: 'METHOD_NOT_ALLOWED', message })
  return true
}
