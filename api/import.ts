import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import { QueryFailedError } from 'typeorm'
import { brokenRules } from './access/broken-rules.js'
import type { ChangeOutcome } from './access/change-outcome.js'
import { ReasonInput } from './access/reason.js'
import { changesFor } from './changes/make-change.js'
import { CannotStart, readConfig } from './config.js'
import {
  sayNothing, sayOutcome, sayProblems, sayReading, sayStopped, sayTarget, sayWrong,
} from './import-sentences.js'
import { operator } from './kernel/actor.js'
import { openHoldfast, type Holdfast } from './open-holdfast.js'
import { progressBar } from './progress-bar.js'
import {
  importOrganisations,
  type ImportDone,
  type ImportOrganisationsInput,
} from './regions/import-organisations.command.js'
import { readOds, type OdsFile, type OdsFiles, type OdsReading } from './regions/ods-files.js'
import { failing, runCommand } from './run-command.js'

/**
 * Imports the practices of England and where they belonged, as one change: all of it or nothing.
 * Each practice of the files is recorded as they state it, whatever was recorded before; one that
 * they do not list, as when a later file has dropped it, is left as it is.
 */

interface Options {
  practices: string
  memberships: string
  suppliers?: string
  skipBad?: boolean
  reason?: string
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
}

const readBytes = (option: string, name: string): OdsFile => {
  if (!name) throw new CannotStart(`${option} has to name a file.`)
  try {
    return { name, bytes: readFileSync(name) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CannotStart(`Cannot read ${name}: ${UNREADABLE[code ?? ''] ?? message}.`)
  }
}

const readFiles = ({ practices, memberships, suppliers }: Options): OdsFiles => ({
  practices: readBytes('--practices', practices),
  memberships: readBytes('--memberships', memberships),
  suppliers: suppliers === undefined ? undefined : readBytes('--suppliers', suppliers),
})

const presentOf = ({ practices, memberships, suppliers }: OdsFiles): OdsFile[] => [
  practices,
  memberships,
  ...(suppliers ? [suppliers] : []),
]

const NEWLINE = 0x0a

const countLines = ({ bytes }: OdsFile): number => {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}

const read = (files: OdsFiles): OdsReading => {
  const all = presentOf(files).reduce((sum, file) => sum + countLines(file), 0)
  const progress = progressBar('Reading the files')
  const reading = readOds(files, (rowsDone) => progress(rowsDone, all, 'rows'))
  // A header is a line and no row: without this the bar would stay short of its end.
  progress(all, all, 'rows')
  return reading
}

/** Why, for the ledger: held to what a reason is held to that comes in a request. */
const reasonOf = ({ reason }: Options, files: OdsFiles): string => {
  const names = presentOf(files).map(({ name }) => basename(name))
  if (reason === undefined) return `Import of ${names.join(', ')}.`
  const broken = brokenRules(ReasonInput, { reason })
  if (broken.length === 0) return reason
  throw new CannotStart(`The ${broken.join(' and ')}: give another --reason.`)
}

/** Files without a problem, or with problems that may be left out; refuses all others. */
const refuseUnlessRead = (reading: OdsReading, { skipBad }: Options): void => {
  const { problems, wrongFiles } = reading
  // In a file of another kind every row is a problem, and none of them is worth telling.
  if (wrongFiles.length > 0) throw new CannotStart(sayWrong(wrongFiles))
  for (const line of sayProblems(problems)) console.error(line)
  const nothing = sayNothing(reading)
  if (nothing !== null) throw new CannotStart(nothing)
  if (problems.length > 0 && !skipBad) throw new CannotStart(sayStopped(problems))
}

/** What a database refuses is told in a line. What was written is not written a second time. */
const inOneLine = (error: unknown): unknown => {
  if (!(error instanceof QueryFailedError)) return error
  const remedy = 'Run the import again once that is mended: it writes what is missing.'
  return new CannotStart(`The database stopped the import: ${error.message}. ${remedy}`)
}

const change = async (
  holdfast: Holdfast,
  operatorName: string,
  stated: ImportOrganisationsInput,
): Promise<ChangeOutcome<ImportDone>> => {
  const makeChange = changesFor(holdfast, operator(operatorName))
  try {
    return await makeChange(importOrganisations, stated)
  } catch (error) {
    throw inOneLine(error)
  }
}

const importOds = async (options: Options): Promise<void> => {
  const config = readConfig(process.env)
  console.log(sayTarget(config))
  const files = readFiles(options)
  const reason = reasonOf(options, files)
  const reading = read(files)
  refuseUnlessRead(reading, options)
  for (const line of sayReading(reading)) console.log(line)
  const holdfast = await openHoldfast(config, failing, progressBar('Playing the demonstration'))
  try {
    console.log('Recording them as one change …')
    const stated = { practices: reading.practices, reason }
    const outcome = await change(holdfast, config.operatorName, stated)
    for (const line of sayOutcome(outcome, holdfast.follower.current.head)) console.log(line)
  } finally {
    await holdfast.close()
  }
}

const program = new Command('npm run import --').description('Imports published files.')

program
  .command('ods')
  .description('Imports GP practices, and where they belonged, from the files of ODS.')
  .requiredOption('--practices <file>', 'epraccur: every prescribing cost centre')
  .requiredOption('--memberships <file>', 'epcmem: which body each belonged to, and when')
  .option('--suppliers <file>', 'the system supplier of each practice, as of today')
  .option('--skip-bad', 'leave out each practice with a problem in any row, import the others')
  .option('--reason <text>', 'why, for the ledger')
  .action((options: Options) => runCommand(() => importOds(options)))

await program.parseAsync()
