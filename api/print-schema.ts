import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { errorsPage } from './errors-page.js'
import { referencePage } from './reference-page.js'
import { printedSchema } from './schema.js'

/**
 * Prints the contract: the schema, and the pages that are made of it. With `--check`, compares them
 * with what is committed and changes nothing.
 */
const contract = printedSchema()
const PRINTED: Readonly<Record<string, string>> = {
  'schema.graphql': contract,
  'api/docs/reference.md': referencePage(buildSchema(contract)),
  'api/docs/errors.md': errorsPage(),
}
const checks = process.argv.includes('--check')

for (const [path, printed] of Object.entries(PRINTED)) {
  const file = new URL(`../${path}`, import.meta.url)
  if (!checks) {
    writeFileSync(file, printed)
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== printed) {
    console.error(`${path} is not what the code says. Run \`npm run schema\`.`)
    process.exitCode = 1
  }
}
