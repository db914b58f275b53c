import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Outcome {
  readonly ok: boolean
  /** All it said, unless it spoke for itself. */
  readonly output: string
  readonly seconds: number
}

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Lets it speak for itself, as it runs. */
  readonly aloud?: boolean
}

const PATIENCE_MS = 5000
const WATCH_MS = 1000

/** A signal that falls when somebody stops us, so that what was started is stopped in its turn. */
export const interruption = (): AbortSignal => {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(`Stopped by ${name}.`))
  }
  // A shell between npm and us falls to a signal without passing it on.
  const parent = process.ppid
  const watch = (): void => {
    if (process.ppid !== parent) controller.abort('Stopped with what started it.')
  }
  setInterval(watch, WATCH_MS).unref()
  return controller.signal
}

/** Runs a command to its end, or to ours. Never throws: a command that cannot start has failed. */
export const runChild = async (
  [command, ...args]: readonly [string, ...string[]],
  { env = {}, signal, aloud = false }: ChildOptions,
): Promise<Outcome> => {
  if (signal.aborted) return { ok: false, output: String(signal.reason), seconds: 0 }
  const began = Date.now()
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', aloud ? 'inherit' : 'pipe', aloud ? 'inherit' : 'pipe'],
    // A group of its own, so that all it starts can be stopped with it.
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const stop = () => stopGroup(child.pid)
  signal.addEventListener('abort', stop)
  const code = await once(child, 'close').then(([code]: unknown[]) => code, String)
  signal.removeEventListener('abort', stop)
  if (typeof code === 'string') output += code
  return { ok: code === 0, output, seconds: (Date.now() - began) / 1000 }
}

const stopGroup = (pid: number | undefined): void => {
  tell(pid, 'SIGTERM')
  setTimeout(() => tell(pid, 'SIGKILL'), PATIENCE_MS).unref()
}

const tell = (pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void => {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // It has gone already.
  }
}
