import { type Day, addDays, startOfDayMs, toMs } from '../../api/kernel/moment.js'
import type { ConditionFact, Facts, SuspensionFact, Table } from '../../api/register/facts.js'

/** Conditions and dispensations once more, straight from the design, for `naive-ruling.ts`. */

type AllFacts = { [T in Table]: readonly Facts[T][] }

/** A practice at a moment. */
export interface Where {
  practice: string
  programme: string
  atMs: number
  /** Its place then, nearest region first. */
  path: readonly string[]
  /** The days on which its patients had received the last pack of a mailing. */
  receipts: readonly Day[]
}

/** Given in time, and not yet withdrawn. */
const stands = (
  { since }: ConditionFact,
  { givenAt, withdrawnAt }: { givenAt: string; withdrawnAt: string | null },
  atMs: number,
): boolean =>
  toMs(givenAt) >= toMs(since) &&
  toMs(givenAt) <= atMs &&
  !(withdrawnAt !== null && toMs(withdrawnAt) <= atMs)

interface Narrowed {
  regions: readonly string[] | null
  practices: readonly string[] | null
}

const covers = ({ regions, practices }: Narrowed, { practice, path }: Where): boolean => {
  if (practices !== null && !practices.includes(practice)) return false
  return regions === null || regions.filter((region) => path.includes(region)).length > 0
}

const consulted = (facts: AllFacts, condition: ConditionFact, q: Where): boolean =>
  facts.consultation.some((one) => {
    const happened = condition.kind === 'CONSULTATION_OPENED' ? one.openedAt : one.concludedAt
    return (
      one.programme === q.programme &&
      one.audience === condition.audience &&
      happened !== null &&
      toMs(happened) >= toMs(condition.since) &&
      toMs(happened) <= q.atMs &&
      covers({ regions: one.regions, practices: null }, q)
    )
  })

const hadNotice = ({ since, days }: ConditionFact, q: Where): boolean => {
  const lasts = q.receipts
    .filter((on) => startOfDayMs(on) >= toMs(since) && startOfDayMs(on) <= q.atMs)
    .sort()
  const last = lasts.at(-1)
  return last !== undefined && startOfDayMs(addDays(last, days ?? 0)) <= q.atMs
}

const agreed = (facts: AllFacts, condition: ConditionFact, q: Where): boolean =>
  facts.agreement
    .filter(({ programme, practice }) => programme === q.programme && practice === q.practice)
    .filter(({ party, matter }) => party === condition.party && matter === condition.matter)
    .filter(({ region }) => region === null || q.path.includes(region))
    .some((agreement) => stands(condition, agreement, q.atMs))

const signedOff = (
  facts: AllFacts,
  suspension: SuspensionFact,
  condition: ConditionFact,
  q: Where,
): boolean =>
  facts.signoff
    .filter((one) => one.suspension === suspension.id && one.condition === condition.id)
    .filter(({ organisation }) => organisation === condition.organisation)
    .filter((one) => covers(one, q))
    .some((one) => stands(condition, one, q.atMs))

const isMet = (
  facts: AllFacts,
  suspension: SuspensionFact,
  condition: ConditionFact,
  q: Where,
): boolean => {
  if (condition.kind === 'NOTICE') return hadNotice(condition, q)
  if (condition.kind === 'AGREEMENT') return agreed(facts, condition, q)
  if (condition.kind === 'SIGN_OFF') return signedOff(facts, suspension, condition, q)
  return consulted(facts, condition, q)
}

/** Ids of the conditions of a suspension that a practice does not meet. */
export const naiveUnmet = (facts: AllFacts, suspension: SuspensionFact, q: Where): string[] =>
  suspension.conditions
    .filter((condition) => !isMet(facts, suspension, condition, q))
    .map(({ id }) => id)

/** Ids of the dispensations from a suspension that cover a practice, in order. */
export const naiveDispensations = (
  facts: AllFacts,
  suspension: SuspensionFact,
  q: Where,
): string[] =>
  facts.dispensation
    .filter((one) => one.suspension === suspension.id && one.granted)
    .filter(({ from, to }) => from !== null && toMs(from) <= q.atMs && q.atMs < toMs(to ?? from))
    .filter((one) => covers(one, q))
    .map(({ id }) => id)
    .sort()

export const isDispensed = (facts: AllFacts, suspension: SuspensionFact, q: Where): boolean =>
  naiveDispensations(facts, suspension, q).length > 0
