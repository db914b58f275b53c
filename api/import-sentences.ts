import type { ChangeOutcome } from './access/change-outcome.js'
import type { Config } from './config.js'
import { missingFrom } from './changes/proposal.decision.js'
import type { LedgerHead } from './ledger/append.js'
import { rootOf } from './ledger/entry-hash.js'
import type { ImportDone } from './regions/import-organisations.command.js'
import type { OdsProblem, OdsReading } from './regions/ods-files.js'

/** What an import says of itself, line by line. */

const PROBLEMS_LISTED_MAX = 100

const figures = new Intl.NumberFormat('en-GB')
const listed = new Intl.ListFormat('en-GB')

/** So many of a thing: `1 practice`, `8,201 practices`. */
const many = (count: number, one: string, more = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : more}`

/** Which register an import writes to, and how another is chosen. */
export const sayTarget = ({ demonstration, databaseUrl, dataFolder }: Config): string => {
  const where = databaseUrl === null ? dataFolder : 'the database of DATABASE_URL'
  if (!demonstration) return `Importing into the register in ${where}.`
  const other = 'HOLDFAST_DEMONSTRATION=off and a new folder as HOLDFAST_DATA'
  return `Importing into the demonstration in ${where}. For a register of your own, set ${other}.`
}

/** Problems by file, line and reason: as many as can be read, and how many more there are. */
export const sayProblems = (problems: readonly OdsProblem[]): string[] => {
  const first = problems.slice(0, PROBLEMS_LISTED_MAX)
  const rest = problems.length - first.length
  return [
    ...first.map(({ file, line, reason }) => `${file}:${line} ${reason}`),
    ...(rest > 0 ? [`and ${figures.format(rest)} more`] : []),
  ]
}

/** Why problems stop an import, and what can be done about them. */
export const sayStopped = (problems: readonly OdsProblem[]): string =>
  `Nothing was written: the files have ${many(problems.length, 'problem')}. ` +
  'Mend them, or import the rest with --skip-bad.'

/** Why files that were taken for others stop an import. */
export const sayWrong = (wrongFiles: readonly string[]): string =>
  `Nothing was written: ${wrongFiles.join(' ')}`

/** Why there is nothing to import; null where there is something. */
export const sayNothing = ({ practices, problems, unreadFiles }: OdsReading): string | null => {
  if (unreadFiles.length > 0) {
    return `Nothing was written: no row of ${listed.format(unreadFiles)} could be read.`
  }
  if (practices.length > 0) return null
  return problems.length > 0
    ? 'Nothing was written: every GP practice of the files has a problem in one of its rows.'
    : 'Nothing was written: the files hold no GP practice.'
}

const sayTaken = ({ taken }: OdsReading): string => {
  const parts = [
    many(taken.practices, 'GP practice'),
    many(taken.memberships, 'membership'),
    ...(taken.suppliers > 0 ? [many(taken.suppliers, 'supplier')] : []),
  ]
  return `Read ${listed.format(parts)}.`
}

const sayLeft = ({ left }: OdsReading): string => {
  const parts = [
    many(left.otherSettings, 'row of another setting', 'rows of other settings'),
    many(left.membershipsOfOthers, 'membership of others', 'memberships of others'),
    ...(left.suppliersOfOthers > 0
      ? [many(left.suppliersOfOthers, 'supplier of others', 'suppliers of others')]
      : []),
  ]
  return `Left, which is no error: ${listed.format(parts)}.`
}

const saySkipped = ({ problems, left }: OdsReading): string[] => {
  if (problems.length === 0) return []
  const whole = many(left.practicesWithProblems, 'practice')
  const rows = many(left.rowsWithThem, 'sound row')
  return [`Skipped for ${many(problems.length, 'problem')}: ${whole}, with ${rows} of theirs.`]
}

/** What was taken of the files, what was left, and what was skipped. */
export const sayReading = (reading: OdsReading): string[] => [
  sayTaken(reading),
  sayLeft(reading),
  ...saySkipped(reading),
]

/** What an import came to, as its change answers. */
type Outcome = Pick<ChangeOutcome<ImportDone>, 'done' | 'proposal' | 'alreadyWaits'>

const entriesOf = ({ done, proposal, alreadyWaits }: Outcome): number => {
  const { added, changed, parentsAdded } = done ?? { added: 0, changed: 0, parentsAdded: 0 }
  // A proposal is an entry of the ledger like any other: unless it was one before.
  return added + changed + parentsAdded + (proposal && !alreadyWaits ? 1 : 0)
}

const sayCounts = ({ added, changed, unchanged, parentsAdded }: ImportDone): string[] => {
  const others = `${figures.format(changed)} changed and ${figures.format(unchanged)} unchanged`
  return [
    `${many(added, 'practice')} added, ${others}.`,
    ...(parentsAdded > 0
      ? [`${many(parentsAdded, 'parent')} that the register lacked became regions of kind OTHER.`]
      : []),
  ]
}

const sayWritten = (outcome: Outcome): string[] => {
  const { done } = outcome
  const entries = entriesOf(outcome)
  if (entries > 0) {
    const all = `All in one change of ${many(entries, 'ledger entry', 'ledger entries')}.`
    return [...(done ? sayCounts(done) : []), all]
  }
  const unchanged = done?.unchanged ?? 0
  const known = many(unchanged, 'practice')
  const held = unchanged > 0 ? `: the register holds ${known} as stated in the files` : ''
  return [`Nothing changed${held}, and no ledger entry was written.`]
}

/** What of an import waits for signatures, because it would loosen what is held or refused. */
const sayWaiting = ({ proposal, alreadyWaits }: Outcome): string[] => {
  if (!proposal) return []
  const { id, turns } = proposal
  const { administrator, organisations } = missingFrom(proposal)
  const practices = many(new Set(turns.flatMap((turn) => turn.practices)).size, 'practice')
  const whose = [...(administrator ? ['a second administrator'] : []), ...organisations]
  const signers = listed.format(whose)
  if (!alreadyWaits) return [`${practices} would be loosened: ${id} waits for ${signers} to sign.`]
  return [
    `${id} still waits for signatures: it would loosen ${practices}, just as these files would, ` +
      'so nothing was proposed a second time.',
    `Next: ${signers} to sign ${id}, or to decline it, in the console.`,
  ]
}

/** What an import changed, where the ledger ends after it, and what of it waits. */
export const sayOutcome = (outcome: Outcome, { sequence, tree }: LedgerHead): string[] => [
  ...sayWritten(outcome),
  `The ledger ends at entry ${figures.format(sequence)}, root ${rootOf(tree)}.`,
  ...sayWaiting(outcome),
]
