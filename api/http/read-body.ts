import type { IncomingMessage } from 'node:http'

/** The bytes that the body of a request may have. */
export const BODY_BYTES_MAX = 2_000_000

/** The body has more bytes than a request may have. */
export class TooLarge extends Error {}
/** The body is not JSON. */
export class NotJson extends Error {}

// Listened to and not iterated over: an iterator costs as much as the rest of reading.
const bytesOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      // Read to its end, though not kept: stopping here would cut the client off unanswered.
      if (bytes <= BODY_BYTES_MAX) chunks.push(chunk)
    })
    request.once('end', () => {
      if (bytes > BODY_BYTES_MAX) reject(new TooLarge())
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    })
    request.once('error', reject)
  })

/** The JSON that came with a request; undefined where nothing did. */
export const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const bytes = await bytesOf(request)
  if (request.method === 'GET' || bytes.length === 0) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new NotJson()
  }
}
