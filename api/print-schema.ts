import { readFileSync, writeFileSync } from 'node:fs'
import { printedSchema } from './schema.js'

/** Prints the schema to schema.graphql; with `--check`, compares the two and changes nothing. */
const committed = new URL('../schema.graphql', import.meta.url)
const printed = printedSchema()

if (!process.argv.includes('--check')) {
  writeFileSync(committed, printed)
} else if (readFileSync(committed, 'utf8') !== printed) {
  console.error('schema.graphql is not the schema of the code. Run `npm run schema`.')
  process.exitCode = 1
}
