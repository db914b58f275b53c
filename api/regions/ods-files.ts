import type { RegionTermFact } from '../register/facts.js'
import { shown } from './csv-lines.js'
import { historiesOf } from './ods-conflicts.js'
import { readOdsFile, type Found, type OdsFile } from './ods-file-reader.js'
import {
  membershipLayout,
  practiceLayout,
  supplierLayout,
  type Listed,
  type MembershipRow,
  type PracticeRow,
  type SupplierRow,
} from './ods-rows.js'
import { sayWrongFile } from './ods-wrong-file.js'

export type { OdsFile } from './ods-file-reader.js'

export interface OdsFiles {
  /** `epraccur` */
  readonly practices: OdsFile
  /** `epcmem` */
  readonly memberships: OdsFile
  readonly suppliers?: OdsFile | undefined
}

/** One thing wrong with one line, and what would be right. */
export interface OdsProblem {
  readonly file: string
  /** Counted from 1, as an editor counts. */
  readonly line: number
  readonly reason: string
  /** The practice left out because of it. Null if the line names none that was to be taken. */
  readonly practice: string | null
}

export interface OdsPractice extends PracticeRow {
  /** In order of time, not overlapping. */
  readonly memberships: readonly RegionTermFact[]
  /** Null if the suppliers file does not list it; absent if there was no such file. */
  readonly supplier?: string | null
}

/** Every row of the files is taken, left, or a problem. */
export interface OdsReading {
  /** In the order of their file. */
  readonly practices: readonly OdsPractice[]
  /** File by file and line by line. */
  readonly problems: readonly OdsProblem[]
  /** Of each file that has the columns of another, what it is and what would be right. */
  readonly wrongFiles: readonly string[]
  /** The names of files of which no row at all is sound. */
  readonly unreadFiles: readonly string[]
  /** Rows taken of each file. */
  readonly taken: {
    readonly practices: number
    readonly memberships: number
    readonly suppliers: number
  }
  readonly left: {
    /** Rows of prescribing cost centres that are not GP practices. */
    readonly otherSettings: number
    /** Rows of codes that are no GP practice of the practices file. */
    readonly membershipsOfOthers: number
    readonly suppliersOfOthers: number
    /** Practices left out whole, for a problem in any of their rows. */
    readonly practicesWithProblems: number
    /** Rows without a problem of their own that were left out with those practices. */
    readonly rowsWithThem: number
  }
}

/** The files as read, one by one. */
interface Contents {
  readonly practices: Found<PracticeRow>
  readonly memberships: Found<MembershipRow>
  readonly suppliers: Found<SupplierRow> | null
  readonly listed: Listed
}

const PROGRESS_ROWS = 1000

const countingRows = (progress: (rowsDone: number) => void) => {
  let rowsDone = 0
  return {
    rowDone: () => {
      rowsDone += 1
      if (rowsDone % PROGRESS_ROWS === 0) progress(rowsDone)
    },
    end: () => progress(rowsDone),
  }
}

// A practice with an unsound row is listed: its memberships are its own, and not of others.
const listedIn = ({ rows, findings, leftCodes }: Found<PracticeRow>): Listed => ({
  practices: new Set([
    ...rows.map(({ odsCode }) => odsCode),
    ...findings.flatMap(({ code }) => code ?? []),
  ]),
  otherSettings: new Set(leftCodes),
})

const readContents = (files: OdsFiles, rowDone: () => void): Contents => {
  const practices = readOdsFile(files.practices, practiceLayout, rowDone)
  const listed = listedIn(practices)
  const memberships = readOdsFile(files.memberships, membershipLayout(listed), rowDone)
  const suppliers = files.suppliers
    ? readOdsFile(files.suppliers, supplierLayout(listed), rowDone)
    : null
  return { practices, memberships, suppliers, listed }
}

const problemsOf = (file: OdsFile, found: Found<unknown>, listed: Listed): OdsProblem[] =>
  found.findings.map(({ line, reason, code }) => {
    const practice = code !== null && listed.practices.has(code) ? code : null
    const cost = practice === null ? '' : `; practice ${shown(practice)} is left out whole`
    return { file: file.name, line, reason: reason + cost, practice }
  })

const allProblems = (files: OdsFiles, contents: Contents): OdsProblem[] => [
  ...problemsOf(files.practices, contents.practices, contents.listed),
  ...problemsOf(files.memberships, contents.memberships, contents.listed),
  ...(files.suppliers && contents.suppliers
    ? problemsOf(files.suppliers, contents.suppliers, contents.listed)
    : []),
]

const unfitFiles = (
  files: OdsFiles,
  contents: Contents,
): Pick<OdsReading, 'wrongFiles' | 'unreadFiles'> => {
  const given = (['practices', 'memberships', 'suppliers'] as const).flatMap((kind) => {
    const { [kind]: file } = files
    const { [kind]: found } = contents
    return file && found ? [{ kind, file, found }] : []
  })
  return {
    wrongFiles: given.flatMap(({ kind, file, found }) => sayWrongFile(file, kind, found) ?? []),
    unreadFiles: given
      .filter(({ found }) => found.rows.length + found.leftCodes.length === 0)
      .map(({ file }) => file.name),
  }
}

const takePractices = (
  { practices, memberships, suppliers }: Contents,
  leftOut: ReadonlySet<string>,
): OdsPractice[] => {
  const histories = historiesOf(memberships.rows)
  const supplierOf = new Map(suppliers?.rows.map((row) => [row.odsCode, row.supplier]))
  return practices.rows
    .filter(({ odsCode }) => !leftOut.has(odsCode))
    .map(({ line: _, ...practice }) => ({
      ...practice,
      memberships: (histories.get(practice.odsCode) ?? []).map(({ term }) => term),
      ...(suppliers && { supplier: supplierOf.get(practice.odsCode) ?? null }),
    }))
}

const share = (found: Found<{ readonly odsCode: string }> | null, leftOut: ReadonlySet<string>) => {
  const rows = found?.rows ?? []
  const problemLines = new Set(found?.findings.map(({ line }) => line))
  const ofLeftOut = rows.filter(({ odsCode }) => leftOut.has(odsCode))
  return {
    taken: rows.length - ofLeftOut.length,
    withProblems: ofLeftOut.filter(({ line }) => !problemLines.has(line)).length,
    ofOthers: found?.leftCodes.length ?? 0,
  }
}

const count = (
  contents: Contents,
  leftOut: ReadonlySet<string>,
): Pick<OdsReading, 'taken' | 'left'> => {
  const practices = share(contents.practices, leftOut)
  const memberships = share(contents.memberships, leftOut)
  const suppliers = share(contents.suppliers, leftOut)
  return {
    taken: {
      practices: practices.taken,
      memberships: memberships.taken,
      suppliers: suppliers.taken,
    },
    left: {
      otherSettings: practices.ofOthers,
      membershipsOfOthers: memberships.ofOthers,
      suppliersOfOthers: suppliers.ofOthers,
      practicesWithProblems: leftOut.size,
      rowsWithThem: practices.withProblems + memberships.withProblems + suppliers.withProblems,
    },
  }
}

/**
 * Reads the files of the Organisation Data Service, and says everything that is wrong with them.
 *
 * A practice with a problem in any row of any file is left out whole, with all its rows: half a
 * membership history would be a wrong answer about the other half. A line so spoilt that not even
 * its code can be read leaves nobody out, and has `practice: null`; whoever skips it skips a row of
 * a practice that nobody can name. Never throws for what a file holds.
 */
export const readOds = (
  files: OdsFiles,
  progress: (rowsDone: number) => void = () => undefined,
): OdsReading => {
  const rows = countingRows(progress)
  const contents = readContents(files, rows.rowDone)
  const problems = allProblems(files, contents)
  const leftOut = new Set(problems.flatMap(({ practice }) => practice ?? []))
  const practices = takePractices(contents, leftOut)
  rows.end()
  const unfit = unfitFiles(files, contents)
  return { practices, problems, ...unfit, ...count(contents, leftOut) }
}
