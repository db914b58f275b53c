import { toMs } from '../kernel/moment.js'
import type { PracticeFact, SuspensionFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, isOpen } from '../rules/dossier.js'
import { contains } from '../rules/intervals.js'
import { rulerOf } from '../rules/ruler.js'
import { isWithin } from '../rules/within-scope.js'

/** The open practices that a suspension takes in and does not spare, though it may have ended. */
export const practicesWithin = (
  register: Register,
  suspension: SuspensionFact,
  nowMs: number,
): PracticeFact[] => {
  const { programme, scope, spared, from } = suspension
  const ruler = rulerOf(register, programme, toMs(register.head.at))
  if (!ruler) return []
  const atMs = Math.max(nowMs, toMs(from))
  const activities = [...new Set(scope.flatMap((clause) => clause.activities))]
  const notHeld = new Set(spared)
  return [...register.all('practice')].filter(
    (practice) =>
      !notHeld.has(practice.odsCode) &&
      isOpen(dossierOf(register, practice), atMs) &&
      activities.some((activity) => isWithin(ruler, suspension, practice, { activity, atMs })),
  )
}

/** How many of some practices each supplier serves at a moment. */
export const countBySupplier = (
  register: Register,
  practices: readonly PracticeFact[],
  nowMs: number,
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const practice of practices) {
    const { suppliers } = dossierOf(register, practice)
    const term = suppliers.find((each) => contains(each, nowMs))
    if (term) counts.set(term.supplier, (counts.get(term.supplier) ?? 0) + 1)
  }
  return counts
}
