import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { odsFiles, type Text } from './ods-lines.js'
import type { World } from '../world/world.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Imported {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

/** `npm run import -- ods …` in an environment, but for the compiling. */
export const runImport = (
  env: NodeJS.ProcessEnv,
  options: readonly string[],
): Promise<Imported> => {
  const node = ['--import', '@swc-node/register/esm-register', 'api/import.ts', 'ods']
  const within = { cwd: root, env: { ...process.env, ...env } }
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, ...options], within, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    )
  })
}

/** The same on a world's database. */
export const importOn = (world: Pick<World, 'url'>, ...options: string[]): Promise<Imported> =>
  runImport({ DATABASE_URL: world.url, HOLDFAST_DEMONSTRATION: 'off' }, options)

/** The last entry of the ledger, as the database has it. */
export const headOf = async ({ database }: World): Promise<number> =>
  (await database.query('SELECT max(sequence) AS head FROM ledger_entry'))[0].head

/** A folder for files to import, until it is removed. */
export const filesFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-import-'))
  const write = (files: { practices?: Text; memberships?: Text; suppliers?: Text }): string[] =>
    Object.entries(odsFiles(files)).flatMap(([kind, { name, bytes }]) => {
      writeFileSync(join(folder, name), bytes)
      return [`--${kind}`, join(folder, name)]
    })
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
