import type { IncomingMessage } from 'node:http'

/** The bytes that the body of a request may have. */
export const BODY_BYTES_MAX = 2_000_000

/** The body has more bytes than a request may have. */
export class TooLarge extends Error {}
/** The body is not JSON. */
export class NotJson extends Error {}

/** The JSON that came with a request; undefined where nothing did. */
export const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // Read to its end, though not kept: stopping here would cut the client off unanswered.
    if (bytes <= BODY_BYTES_MAX) chunks.push(chunk)
  }
  if (bytes > BODY_BYTES_MAX) throw new TooLarge()
  if (request.method === 'GET' || bytes === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new NotJson()
  }
}
