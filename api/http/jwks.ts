import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReceiptKeys } from '../access/receipts.js'
import { refuseOtherMethods } from './methods.js'
import { send } from './send.js'

/** A new key is known to others before long: they look again where they do not know one. */
const KEPT_SECONDS = 300

/** Sends the public keys of receipts, today's and all earlier ones. */
export const sendJwks = async (
  keys: ReceiptKeys | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (refuseOtherMethods(request, response)) return
  send(response, 200, JSON.stringify({ keys: keys?.published ?? [] }), {
    'content-type': 'application/jwk-set+json',
    'cache-control': `public, max-age=${KEPT_SECONDS}`,
  })
}
