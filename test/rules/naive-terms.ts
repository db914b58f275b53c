import { type Day, startOfDayMs } from '../../api/kernel/moment.js'

/** Dated terms of whole London days, for `naive-ruling.ts`: half-open, null where unbounded. */
type Term = { readonly from: Day | null; readonly to: Day | null }

export const contains = (term: Term, atMs: number): boolean =>
  (term.from === null || startOfDayMs(term.from) <= atMs) &&
  (term.to === null || atMs < startOfDayMs(term.to))

export const termAt = <T extends Term>(terms: readonly T[], atMs: number): T | undefined =>
  terms.find((term) => contains(term, atMs))

/** Of the terms that are over, the one that ended last, with the moment it ended. */
export const lastEnded = <T extends Term>(terms: readonly T[], atMs: number) =>
  terms
    .map((term) => ({ term, endMs: term.to === null ? Infinity : startOfDayMs(term.to) }))
    .filter(({ endMs }) => endMs <= atMs)
    .sort((a, b) => a.endMs - b.endMs)
    .at(-1)
