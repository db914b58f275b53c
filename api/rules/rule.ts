import type { Moment } from '../kernel/moment.js'
import type { ReasonCode } from '../kernel/vocabulary.js'
import type { ConditionFact, RolloutFact, SuspensionFact } from '../register/facts.js'
import type { Situation } from './situation.js'

/** One reason to refuse, in words, with what would permit. */
export interface Reason {
  readonly code: ReasonCode
  readonly message: string
  readonly remedy: string | null
  /** From when this reason alone would no longer refuse, where that is known. */
  readonly permittedFrom: Moment | null
  readonly suspension: SuspensionFact | null
  /** The conditions of that suspension that are not met there. */
  readonly unmet: readonly ConditionFact[]
  readonly rollout: RolloutFact | null
}

/** What a rule answers that permits. */
export const NO_REASONS: readonly Reason[] = []

/** A rule answers every reason it has to refuse; none where it permits. */
export type Rule = (situation: Situation) => readonly Reason[]

/** A reason, with nothing said of what is not told. */
export const reason = (
  code: ReasonCode,
  message: string,
  rest: Partial<Omit<Reason, 'code' | 'message'>> = {},
): Reason => ({
  code,
  message,
  remedy: null,
  permittedFrom: null,
  suspension: null,
  unmet: [],
  rollout: null,
  ...rest,
})

/** Words a reason once for each fact and each way it is put: wording takes longer than ruling. */
export const wordedOnce = <Fact extends object, Way>(
  word: (fact: Fact, way: Way) => Reason,
  keyOf: (way: Way) => unknown = (way) => way,
): ((fact: Fact, way: Way) => Reason) => {
  const worded = new WeakMap<Fact, Map<unknown, Reason>>()
  const wordAnew = (fact: Fact, way: Way): Reason => {
    const ways = worded.get(fact) ?? new Map<unknown, Reason>()
    worded.set(fact, ways)
    const told = word(fact, way)
    ways.set(keyOf(way), told)
    return told
  }
  return (fact, way) => worded.get(fact)?.get(keyOf(way)) ?? wordAnew(fact, way)
}
