import type { Activity } from '../kernel/vocabulary.js'
import type {
  DispensationFact, PracticeFact, RolloutFact, SuspensionFact,
} from '../register/facts.js'
import type { Answer } from './answer.js'
import { dossierOf, supplierAt, whereabouts } from './dossier.js'
import { classificationAt } from './rollout-state.js'
import type { Ruler } from './ruler.js'
import { takesIn, type Scoped } from './scope.js'
import type { Found } from './timeline.js'

/** What is asked of a practice within a scope: never under a named classification. */
interface AskedWithin {
  readonly activity: Activity
  readonly atMs: number
}

const ask = (ruler: Ruler, { odsCode }: PracticeFact, asked: AskedWithin): Found | undefined =>
  ruler.rule(odsCode, { ...asked, classification: null })

const isIn = (
  ruler: Ruler,
  scoped: Scoped,
  practice: PracticeFact,
  { activity, atMs }: AskedWithin,
  rollouts: readonly RolloutFact[],
): boolean => {
  const dossier = dossierOf(ruler.register, practice)
  return takesIn(scoped, {
    odsCode: practice.odsCode,
    activity,
    path: whereabouts(dossier, atMs).path,
    supplier: supplierAt(dossier, atMs),
    // What governs it is what classifies it, as for a suspension.
    classifications: rollouts.map((rollout) => classificationAt(rollout, atMs)),
  })
}

/** Whether a scope takes a practice in for an activity at a moment, open or closed. */
export const isWithin = (
  ruler: Ruler,
  scoped: Scoped,
  practice: PracticeFact,
  asked: AskedWithin,
): boolean => {
  // What governs it is asked for only where a clause is narrowed by it: that takes a ruling.
  const narrowed = scoped.scope.some(({ classifications }) => classifications !== null)
  const rollouts = narrowed ? (ask(ruler, practice, asked)?.answer.rollouts ?? []) : []
  return isIn(ruler, scoped, practice, asked, rollouts)
}

/** An activity for which a scope takes a practice in. */
export interface CoveredActivity {
  readonly activity: Activity
  /** The binding suspensions that hold it. */
  readonly holders: readonly SuspensionFact[]
  /** What excepts it from others. */
  readonly dispensations: readonly DispensationFact[]
}

/** An open practice within a scope, for at least one activity. */
export interface Covered {
  readonly practice: PracticeFact
  readonly activities: readonly CoveredActivity[]
}

/** What lies within a scope from a moment until another. */
interface Coverage {
  readonly fromMs: number
  readonly nextMs: number
  readonly covered: readonly Covered[]
}

/** The binding suspensions that an answer lists: those that hold the practice. */
const holdersIn = ({ reasons }: Answer): SuspensionFact[] =>
  reasons.flatMap(({ suspension }) => (suspension ? [suspension] : []))

const isOpen = ({ reasons }: Answer): boolean =>
  reasons.every(({ code }) => code !== 'PRACTICE_NOT_OPEN')

const workOut = (ruler: Ruler, scoped: Scoped, atMs: number): Coverage => {
  const named = [...new Set(scoped.scope.flatMap((clause) => clause.activities))]
  const covered: Covered[] = []
  let nextMs = Number.POSITIVE_INFINITY
  for (const practice of ruler.register.all('practice')) {
    const activities: CoveredActivity[] = []
    for (const activity of named) {
      const asked = { activity, atMs }
      const found = ask(ruler, practice, asked)
      if (!found) continue
      nextMs = Math.min(nextMs, found.nextMs)
      const { answer } = found
      if (!isOpen(answer) || !isIn(ruler, scoped, practice, asked, answer.rollouts)) continue
      const { dispensations } = answer
      activities.push({ activity, holders: holdersIn(answer), dispensations })
    }
    if (activities.length > 0) covered.push({ practice, activities })
  }
  return { fromMs: atMs, nextMs, covered }
}

const known = new WeakMap<Ruler, WeakMap<Scoped, Coverage>>()

/**
 * The open practices within a scope at a moment, each with what holds it there. Until the next date
 * recorded for any practice nothing of it turns, and it is answered again as it was.
 */
export const coveredBy = (ruler: Ruler, scoped: Scoped, atMs: number): readonly Covered[] => {
  const ofRuler = known.get(ruler) ?? new WeakMap<Scoped, Coverage>()
  known.set(ruler, ofRuler)
  const last = ofRuler.get(scoped)
  if (last && last.fromMs <= atMs && atMs < last.nextMs) return last.covered
  const coverage = workOut(ruler, scoped, atMs)
  ofRuler.set(scoped, coverage)
  return coverage.covered
}
