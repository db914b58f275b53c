import { toMs } from '../kernel/moment.js'
import type { ConditionKind } from '../kernel/vocabulary.js'
import type { ConditionFact, ConsultationFact, SuspensionFact } from '../register/facts.js'
import type { Evidence, PlacedMailing, Timed } from './evidence.js'
import { contains } from './intervals.js'
import { noticeEndsMs } from './patients-had-notice.rule.js'

/** A condition of a suspension, with its moment read. */
export interface Sought {
  readonly suspension: string
  readonly condition: ConditionFact
  readonly sinceMs: number
}

/** What may prove the conditions of a practice at a moment. */
export interface Proofs {
  readonly evidence: Evidence
  /** The mailing that its patients last received by then, or null. */
  readonly lastReceived: PlacedMailing | null
}

/** The conditions of a suspension, or of an assurance, ready to be looked for. */
export const soughtBy = ({
  id,
  conditions,
}: Pick<SuspensionFact, 'id' | 'conditions'>): readonly Sought[] =>
  conditions.map((condition) => ({ suspension: id, condition, sinceMs: toMs(condition.since) }))

type Find = (sought: Sought, proofs: Proofs, atMs: number) => readonly { readonly id: string }[]

const factsOf = <Fact>(timed: readonly Timed<Fact>[]): Fact[] => timed.map(({ fact }) => fact)

const consultationsWhere =
  (happenedMs: (timed: Timed<ConsultationFact>) => number): Find =>
  ({ condition, sinceMs }, { evidence }, atMs) =>
    factsOf(
      evidence.consultations.filter((timed) => {
        const ms = happenedMs(timed)
        return timed.fact.audience === condition.audience && sinceMs <= ms && ms <= atMs
      }),
    )

const agreementsOf: Find = ({ condition, sinceMs }, { evidence }, atMs) =>
  factsOf(
    evidence.agreements.filter(
      (timed) =>
        timed.fact.party === condition.party &&
        timed.fact.matter === condition.matter &&
        sinceMs <= timed.fromMs &&
        contains(timed, atMs),
    ),
  )

const signOffsOf: Find = ({ suspension, condition, sinceMs }, { evidence }, atMs) =>
  factsOf(
    evidence.signOffs.filter(
      (timed) =>
        timed.fact.suspension === suspension &&
        timed.fact.condition === condition.id &&
        timed.fact.organisation === condition.organisation &&
        sinceMs <= timed.fromMs &&
        contains(timed, atMs),
    ),
  )

/** A further mailing begins the days anew, as it does for the programme's own notice. */
const noticeOf: Find = ({ condition, sinceMs }, { lastReceived: last }, atMs) => {
  if (!last || last.receivedMs < sinceMs) return []
  return noticeEndsMs(last.receivedOn, condition.days ?? Infinity) <= atMs ? [last] : []
}

const FIND: Record<ConditionKind, Find> = {
  CONSULTATION_OPENED: consultationsWhere(({ fromMs }) => fromMs),
  CONSULTATION_CONCLUDED: consultationsWhere(({ toMs: concludedMs }) => concludedMs),
  NOTICE: noticeOf,
  AGREEMENT: agreementsOf,
  SIGN_OFF: signOffsOf,
}

/** Ids of the facts by which a condition is met at a moment; none where it is not met. */
export const proofOf = (sought: Sought, proofs: Proofs, atMs: number): string[] =>
  FIND[sought.condition.kind](sought, proofs, atMs).map(({ id }) => id)

const NONE: readonly ConditionFact[] = []

/** The conditions that are not met at a moment, in their order. */
export const unmetOf = (
  sought: readonly Sought[],
  proofs: Proofs,
  atMs: number,
): readonly ConditionFact[] => {
  if (sought.length === 0) return NONE
  return sought
    .filter((each) => FIND[each.condition.kind](each, proofs, atMs).length === 0)
    .map(({ condition }) => condition)
}
