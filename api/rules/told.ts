import type { Answer } from './answer.js'

/** What one question is answered. */
export interface Told {
  readonly permitted: boolean
  /** Nothing refuses but suspensions. */
  readonly clear: boolean
  /** Ids of the binding suspensions that hold it, whatever else may refuse. */
  readonly heldBy: readonly string[]
  /** Ids of those that have released it, and hold it again once a condition ceases. */
  readonly releasedBy: readonly string[]
  /** What those that hold it and release practice by practice wait for: ids of conditions. */
  readonly waitingFor: ReadonlyMap<string, readonly string[]>
}

/** What is told of what is not there. */
export const NOTHING: Told = {
  permitted: false,
  clear: false,
  heldBy: [],
  releasedBy: [],
  waitingFor: new Map(),
}

const readAnswer = ({ outcome, reasons, released }: Answer): Told => ({
  permitted: outcome === 'PERMIT',
  clear: reasons.every(({ code }) => code === 'SUSPENDED'),
  heldBy: reasons.flatMap(({ suspension }) => (suspension ? [suspension.id] : [])),
  releasedBy: released.map(({ id }) => id),
  waitingFor: new Map(
    reasons.flatMap(({ suspension, unmet }) =>
      suspension?.releases ? [[suspension.id, unmet.map(({ id }) => id)] as const] : [],
    ),
  ),
})

/** What is answered where there is no practice, or no programme. */
export const NO_ANSWER: Answer = {
  outcome: 'REFUSE',
  reasons: [],
  advisories: [],
  released: [],
  dispensations: [],
  obligations: [],
  rollouts: [],
  validitySecondsMax: 0,
}

/** Read once: answers are few, and given for many practices. */
const told = new WeakMap<Answer, Told>([[NO_ANSWER, NOTHING]])

/** What an answer tells of a practice, for two of them to be compared. */
export const toldBy = (answer: Answer): Told => {
  const known = told.get(answer)
  if (known) return known
  const read = readAnswer(answer)
  told.set(answer, read)
  return read
}
