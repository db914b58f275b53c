import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is answered at one path. A failure before an answer is answered for it. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** How a request is answered, and the name it has in the metrics and the log. */
export interface Route {
  readonly label: string
  readonly handle: Handle
}
