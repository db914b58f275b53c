import { interruption, runChild } from './gate/child.js'
import { withDatabase } from './gate/database.js'
import { buildConsole, JEST, jestEnv } from './gate/tests.js'

/** Some of the tests, aloud: `npm run test:jest -- <part of a file name>`. */
const signal = interruption()
const command = [...JEST, ...process.argv.slice(2), '--reporters=default'] as const
const built = await buildConsole(signal)
if (!built.ok) console.error(built.output)
const { ok } = await withDatabase((database) =>
  runChild(command, { env: jestEnv(database), signal, aloud: true }),
)
process.exitCode = ok ? 0 : 1
