import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../start/processes.js'
import { odsFiles, type Text } from './ods-lines.js'
import type { World } from '../world/world.js'

/** `npm run import -- ods …` in an environment, but for the compiling: see `build`. */
export const runImport = (env: Record<string, string>, options: readonly string[]) =>
  runScript('import', env, ['ods', ...options])

/** The same on a world's database. */
export const importOn = ({ url }: Pick<World, 'url'>, ...options: string[]) =>
  runImport({ DATABASE_URL: url, HOLDFAST_DEMONSTRATION: 'off' }, options)

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
