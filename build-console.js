import {
  existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const SOURCE = 'console'
const CONFIGURATION = join(SOURCE, 'vite.config.ts')
const TARGET = join('dist', 'console')
/** What the console is made of beside its own files. */
const BESIDE = ['schema.graphql', 'package-lock.json']

const writtenMs = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** A folder is newer than the last build where a file was taken out of it. */
const isBuilt = () => {
  const sources = readdirSync(SOURCE, { recursive: true }).map((path) => join(SOURCE, path))
  const newest = Math.max(...[SOURCE, ...sources, ...BESIDE].map(writtenMs))
  return newest <= writtenMs(join(TARGET, 'index.html'))
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
const GZIP = { level: constants.Z_BEST_COMPRESSION }

/** Writes beside every text what is sent instead of it to whoever can read that. */
const compress = async (folder) => {
  const texts = readdirSync(folder, { recursive: true })
    .filter((path) => /\.(css|html|js|json|svg|txt|webmanifest)$/.test(path))
    .map((path) => join(folder, path))
  for (const text of texts) {
    const bytes = readFileSync(text)
    writeFileSync(`${text}.br`, await promisify(brotliCompress)(bytes, BROTLI))
    writeFileSync(`${text}.gz`, await promisify(gzip)(bytes, GZIP))
  }
}

const moveIfThere = (from, to) => {
  try {
    renameSync(from, to)
  } catch (error) {
    // Another start has built the same meanwhile, and was first.
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error
  }
}

/** One moment there is the last console, and the next moment the new one. */
const takePlace = (built) => {
  const last = `${built}-last`
  moveIfThere(TARGET, last)
  moveIfThere(built, TARGET)
  for (const left of [last, built]) rmSync(left, { recursive: true, force: true })
}

const buildInto = async (folder) => {
  // Whoever builds it, it is for use: the libraries' other editions are twice as large, and slower.
  process.env.NODE_ENV = 'production'
  // It takes a while to load: only where there is something to build.
  const { build } = await import('vite')
  const written = { outDir: resolve(folder), emptyOutDir: true }
  await build({ configFile: resolve(CONFIGURATION), logLevel: 'silent', build: written })
  await compress(folder)
}

/** Builds the console into dist/console, where anything that it is made of is newer. */
export const buildConsole = async () => {
  if (!existsSync(CONFIGURATION) || isBuilt()) return
  console.log('Building the console, once …')
  const folder = join('dist', `console-${process.pid}`)
  try {
    await buildInto(folder)
    takePlace(folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    // What is wrong, and where; a drawing of it would follow.
    const [said] = stripVTControlCharacters(error.message).split('╭')
    const why = said.replaceAll(/\s+/g, ' ').trim()
    console.error(`The console cannot be built: ${why}`)
    process.exitCode = 1
  }
}
