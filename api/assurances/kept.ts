import { toMs } from '../kernel/moment.js'
import type { AssuranceFact, BreachFact, ConditionFact } from '../register/facts.js'
import { breaks } from '../rules/breaks.js'
import { conditionProgress } from '../rules/conditions.js'
import { isLifted, isMetEverywhere, ownUnmet, promisedAt, standsTo } from '../rules/promise.js'
import type { Ruler } from '../rules/ruler.js'
import { coveredBy } from '../rules/within-scope.js'

/** Whether what was promised is so. */
export const AssuranceKept = {
  KEPT: 'KEPT',
  NOT_ENFORCED: 'NOT_ENFORCED',
  BREACHED: 'BREACHED',
  MET: 'MET',
} as const
export type AssuranceKept = keyof typeof AssuranceKept

/** What was done against an assurance by a moment. */
export const breachesOf = (ruler: Ruler, assurance: AssuranceFact, atMs: number): BreachFact[] =>
  [...ruler.register.all('breach')].filter(
    (breach) => toMs(breach.at) <= atMs && breaks(ruler, breach, assurance),
  )

/** Whether an assurance is kept at a moment. A breach is never made good; it stays on record. */
export const keptAt = (ruler: Ruler, assurance: AssuranceFact, atMs: number): AssuranceKept => {
  const { register } = ruler
  if (breachesOf(ruler, assurance, atMs).length > 0) return 'BREACHED'
  if (isLifted(register, assurance, atMs)) return 'MET'
  const promised = promisedAt(ruler, assurance, atMs)
  const covered = coveredBy(ruler, assurance, atMs)
  if (isMetEverywhere(promised, covered)) return 'MET'
  return covered.some((each) => standsTo(promised, each) === 'UNHELD') ? 'NOT_ENFORCED' : 'KEPT'
}

/**
 * The conditions not met everywhere at a moment: of an assurance itself, within its scope; where it
 * has none, of the binding suspensions in force made for it, within theirs.
 */
export const unmetOf = (ruler: Ruler, assurance: AssuranceFact, atMs: number): ConditionFact[] => {
  const promised = promisedAt(ruler, assurance, atMs)
  if (promised.own.length > 0) {
    const covered = coveredBy(ruler, assurance, atMs)
    return ownUnmet(promised, covered).map(({ condition }) => condition)
  }
  return promised.made
    .flatMap(({ suspension }) =>
      conditionProgress(ruler, suspension, ruler.register.all('practice'), atMs),
    )
    .filter(({ unmet }) => unmet > 0)
    .map(({ condition }) => condition)
}
