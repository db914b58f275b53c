import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolder } from './make-folder.js'

/** Where the PostgreSQL of a data folder keeps its cluster and its log, and as whom it runs. */
export interface Place {
  /** PostgreSQL's data folder: an absolute path, behind any link. */
  readonly cluster: string
  readonly user: User
  readonly log: string
  /** Length of the log before this start, in bytes. */
  readonly logFrom: number
}

/** Empty where it runs as whoever runs Holdfast. */
export interface User {
  readonly uid?: number
  readonly gid?: number
}

/** Making a folder takes seconds: what is unfinished after an hour was interrupted. */
const UNFINISHED_MS_MAX = 3_600_000

/**
 * Finds the place of a data folder. PostgreSQL refuses root: run by root, it runs as the owner of
 * the cluster, or for a new one as `postgres`, or else `nobody`. Where that user cannot enter the
 * data folder, `<folder>/postgres` is a link to a cluster under /var/lib, which none but root can
 * write to and nothing sweeps, as /var/tmp is swept.
 */
export const findPlace = (folder: string): Place => {
  makeFolder(folder)
  const home = fs.realpathSync(folder)
  const log = join(home, 'postgres.log')
  fs.closeSync(fs.openSync(log, 'a', 0o600))
  const logFrom = fs.statSync(log).size
  const user = userOf(join(home, 'postgres'))
  const cluster = clusterIn(home, user)
  removeUnfinished(cluster)
  return { cluster, user, log, logFrom }
}

/**
 * Makes a folder aside and moves it to its place whole, so that an interruption leaves none in
 * part. If another process was first, theirs stays.
 */
export const makeWhole = async (
  target: string,
  { cluster, user }: Place,
  make: (aside: string) => string | Promise<string>,
): Promise<void> => {
  const stands = () => fs.existsSync(target) && fs.readdirSync(target).length > 0
  if (stands()) return
  const aside = fs.mkdtempSync(`${cluster}.new-`)
  try {
    give(aside, user)
    fs.renameSync(await make(aside), target)
  } catch (error) {
    if (!stands()) throw error
  } finally {
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

/** Makes a file or folder PostgreSQL's. */
export const give = (path: string, { uid, gid }: User): void => {
  if (uid !== undefined && gid !== undefined) fs.chownSync(path, uid, gid)
}

const userOf = (cluster: string): User => {
  if (process.getuid?.() !== 0) return {}
  const owner = fs.existsSync(cluster) ? fs.statSync(cluster) : { uid: 0, gid: 0 }
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = lookUp('postgres') ?? lookUp('nobody')
  if (user) return user
  throw new Error('PostgreSQL refuses to run as root: run Holdfast as another user.')
}

const lookUp = (name: string): User | undefined => {
  const said = spawnSync('id', [name], { encoding: 'utf8' }).stdout
  const [, uid, gid] = /uid=(\d+).* gid=(\d+)/.exec(said) ?? []
  // Some systems number `nobody` -2 and print it unsigned.
  return uid && gid ? { uid: Number(uid) | 0, gid: Number(gid) | 0 } : undefined
}

/** The cluster's folder, behind the link if there is one. */
const clusterIn = (home: string, user: User): string => {
  const cluster = join(home, 'postgres')
  const found = fs.lstatSync(cluster, { throwIfNoEntry: false })
  if (found && !found.isSymbolicLink()) return cluster
  if (!found && canEnter(home, user)) return cluster
  if (!found) linkElsewhere(cluster)
  return fs.readlinkSync(cluster)
}

const canEnter = (folder: string, user: User): boolean =>
  user.uid === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).status === 0

const linkElsewhere = (link: string): void => {
  const shelter = fs.mkdtempSync('/var/lib/holdfast-')
  fs.chmodSync(shelter, 0o711)
  try {
    fs.symlinkSync(join(shelter, 'postgres'), link)
  } catch (error) {
    fs.rmdirSync(shelter)
    // Another process may have made the link since we looked.
    if (!fs.lstatSync(link, { throwIfNoEntry: false })) throw error
  }
}

/** Removes what interrupted starts left beside a cluster. */
const removeUnfinished = (cluster: string): void => {
  const parent = dirname(cluster)
  for (const name of fs.readdirSync(parent)) {
    const path = join(parent, name)
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue
    const made = fs.statSync(path, { throwIfNoEntry: false })
    if (made && Date.now() - made.mtimeMs < UNFINISHED_MS_MAX) continue
    fs.rmSync(path, { recursive: true, force: true })
  }
}
