import type { IncomingMessage } from 'node:http'
import { Refusal } from '../kernel/refusal.js'

/** The bytes that the body of a request may have. */
export const BODY_BYTES_MAX = 2_000_000

const tooLarge = (): Refusal => {
  const message = `A request may have ${BODY_BYTES_MAX} bytes at most. Ask in parts.`
  return new Refusal('REQUEST_TOO_LARGE', message, { bytesMax: BODY_BYTES_MAX })
}

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
      if (bytes > BODY_BYTES_MAX) reject(tooLarge())
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
    throw new Refusal('BAD_REQUEST', 'The body of the request is not JSON.')
  }
}
