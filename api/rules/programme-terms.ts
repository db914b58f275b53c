import { toMs } from '../kernel/moment.js'
import { invariant } from '../kernel/invariant.js'
import type { ProgrammeFact, ProgrammeTermsFact } from '../register/facts.js'

/** Terms of a programme, and the moment from which they hold. */
export interface TimedTerms {
  readonly fromMs: number
  readonly terms: ProgrammeTermsFact
}

/** The terms of a programme in order of time: there is at least one. */
export const timedTerms = ({ code, terms }: ProgrammeFact): readonly TimedTerms[] => {
  invariant(terms.length > 0, `the programme ${code} has no terms`)
  return terms.map((each) => ({ fromMs: toMs(each.from), terms: each }))
}

/** The terms in force at a moment. The first hold for all time before them. */
export const termsIn = (timed: readonly TimedTerms[], atMs: number): ProgrammeTermsFact => {
  const inForce = timed.findLast(({ fromMs }) => fromMs <= atMs) ?? timed[0]
  invariant(inForce, 'a programme without terms')
  return inForce.terms
}

/** The terms of a programme in force at a moment. */
export const termsAt = (programme: ProgrammeFact, atMs: number): ProgrammeTermsFact =>
  termsIn(timedTerms(programme), atMs)
