import { toMs } from '../kernel/moment.js'
import type { AssuranceFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { conditionStates, unmetAt, type Wanted } from './conditions.js'
import { soughtBy } from './proof.js'
import type { Ruler } from './ruler.js'
import { isWithin, type Covered, type CoveredActivity } from './within-scope.js'

/** The suspensions made for an assurance, whatever became of them. */
export const madeFor = (register: Register, { id }: { id: string }): SuspensionFact[] =>
  [...register.all('suspension')].filter(({ assurance }) => assurance === id)

const hasEnded = ({ endedAt }: SuspensionFact, atMs: number): boolean =>
  endedAt !== null && toMs(endedAt) <= atMs

/** Whether suspensions made for an assurance were lifted by a moment, and none of them is left. */
export const isLifted = (register: Register, assurance: AssuranceFact, atMs: number): boolean => {
  const made = madeFor(register, assurance)
  return (
    made.some((each) => each.ending === 'LIFTED') && made.every((each) => hasEnded(each, atMs))
  )
}

interface Made {
  readonly suspension: SuspensionFact
  readonly spared: ReadonlySet<string>
}

/** What an assurance promised, ready to be compared with what is so at a moment. */
export interface Promised {
  readonly ruler: Ruler
  readonly atMs: number
  /** Its own conditions. Where it has none, those of the suspensions made for it count. */
  readonly own: readonly Wanted[]
  /** The binding suspensions in force that were made for it. */
  readonly made: readonly Made[]
}

/**
 * The conditions of an assurance itself. A sign-off is given for a suspension: one for those made
 * for the assurance, by the organisation that the assurance names, meets its condition as well.
 */
const wantedBy = (assurance: AssuranceFact, made: readonly SuspensionFact[]): Wanted[] => {
  const signOffs = made.flatMap(soughtBy).filter(({ condition }) => condition.kind === 'SIGN_OFF')
  return soughtBy(assurance).map((sought) => {
    const { condition, sinceMs } = sought
    const same = signOffs
      .filter((each) => each.condition.organisation === condition.organisation)
      .map((each) => ({ ...each, sinceMs: Math.max(each.sinceMs, sinceMs) }))
    return { condition, ways: condition.kind === 'SIGN_OFF' ? same : [sought] }
  })
}

/** What an assurance promised, as at a moment. */
export const promisedAt = (ruler: Ruler, assurance: AssuranceFact, atMs: number): Promised => {
  const all = madeFor(ruler.register, assurance)
  const made = all
    .filter((each) => each.strength === 'BINDING')
    .filter((each) => toMs(each.from) <= atMs && !hasEnded(each, atMs))
    .map((suspension) => ({ suspension, spared: new Set(suspension.spared) }))
  return { ruler, atMs, own: wantedBy(assurance, all), made }
}

const overActivity = (
  { ruler, atMs, made }: Promised,
  practice: PracticeFact,
  { activity }: CoveredActivity,
): Made[] =>
  made.filter(({ suspension }) => isWithin(ruler, suspension, practice, { activity, atMs }))

/** How a practice stands to what was promised. */
export type PromiseStanding = 'UNHELD' | 'DISPENSED' | 'HELD' | 'LET_GO'

const ORDER: readonly PromiseStanding[] = ['UNHELD', 'DISPENSED', 'HELD', 'LET_GO']

const meetsOwn = ({ ruler, atMs, own }: Promised, practice: PracticeFact): boolean =>
  own.length > 0 && unmetAt(ruler, own, practice, atMs).length === 0

const activityStands = (
  promised: Promised,
  practice: PracticeFact,
  each: CoveredActivity,
): PromiseStanding => {
  if (each.holders.length > 0) return 'HELD'
  if (meetsOwn(promised, practice)) return 'LET_GO'
  const over = overActivity(promised, practice, each)
  if (over.length === 0) return 'UNHELD'
  const excepts = (id: string) => over.some(({ suspension }) => suspension.id === id)
  if (each.dispensations.some(({ suspension }) => excepts(suspension))) return 'DISPENSED'
  // They take it in and do not hold it: each spares it, or its conditions are met there. A
  // suspension with weaker conditions than the assurance has does not let go what was assured.
  const isSpared = over.every(({ spared }) => spared.has(practice.odsCode))
  return isSpared || promised.own.length === 0 ? 'LET_GO' : 'UNHELD'
}

/**
 * How a practice within the scope of an assurance stands to it. Whatever holds it, it is held. It
 * is let go where the assurance's own conditions are met there, or, by the suspensions made for it,
 * where these spare or release it; dispensed, where they except it; otherwise nothing holds it, and
 * nobody promised that. Of several activities the worst counts.
 */
export const standsTo = (
  promised: Promised,
  { practice, activities }: Covered,
): PromiseStanding => {
  const stands = activities.map((each) => activityStands(promised, practice, each))
  return ORDER.find((each) => stands.includes(each)) ?? 'UNHELD'
}

const isSpared = ({ made }: Promised, { practice }: Covered): boolean =>
  made.some(({ spared }) => spared.has(practice.odsCode))

const meetsMade = (promised: Promised, { practice, activities }: Covered): boolean => {
  const { ruler, atMs } = promised
  const over = new Set(activities.flatMap((each) => overActivity(promised, practice, each)))
  const states = [...over].map(({ suspension }) =>
    conditionStates(ruler, suspension, practice, atMs),
  )
  return states.length > 0 && states.every((of) => of.length > 0 && of.every(({ met }) => met))
}

/**
 * Whether all that an assurance waited for has come: its conditions are met at every practice
 * within its scope. Those that are spared have nothing to wait for, and do not count.
 */
export const isMetEverywhere = (promised: Promised, covered: readonly Covered[]): boolean => {
  const waiting = covered.filter((each) => !isSpared(promised, each))
  const meets = (each: Covered): boolean =>
    promised.own.length > 0 ? meetsOwn(promised, each.practice) : meetsMade(promised, each)
  return waiting.length > 0 && waiting.every(meets)
}

/** Those of an assurance's own conditions that some practice within its scope does not meet. */
export const ownUnmet = (promised: Promised, covered: readonly Covered[]): Wanted[] => {
  const { ruler, atMs, own } = promised
  let met = own
  const unmet = new Set<Wanted>()
  for (const each of covered) {
    if (met.length === 0) break
    if (isSpared(promised, each)) continue
    for (const wanted of unmetAt(ruler, met, each.practice, atMs)) unmet.add(wanted)
    met = own.filter((wanted) => !unmet.has(wanted))
  }
  return own.filter((wanted) => unmet.has(wanted))
}
