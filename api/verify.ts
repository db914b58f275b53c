import { Command, InvalidArgumentError } from 'commander'
import { verify, type Agreement } from './audit/verify.js'
import { readConfig } from './config.js'
import { sayMoment, toMs, type Moment } from './kernel/moment.js'
import { progressBar } from './progress-bar.js'
import { readingLedger } from './read-ledger.js'
import { runCommand } from './run-command.js'

const ROOT = /^[0-9a-f]{64}$/

const readRoot = (text: string): string => {
  const root = text.toLowerCase()
  if (ROOT.test(root)) return root
  throw new InvalidArgumentError('A root has 64 hexadecimal digits.')
}

const count = (number: number): string => number.toLocaleString('en-GB')
const entry = ({ sequence, at }: { sequence: number; at: Moment }): string =>
  `entry ${count(sequence)} of ${sayMoment(toMs(at))}`

const sayAgreement = ({ entries, rows, head, kept }: Agreement): string => {
  const agree = `${count(entries)} entries and ${count(rows)} rows agree.`
  const where = `The head is ${entry(head)}: ${head.root}`
  const next = kept
    ? `The root you kept is that of ${entry(kept)}: nothing up to it was changed since.`
    : 'Keep this root elsewhere; npm run verify -- --head <root> compares with it.'
  return `${agree} ${where}\n${next}`
}

/** A bar on a terminal, which goes when all is done; elsewhere nothing. */
const progressOf = () => {
  const show = process.stdout.isTTY ? progressBar('Verifying the ledger') : () => undefined
  return {
    progress: (done: number, all: number) => show(done, all, 'entries'),
    end: () => show(1, 1, ''),
  }
}

const program = new Command('npm run verify --')
  .description('Checks the ledger entry by entry, and every governed row against it.')
  .option('--head <root>', 'a root kept elsewhere: it has to be that of an entry', readRoot)

await runCommand(async () => {
  const { head } = program.parse().opts<{ head?: string }>()
  const { progress, end } = progressOf()
  const found = await readingLedger(readConfig(process.env), (query) =>
    verify((sql, parameters = []) => query(sql, parameters), { head, progress }),
  ).finally(end)
  if ('where' in found) {
    console.error(`Fault in ${found.where}: ${found.what}`)
    process.exitCode = 1
  } else {
    console.log(sayAgreement(found))
  }
})
