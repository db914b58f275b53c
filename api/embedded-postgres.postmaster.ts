import * as fs from 'node:fs'
import { join } from 'node:path'

/** The process that is a running PostgreSQL. */
export interface Postmaster {
  /** Of 127.0.0.1. */
  readonly port: number
  /** False while it starts, recovers or stops. */
  readonly ready: boolean
}

/** The live postmaster that a cluster's postmaster.pid names, if any. */
export const findPostmaster = (cluster: string): Postmaster | undefined => {
  const file = join(cluster, 'postmaster.pid')
  const [pid, , , port, , , , status] = readIfThere(file).split('\n')
  if (!isAlive(Number(pid))) return undefined
  if (isPostgres(Number(pid))) return { port: Number(port), ready: status?.trim() === 'ready' }
  // PostgreSQL would take whoever has a dead postmaster's number now for that postmaster.
  fs.rmSync(file, { force: true })
  return undefined
}

/** The text of a file that PostgreSQL or the system may take away at any moment. */
const readIfThere = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return ''
    throw error
  }
}

/** Whether a number is that of a process we may stop, and so of one that may be ours. */
const isAlive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Whether a process runs PostgreSQL, as far as can be told. A dead one not yet buried does not. */
const isPostgres = (pid: number): boolean =>
  process.platform !== 'linux' ||
  /^([^\0]*\/)?postgres[:\0]/.test(readIfThere(`/proc/${pid}/cmdline`))

/** The code of a system error, such as ENOENT; empty for other errors. */
export const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
