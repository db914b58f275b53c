import { brokenRules } from '../access/broken-rules.js'
import { addDays, isDay, type Day } from '../kernel/moment.js'
import { PRACTICE_CODE, SUPPLIER_CODE } from '../kernel/vocabulary.js'
import type { RegionTermFact } from '../register/facts.js'
import { shown } from './csv-lines.js'
import { findOverlaps, findRepeats, type Finding, type Placed } from './ods-conflicts.js'
import { RecordPracticeInput } from './record-practice.command.js'

/** The fields of one row, as texts. */
export type Fields = readonly string[]

/** What a file holds: which rows are kept, what may be wrong with them, how one is read. */
export interface Layout<Row> {
  readonly columns: number
  /** The first line, if it is a header and no row. */
  readonly header: string | null
  /** Whether a row tells of something that is not kept. Nothing else of it is judged. */
  readonly isLeft: (fields: Fields) => boolean
  /** All that is wrong with a row that is kept, each with what would be right. */
  readonly faults: (fields: Fields) => string[]
  /** A row without faults, as Holdfast keeps it. */
  readonly read: (fields: Fields) => Row
  /** What is wrong between rows that are each without faults. */
  readonly conflicts: (rows: readonly Placed<Row>[]) => Finding[]
}

export interface PracticeRow {
  readonly odsCode: string
  readonly name: string
  readonly openFrom: Day | null
  readonly openTo: Day | null
}

export interface MembershipRow {
  readonly odsCode: string
  readonly term: RegionTermFact
}

export interface SupplierRow {
  readonly odsCode: string
  readonly supplier: string
}

/** The codes a practices file lists, whether or not their rows are sound. */
export interface Listed {
  readonly practices: ReadonlySet<string>
  readonly otherSettings: ReadonlySet<string>
}

/** Codes of parents: a PCT has three characters, a body of another kind or time up to six. */
const PARENT_CODE = /^[A-Z0-9]{3,6}$/
const GP_PRACTICE = '4'
const SETTING = /^(0|[1-9][0-9]?)$/
const EIGHT_FIGURES = /^[0-9]{8}$/
// The year 0 is in no calendar, and the last day of 9999 has no day after it to end on.
const FIRST_DATE = '00010101'
const LAST_DATE = '99991230'

/** The columns of each file, counted from 1 as in its specification. */
const PRACTICE = { code: 1, name: 2, opened: 11, closed: 12, status: 13, setting: 26 } as const
const MEMBERSHIP = { code: 1, parent: 2, type: 3, joined: 4, left: 5 } as const
const SUPPLIER = { code: 1, supplier: 2 } as const

const at = (fields: Fields, column: number): string => fields[column - 1] ?? ''

const toDay = (date: string): Day => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
const isDate = (text: string): boolean =>
  EIGHT_FIGURES.test(text) && text >= FIRST_DATE && text <= LAST_DATE && isDay(toDay(text))

// A date of closing or leaving is a last day; an interval of ours ends on the first day after.
const dayOf = (date: string): Day | null => (date === '' ? null : toDay(date))
const dayAfter = (date: string): Day | null => (date === '' ? null : addDays(toDay(date), 1))

const codeFaults = (code: string): string[] =>
  PRACTICE_CODE.test(code)
    ? []
    : [`practice code ${shown(code)}; right is a letter and five figures, such as A81001`]

// The rules are those of a name that is recorded by hand.
const nameFaults = (name: string): string[] => {
  const broken = brokenRules(RecordPracticeInput, { name })
  if (broken.length > 0 && !name) return ['the name is empty; right is its name']
  return broken.map((rule) => `the ${rule}; it is ${shown(name)}`)
}

const dateFaults = (what: string, date: string): string[] =>
  isDate(date) ? [] : [`${what} ${shown(date)} is not a day; right is yyyymmdd, such as 20100331`]

/** Faults of two dates, the second of them empty while it is open. */
const periodFaults = (first: [what: string, date: string], last: typeof first): string[] => {
  const faults = [first, last].flatMap(([what, date]) => (date ? dateFaults(what, date) : []))
  if (faults.length > 0 || !first[1] || !last[1] || first[1] <= last[1]) return faults
  return [`${last.join(' ')} is before ${first.join(' ')}; right is the same day or a later one`]
}

// Without these dates a practice that is closed, or not yet there, would be open for ever.
const statusFaults = (fields: Fields): string[] => {
  const status = at(fields, PRACTICE.status)
  if (status === 'C' && !at(fields, PRACTICE.closed)) {
    return ['status C without a close date; right is the last day it was open']
  }
  if (status === 'P' && !at(fields, PRACTICE.opened)) {
    return ['status P without an open date; right is the day it is to open']
  }
  return []
}

const settingFaults = (setting: string): string[] =>
  SETTING.test(setting)
    ? []
    : [`prescribing setting ${shown(setting)} is no number; right for a GP practice is 4`]

/** `epraccur`: every prescribing cost centre. Only the GP practices are kept. */
export const practiceLayout: Layout<PracticeRow> = {
  columns: 27,
  header: null,
  isLeft: (fields) => {
    const setting = at(fields, PRACTICE.setting)
    return SETTING.test(setting) && setting !== GP_PRACTICE
  },
  faults: (fields) => [
    ...codeFaults(at(fields, PRACTICE.code)),
    ...nameFaults(at(fields, PRACTICE.name).trim()),
    ...periodFaults(
      ['open date', at(fields, PRACTICE.opened)],
      ['close date', at(fields, PRACTICE.closed)],
    ),
    ...statusFaults(fields),
    ...settingFaults(at(fields, PRACTICE.setting)),
  ],
  read: (fields) => ({
    odsCode: at(fields, PRACTICE.code),
    name: at(fields, PRACTICE.name).trim(),
    openFrom: dayOf(at(fields, PRACTICE.opened)),
    openTo: dayAfter(at(fields, PRACTICE.closed)),
  }),
  conflicts: findRepeats,
}

// A code of no known form is not left as another's: it may be a practice's, mistyped.
const isOfOthers = (listed: Listed) => (fields: Fields): boolean => {
  const code = at(fields, MEMBERSHIP.code)
  if (listed.practices.has(code)) return false
  return listed.otherSettings.has(code) || PRACTICE_CODE.test(code)
}

const parentFaults = (parent: string): string[] =>
  PARENT_CODE.test(parent)
    ? []
    : [`parent code ${shown(parent)}; right are three to six capitals and figures, such as 5QV`]

const typeFaults = (type: string): string[] =>
  type === 'W' ? [] : [`type ${shown(type)} is no membership; right is W`]

const joinedFaults = (joined: string, left: string): string[] =>
  joined === ''
    ? ['the joined date is empty; right is yyyymmdd, such as 20100401']
    : periodFaults(['joined', joined], ['left', left])

/** `epcmem`: which body each practice belonged to, from when to when. */
export const membershipLayout = (listed: Listed): Layout<MembershipRow> => ({
  columns: 6,
  header: null,
  isLeft: isOfOthers(listed),
  faults: (fields) => [
    ...codeFaults(at(fields, MEMBERSHIP.code)),
    ...parentFaults(at(fields, MEMBERSHIP.parent)),
    ...typeFaults(at(fields, MEMBERSHIP.type)),
    ...joinedFaults(at(fields, MEMBERSHIP.joined), at(fields, MEMBERSHIP.left)),
  ],
  read: (fields) => ({
    odsCode: at(fields, MEMBERSHIP.code),
    term: {
      region: at(fields, MEMBERSHIP.parent),
      from: dayOf(at(fields, MEMBERSHIP.joined)),
      to: dayAfter(at(fields, MEMBERSHIP.left)),
    },
  }),
  conflicts: findOverlaps,
})

const supplierFaults = (supplier: string): string[] =>
  SUPPLIER_CODE.test(supplier) ? [] : [`the supplier is ${shown(supplier)}; right is a code like EMIS`]

/** Which system supplier serves each practice. */
export const supplierLayout = (listed: Listed): Layout<SupplierRow> => ({
  columns: 2,
  header: 'ODSCode,Supplier',
  isLeft: isOfOthers(listed),
  faults: (fields) => [
    ...codeFaults(at(fields, SUPPLIER.code)),
    ...supplierFaults(at(fields, SUPPLIER.supplier).trim()),
  ],
  read: (fields) => ({
    odsCode: at(fields, SUPPLIER.code),
    supplier: at(fields, SUPPLIER.supplier).trim(),
  }),
  conflicts: findRepeats,
})
