import { lookup, type LookupAddress } from 'node:dns'
import { request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { SECOND_MS } from '../kernel/moment.js'
import { hostOf, mayReach, type Reach } from './webhook-url.js'

const ANSWER_WITHIN_MS = 10_000

class NotReachable extends Error {}

/**
 * Resolves a name only where all it stands for may be told. What is checked here is what is then
 * connected to: asked again, a name could stand for something else.
 */
const lookupWithin =
  (reach: Reach): LookupFunction =>
  (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses as (LookupAddress | undefined)[] | undefined ?? []
      if (error) answer(error, '', 0)
      else if (!first || !addresses.every(({ address }) => mayReach(address, reach))) {
        answer(new NotReachable(), '', 0)
      } else if (options.all) answer(null, addresses)
      else answer(null, first.address, first.family)
    })
  }

/** What went wrong, in words that tell nothing of this machine's network. */
const faultOf = (error: Error & { code?: string }): string => {
  if (error instanceof NotReachable) return 'The name of the host stands for no public address.'
  if (error.name === 'TimeoutError') return `No answer within ${ANSWER_WITHIN_MS / SECOND_MS} seconds.`
  return `The connection failed: ${error.code ?? error.name}.`
}

/** Sends a body and waits for a status; what else is answered is not read. */
const statusOf = (url: URL, body: string, options: RequestOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = request(url, options, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** A message to be sent, and where to. */
export interface Message {
  readonly url: string
  readonly secret: string
  readonly id: string
  readonly payload: string
}

/**
 * Sends a message, signed as Standard Webhooks has it. Answers what went wrong, or null where it
 * was received: a status from 200 to 299. No redirect is followed.
 */
export const postWebhook = async (
  { url: text, secret, id, payload }: Message,
  reach: Reach,
  nowMs: number,
): Promise<string | null> => {
  const url = new URL(text)
  const host = hostOf(url)
  if (isIP(host) !== 0 && !mayReach(host, reach)) return faultOf(new NotReachable())
  const at = new Date(nowMs)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'user-agent': 'Holdfast',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(nowMs / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, payload),
  }
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const options = { method: 'POST', headers, agent: false, signal, lookup: lookupWithin(reach) }
  try {
    const status = await statusOf(url, payload, options)
    return status >= 200 && status < 300 ? null : `It answered ${status}.`
  } catch (error) {
    return faultOf(error as Error)
  }
}
