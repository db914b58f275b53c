import type { ScopeClauseFact } from '../register/facts.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'
import type { Path } from './path.js'

/** What a scope is compared with. */
export interface ScopeSubject {
  /** Null for all practices that nothing names. */
  readonly odsCode: string | null
  readonly activity: Activity
  readonly path: Path
  readonly supplier: string | null
  /** Classifications of the rollouts that govern it. */
  readonly classifications: readonly Classification[]
}

/** Whether a narrowing lets a value through; null narrows nothing. */
const lets = <T>(narrowing: readonly T[] | null, value: T | null): boolean =>
  narrowing === null || (value !== null && narrowing.includes(value))

/** Whether it lets any of some values through. */
const letsAny = <T>(narrowing: readonly T[] | null, values: readonly T[]): boolean =>
  narrowing === null || values.some((value) => narrowing.includes(value))

const clauseTakesIn = (clause: ScopeClauseFact, subject: ScopeSubject): boolean =>
  clause.activities.includes(subject.activity) &&
  letsAny(clause.classifications, subject.classifications) &&
  letsAny(clause.regions, subject.path.regions) &&
  lets(clause.practices, subject.odsCode) &&
  lets(clause.suppliers, subject.supplier)

/** What has a scope: a suspension, or an assurance. */
export interface Scoped {
  readonly scope: readonly ScopeClauseFact[]
}

/** Whether a scope takes a practice in: any clause suffices. */
export const takesIn = ({ scope }: Scoped, subject: ScopeSubject): boolean =>
  scope.some((clause) => clauseTakesIn(clause, subject))
