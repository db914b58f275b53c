import { runChecks } from './gate/checks.js'
import { interruption, type Outcome } from './gate/child.js'
import { sayTally, sum, type Tally } from './gate/tally.js'

/**
 * The whole gate, `npm test`: the checks side by side while the database starts, then the tests on
 * both cores. `--database-only` leaves the checks out, for a second run on another PostgreSQL.
 */
const databaseOnly = process.argv.includes('--database-only')
const signal = interruption()

/** One line for what passed; for what failed a remedy besides, and all it said. */
const report = (name: string, { ok, seconds, output }: Outcome, words: string): void => {
  // What was stopped has neither passed nor failed by its own doing.
  if (signal.aborted) return
  const took = `${seconds.toFixed(1).padStart(6)} s`
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(8)} ${took}  ${words}`.trimEnd())
  if (!ok) console.log(output.trimEnd())
}

const check = async (): Promise<Tally> => {
  const passed = databaseOnly
    ? []
    : await runChecks(signal, ({ name, remedy }, outcome) =>
        report(name, outcome, outcome.ok ? '' : remedy),
      )
  return {
    passed: passed.filter((ok) => ok).length,
    failed: passed.filter((ok) => !ok).length,
    skipped: 0,
  }
}

const test = async (checked: Promise<unknown>): Promise<Tally> => {
  // Imported here, so that a fault in what prepares the database is reported and hides no check.
  const { withDatabase } = await import('./gate/database.js')
  const { buildConsole, runTests } = await import('./gate/tests.js')
  return withDatabase(async (database) => {
    await checked
    const built = await buildConsole(signal)
    report('console', built, built.ok ? '' : 'Mend what is said below; `npm start` builds it too.')
    // What a browser shows does not depend on the database: it is looked at once.
    const options = databaseOnly ? ['--testPathIgnorePatterns=/test/console/'] : []
    const { outcome, tally } = await runTests(database, signal, options)
    const remedy = outcome.ok ? '' : '; `npm run test:jest -- <part of a file name>` runs some.'
    report('tests', outcome, sayTally(tally) + remedy)
    // What was tried then is the console of an earlier build.
    return built.ok ? tally : sum([tally, { passed: 0, failed: 1, skipped: 0 }])
  })
}

const noDatabase = async (error: unknown, checked: Promise<unknown>): Promise<Tally> => {
  await checked
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const remedy = 'No test ran, for want of a database: mend what is said below.'
  report('database', { ok: false, output, seconds: 0 }, remedy)
  return { passed: 0, failed: 1, skipped: 0 }
}

const checked = check()
const tested = test(checked).catch((error: unknown) => noDatabase(error, checked))
const tally = sum([await checked, await tested])
if (signal.aborted) console.log(signal.reason)
console.log(sayTally(tally))
process.exitCode = tally.failed > 0 || signal.aborted ? 1 : 0
