import { numberOf } from '../access/numbered.js'
import { startOfDayMs, toMs } from '../kernel/moment.js'
import type { AssuranceFact } from '../register/facts.js'
import { allReadable, type Reader } from './may-read.js'

/** What became of what was said. */
export const AssuranceSaid = {
  GIVEN: 'GIVEN',
  REAFFIRMED: 'REAFFIRMED',
  SUPERSEDED: 'SUPERSEDED',
  WITHDRAWN: 'WITHDRAWN',
} as const
export type AssuranceSaid = keyof typeof AssuranceSaid

/**
 * The assurance that took the place of another, as far as the reader may know; undefined where
 * there is none. What was said to others behind somebody's back supersedes nothing for them: they
 * may supersede it as well, and whoever reads both sees the last.
 */
export const successorOf = (
  reader: Reader,
  { id }: Pick<AssuranceFact, 'id'>,
): AssuranceFact | undefined =>
  allReadable(reader)
    .filter(({ supersedes }) => supersedes === id)
    .sort((a, b) => numberOf(a.id) - numberOf(b.id))
    .at(-1)

/** What became of an assurance by a moment, as far as the reader may know. */
export const saidAt = (reader: Reader, assurance: AssuranceFact, atMs: number): AssuranceSaid => {
  const { withdrawnAt } = assurance
  if (withdrawnAt !== null && toMs(withdrawnAt) <= atMs) return 'WITHDRAWN'
  const successor = successorOf(reader, assurance)
  if (!successor || startOfDayMs(successor.givenOn) > atMs) return 'GIVEN'
  return successor.reaffirms ? 'REAFFIRMED' : 'SUPERSEDED'
}
