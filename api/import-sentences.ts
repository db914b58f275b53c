import type { LedgerHead } from './ledger/append.js'
import { rootOf } from './ledger/entry-hash.js'
import type { ImportDone } from './regions/import-organisations.command.js'
import type { ProposalFact } from './register/facts.js'
import type { OdsProblem, OdsReading } from './regions/ods-files.js'

/** What an import says of itself, line by line. */

const PROBLEMS_LISTED_MAX = 100

const figures = new Intl.NumberFormat('en-GB')
const listed = new Intl.ListFormat('en-GB')

/** So many of a thing: `1 practice`, `8,201 practices`. */
const many = (count: number, one: string, more = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : more}`

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

const sayChanges = ({ added, changed, unchanged, parentsAdded }: ImportDone): string[] => {
  const entries = added + changed + parentsAdded
  if (entries === 0) {
    const known = `the register holds ${many(unchanged, 'practice')} as stated in the files`
    return [`Nothing changed: ${known}, and no ledger entry was written.`]
  }
  const others = `${figures.format(changed)} changed and ${figures.format(unchanged)} unchanged`
  return [
    `${many(added, 'practice')} added, ${others}.`,
    ...(parentsAdded > 0
      ? [`${many(parentsAdded, 'parent')} that the register lacked became regions of kind OTHER.`]
      : []),
    `All in one change of ${many(entries, 'ledger entry', 'ledger entries')}.`,
  ]
}

/** What of an import waits for signatures, because it would loosen what is held or refused. */
export const sayWaiting = (proposal: ProposalFact | null): string[] => {
  if (!proposal) return []
  const { id, turns, needs } = proposal
  const practices = new Set(turns.flatMap((turn) => turn.practices)).size
  const whose = listed.format(['a second administrator', ...needs.organisations])
  return [`${many(practices, 'practice')} would be loosened: ${id} waits for ${whose} to sign.`]
}

/** What an import changed, and where the ledger ends after it. */
export const sayDone = (
  done: ImportDone | null,
  { sequence, tree }: LedgerHead,
): string[] => [
  ...(done ? sayChanges(done) : []),
  `The ledger ends at entry ${figures.format(sequence)}, root ${rootOf(tree)}.`,
]
