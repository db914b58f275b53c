import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm start` and `npm run token` do: compile, then run. */
const scriptOf = (name: string): { build: string[]; run: string[] } => {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  const [build, run] = scripts[name].split(' && ')
  return { build: build.split(' '), run: run.split(' ') }
}

/** A process of Holdfast, and what it said. */
export interface Running {
  stdout: string
  stderr: string
  readonly child: ChildProcess
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>
  /** What it said that is like that, as soon as it has; rejects if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
}

const running = new Set<ChildProcess>()

const launch = ([, ...args]: string[], env: NodeJS.ProcessEnv): Running => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, HOME, ...env } })
  running.add(child)
  const ended = once(child, 'close').then(([code, signal]: any[]) => {
    running.delete(child)
    return (code ?? signal) as number | string
  })
  const started: Running = {
    stdout: '',
    stderr: '',
    child,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(started.stdout)
          if (found) resolve(found)
        }
        look()
        child.stdout.on('data', look)
        void ended.then((how) =>
          reject(new Error(`ended (${how}) without ${pattern.source}: ${started.stderr}`)),
        )
      }),
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (started.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (started.stderr += text))
  return started
}

/** Compiles, as every start does first. It builds no console: nothing here asks for one. */
export const build = async (): Promise<void> => {
  expectEnd(await launch(scriptOf('token').build, {}).ended)
}

const expectEnd = (how: number | string): void => {
  if (how !== 0) throw new Error(`the build failed (${how})`)
}

/** Starts a script of package.json that has been compiled, on a free port. */
export const launchScript = (
  name: 'start' | 'token' | 'demonstration' | 'verify' | 'receipt' | 'import',
  env: NodeJS.ProcessEnv,
  args: string[] = [],
): Running => launch([...scriptOf(name).run, ...args], { PORT: '0', ...env })

/** Runs such a script to its end; answers how that was, and what it said. */
export const runScript = async (...script: Parameters<typeof launchScript>) => {
  const running = launchScript(...script)
  const status = await running.ended
  return { status, out: running.stdout, error: running.stderr }
}

/** The address at which a started Holdfast answers. */
export const addressOf = async (started: Running): Promise<string> =>
  (await started.says(/answers at (http:\/\/\S+)\/graphql/))[1]!

/** Sends a signal; answers how the process ended. */
export const stop = (started: Running, signal: NodeJS.Signals = 'SIGTERM') => {
  started.child.kill(signal)
  return started.ended
}

/** Ends what a failed test left. */
export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL')
}

/** Asks a started Holdfast; answers status, data and the code of the first error. */
export const ask = async (address: string, query: string, token?: string, variables = {}) => {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const body = JSON.stringify({ query, variables })
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body })
  const { data, errors }: any = await response.json()
  return { status: response.status, data, code: errors?.[0].extensions.code as string | undefined }
}
