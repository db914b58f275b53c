import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** What came to a receiver. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A client's server, on this machine. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** How it answers from now on. */
  answer: RequestListener
  /** The messages, checked against a secret as a client would. */
  messages(secret: string): any[]
  close(): Promise<void>
}

export const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(code, headers).end('whatever')
  }

export const openReceiver = async (): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      receiver.answer(request, response)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: status(204),
    messages: (secret) =>
      received.map(({ headers, body }) =>
        new Webhook(secret).verify(body, headers as Record<string, string>),
      ),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return receiver
}
