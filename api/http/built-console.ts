import { existsSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'
import { logFault } from '../watch/log.js'
import { sayNothingIsHere } from './nothing-here.js'
import type { Handle } from './route.js'

const PAGE = '/index.html'
/** Assets stand in one folder, and the name of each changes with what is in it. */
const ASSET = /^\/assets\/[\w-][\w.-]*$/

const FOR_EVER = 'public, max-age=31536000, immutable'
const UNLESS_CHANGED = 'no-cache'

/** Files beside the page that are asked for by a name of their own, such as an icon. */
const filesBeside = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `/${name}`)
    .filter((path) => path !== PAGE && !/\.(br|gz)$/.test(path))

/** The console as it was built into a folder: one page for every path, and what the page loads. */
export class BuiltConsole {
  private readonly beside: ReadonlySet<string>
  private readonly files

  private constructor(folder: string) {
    this.beside = new Set(filesBeside(folder))
    // `dev` looks for each file as it is asked for: a later build may have taken its place.
    const looking = { dev: true, etag: true, onNoMatch: this.sayMissing }
    this.files = sirv(folder, { ...looking, brotli: true, gzip: true, extensions: [] })
  }

  /** The console in a folder; null where none was built. */
  static in(folder: string): BuiltConsole | null {
    return existsSync(join(folder, PAGE)) ? new BuiltConsole(folder) : null
  }

  /** What of it a request is for; null for what it has not. */
  asksFor({ method, headers }: IncomingMessage, path: string): 'PAGE' | 'FILE' | null {
    if (method !== 'GET' && method !== 'HEAD') return null
    if (ASSET.test(path) || this.beside.has(path)) return 'FILE'
    // What is missing of the assets is missing: a page in its place would be taken for a script.
    if (path.startsWith('/assets/')) return null
    return path === '/' || headers.accept?.includes('text/html') ? 'PAGE' : null
  }

  /** Sends the page, wherever in the console it is to begin. */
  readonly sendPage: Handle = async (request, response) => {
    this.send(Object.assign(request, { url: PAGE }), response, UNLESS_CHANGED)
  }

  /** Sends one of its files. */
  readonly sendFile: Handle = async (request, response) => {
    const isAsset = ASSET.test(request.url?.split('?')[0] ?? '')
    this.send(request, response, isAsset ? FOR_EVER : UNLESS_CHANGED)
  }

  private send(request: IncomingMessage, response: ServerResponse, kept: string): void {
    response.setHeader('cache-control', kept)
    // They are short, and a range that makes no sense would be an error in the library.
    delete request.headers.range
    // A file that cannot be read would otherwise be an error that nobody catches.
    response.once('pipe', (file: Readable) => {
      file.once('error', (error) => {
        logFault(error)
        response.destroy()
      })
    })
    this.files(request, response)
  }

  private readonly sayMissing = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('cache-control', 'no-store')
    void sayNothingIsHere(request, response)
  }
}
