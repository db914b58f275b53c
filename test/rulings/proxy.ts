import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a database that can be cut. */
export interface Proxy {
  /** The database's address, by this way. */
  readonly url: string
  /** Breaks every connection, and refuses new ones. */
  cut(): void
  /** Lets nothing through, and says nothing: new connections are accepted, and led nowhere. */
  stall(): void
  /** Lets new connections through. Those that were led nowhere stay there. */
  restore(): void
  close(): Promise<void>
}

/** Opens a way to a database on a port of its own. */
export const openProxy = async (url: string): Promise<Proxy> => {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let mode: 'open' | 'cut' | 'stalled' = 'open'
  let stalls = 0

  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  const join = (near: Socket): void => {
    const far = keep(connect(Number(port), hostname))
    const opened = stalls
    const passes = (): boolean => mode === 'open' && opened === stalls
    near.on('data', (data) => passes() && far.write(data))
    far.on('data', (data) => passes() && near.write(data))
    near.on('close', () => far.destroy())
    far.on('close', () => passes() && near.destroy())
  }
  const server = createServer((near) => {
    keep(near)
    if (mode === 'open') join(near)
    if (mode === 'cut') near.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const proxied = new URL(url)
  proxied.port = String((server.address() as AddressInfo).port)
  return {
    url: proxied.href,
    cut: () => {
      mode = 'cut'
      destroyAll()
    },
    stall: () => {
      mode = 'stalled'
      stalls += 1
    },
    restore: () => {
      mode = 'open'
    },
    close: async () => {
      destroyAll()
      server.close()
      await once(server, 'close')
    },
  }
}
