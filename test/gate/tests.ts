import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runChild, type Outcome } from './child.js'
import type { TestDatabase } from './database.js'
import type { Tally } from './tally.js'

/** What jest's report tells, of all that it tells. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** Files that could not be run, whose tests nobody counted. */
  readonly numRuntimeErrorTestSuites: number
}

/** What jest is given: modules as Node has them, and the database. */
export const jestEnv = ({ url }: TestDatabase): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  HOLDFAST_TEST_DATABASE: url,
})

/** Jest itself, without npx in between. */
export const JEST = [process.execPath, 'node_modules/jest/bin/jest.js'] as const

/** Builds the console that the tests open in a browser, where it is not built yet. */
export const buildConsole = (signal: AbortSignal): Promise<Outcome> =>
  runChild([process.execPath, 'build.js', '--console'], { signal })

export const runTests = async (
  database: TestDatabase,
  signal: AbortSignal,
  options: readonly string[] = [],
): Promise<{ outcome: Outcome; tally: Tally }> => {
  const file = join(database.folder, 'jest.json')
  const command = [...JEST, '--ci', '--json', `--outputFile=${file}`, ...options] as const
  const outcome = await runChild(command, { env: jestEnv(database), signal })
  return { outcome, tally: tallyOf(file, outcome.ok) }
}

const tallyOf = (file: string, ok: boolean): Tally => {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    // Jest may fail with no test failed, as when it finds none: that is a failure too.
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
