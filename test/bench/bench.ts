import { interruption, runChild } from '../gate/child.js'
import { withDatabase } from '../gate/database.js'
import { readOptions, sayDuration } from './options.js'

/**
 * Measures Holdfast, in a process that is stopped where we are: so the database stops then as well,
 * and its folder goes.
 */
const options = readOptions(process.argv)
const signal = interruption()
console.log(sayDuration(options))
const { ok } = await withDatabase(({ url, folder }) => {
  const flags = [...process.execArgv, 'test/bench/measurements.ts', ...process.argv.slice(2)]
  const env = { HOLDFAST_TEST_DATABASE: url, HOLDFAST_BENCH_FOLDER: folder }
  return runChild([process.execPath, ...flags], { env, signal, aloud: true })
})
if (signal.aborted) console.log(signal.reason)
process.exitCode = ok ? 0 : 1
