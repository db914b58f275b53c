/** A fault of Holdfast itself, or of a ledger that somebody else has changed. Nobody catches it. */
export class InvariantBroken extends Error {
  override name = 'InvariantBroken'
}

/** Ours to keep: where it does not hold, the request or the process stops. */
export function invariant(holds: unknown, what: string): asserts holds {
  if (!holds) throw new InvariantBroken(`Holdfast cannot go on: ${what}.`)
}
