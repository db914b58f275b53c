import { addDays, dayOf, toMs, type Day, type Moment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { sayKey } from '../kernel/text.js'
import type { Register } from '../register/register.js'
import { dossierOf } from '../rules/dossier.js'
import { contains } from '../rules/intervals.js'

/** An upload as it is reported. */
export interface Report {
  readonly practice: string
  readonly night: Day
  readonly uploadedAt: Moment
  readonly records: number
  readonly registerSequence?: number | null
  readonly at?: Moment | null
}

const served = (register: Register, supplier: string, report: Report): boolean => {
  const practice = register.get('practice', report.practice)
  const atMs = toMs(report.uploadedAt)
  return Boolean(
    practice &&
      dossierOf(register, practice).suppliers.some(
        (term) => term.supplier === supplier && contains(term, atMs),
      ),
  )
}

const IN_FUTURE = 'An upload cannot lie in the future: give when it was made.'
const AFTER_UPLOAD = 'A night begins before its uploads: give the day it began on.'
const LONG_BEFORE =
  'A night begins on the day of its uploads, or on the one before: give the day it began on.'
const HALF_NAMED = 'Name a ruling by both its `registerSequence` and its `at`, or leave both out.'

/** Why a report is not kept, or null. A practice of others is told apart from none by nothing. */
export const rejectionOf = (
  register: Register,
  supplier: string,
  report: Report,
  nowMs: number,
): Refusal | null => {
  const { practice, night, uploadedAt, records, registerSequence, at } = report
  const uploadedMs = toMs(uploadedAt)
  if (!served(register, supplier, report)) {
    const unserved = `There is no practice ${sayKey(practice)} that ${supplier} served then.`
    return new Refusal('NOT_FOUND', unserved)
  }
  if (uploadedMs > nowMs) return invalid('uploadedAt', IN_FUTURE)
  if (night > dayOf(uploadedMs)) return invalid('night', AFTER_UPLOAD)
  if (night < addDays(dayOf(uploadedMs), -1)) return invalid('night', LONG_BEFORE)
  if (records < 1) return invalid('records', 'An upload creates records: give 1 or more.')
  if ((registerSequence ?? null) === null && (at ?? null) === null) return null
  if (registerSequence && at) return null
  return invalid('registerSequence', HALF_NAMED)
}

const TWICE = 'The request reports this upload twice, the same in everything: it is kept once.'

/** Judges the reports of one request in their order: what one has told, another does not again. */
export const eachOnce = (
  judge: (report: Report) => Refusal | null,
): ((report: Report) => Refusal | null) => {
  const told = new Set<string>()
  return (report) => {
    const rejection = judge(report)
    if (rejection) return rejection
    const { practice, night, uploadedAt, records, registerSequence, at } = report
    const upload = JSON.stringify([practice, night, uploadedAt, records, registerSequence, at])
    if (told.has(upload)) return new Refusal('ALREADY_REPORTED', TWICE)
    told.add(upload)
    return null
  }
}
