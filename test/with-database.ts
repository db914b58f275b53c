import { interruption, runChild } from './gate/child.js'
import { withDatabase } from './gate/database.js'
import { JEST, jestEnv } from './gate/tests.js'

/** Some of the tests, aloud: `npm run test:jest -- <part of a file name>`. */
const signal = interruption()
const command = [...JEST, ...process.argv.slice(2), '--reporters=default'] as const
const { ok } = await withDatabase((database) =>
  runChild(command, { env: jestEnv(database), signal, aloud: true }),
)
process.exitCode = ok ? 0 : 1
