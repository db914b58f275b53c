import { toMs } from '../kernel/moment.js'
import { invariant } from '../kernel/invariant.js'
import type { ProgrammeFact, ProgrammeTermsFact } from '../register/facts.js'

/** The terms of a programme in force at a moment. The first hold for all time before them. */
export const termsAt = ({ code, terms }: ProgrammeFact, atMs: number): ProgrammeTermsFact => {
  const inForce = terms.findLast(({ from }) => toMs(from) <= atMs) ?? terms[0]
  invariant(inForce, `the programme ${code} has no terms`)
  return inForce
}
