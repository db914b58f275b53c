import { toMs } from '../kernel/moment.js'
import type { AssuranceFact, PracticeFact, SuspensionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { breaks } from '../rules/breaks.js'
import type { Ruler } from '../rules/ruler.js'
import { coveredBy, type Covered } from '../rules/within-scope.js'

/** Whether what was promised is so. */
export const AssuranceKept = {
  KEPT: 'KEPT',
  NOT_ENFORCED: 'NOT_ENFORCED',
  BREACHED: 'BREACHED',
  MET: 'MET',
} as const
export type AssuranceKept = keyof typeof AssuranceKept

/** The suspensions made for an assurance. */
export const suspensionsFor = (register: Register, { id }: { id: string }): SuspensionFact[] =>
  [...register.all('suspension')].filter(({ assurance }) => assurance === id)

const hasEnded = ({ endedAt }: SuspensionFact, atMs: number): boolean =>
  endedAt !== null && toMs(endedAt) <= atMs

/** Whether a suspension is in force at a moment. */
export const isInForce = (suspension: SuspensionFact, atMs: number): boolean =>
  toMs(suspension.from) <= atMs && !hasEnded(suspension, atMs)

/** Whether the conditions of an assurance are met at a practice; none are met by themselves. */
export const conditionsMet = (
  _ruler: Ruler,
  _assurance: AssuranceFact,
  _practice: PracticeFact,
  _atMs: number,
): boolean => false

/** A practice of which some activity is held by no binding suspension, and not by right. */
export const isGap = (
  ruler: Ruler,
  assurance: AssuranceFact,
  { practice, holders }: Covered,
  atMs: number,
): boolean =>
  holders.some((each) => each.length === 0) && !conditionsMet(ruler, assurance, practice, atMs)

/** All that was to be held is free by the terms: lifted with none left, or the conditions met. */
const isMet = (
  ruler: Ruler,
  assurance: AssuranceFact,
  covered: readonly Covered[],
  atMs: number,
): boolean => {
  const made = suspensionsFor(ruler.register, assurance)
  const lifted = made.some((each) => each.ending === 'LIFTED' && hasEnded(each, atMs))
  if (lifted && made.every((each) => hasEnded(each, atMs))) return true
  return (
    covered.length > 0 &&
    covered.every(({ practice }) => conditionsMet(ruler, assurance, practice, atMs))
  )
}

/** Whether an assurance is kept at a moment. A breach is never made good; it stays on record. */
export const keptAt = (ruler: Ruler, assurance: AssuranceFact, atMs: number): AssuranceKept => {
  const broken = [...ruler.register.all('breach')].some(
    (breach) => toMs(breach.at) <= atMs && breaks(ruler, breach, assurance),
  )
  if (broken) return 'BREACHED'
  const covered = coveredBy(ruler, assurance, atMs)
  if (isMet(ruler, assurance, covered, atMs)) return 'MET'
  const gap = covered.some((each) => isGap(ruler, assurance, each, atMs))
  return gap ? 'NOT_ENFORCED' : 'KEPT'
}
