import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformFile } from '@swc/core'
import { buildConsole } from './build-console.js'
import { swcOptions } from './swc.config.js'

/**
 * Compiles api/ into dist/, without looking at types: only what is newer than its compilation, so
 * that every start can ask for it. With `--console` it builds the console as well.
 */
const files = readdirSync('api', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

const targetOf = (file) => join('dist', file).replace(/\.ts$/, '.js')
const writtenMs = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

const compile = async (file) => {
  const { code } = await transformFile(file, { ...swcOptions, sourceMaps: 'inline' })
  writeFileSync(targetOf(file), code)
}

const removeLeftBehind = () => {
  const wanted = new Set(files.map(targetOf))
  const compiled = join('dist', 'api')
  mkdirSync(compiled, { recursive: true })
  for (const entry of readdirSync(compiled, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !wanted.has(path)) rmSync(path)
  }
}

removeLeftBehind()
await Promise.all(
  files
    .filter((file) => writtenMs(file) > writtenMs(targetOf(file)))
    .map(async (file) => {
      mkdirSync(dirname(targetOf(file)), { recursive: true })
      await (file.endsWith('.ts') ? compile(file) : cpSync(file, targetOf(file)))
    }),
)

if (process.argv.includes('--console')) await buildConsole()
