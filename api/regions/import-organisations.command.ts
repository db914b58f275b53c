import { isDeepStrictEqual } from 'node:util'
import { command, type Change, type WithReason } from '../access/change.js'
import { dayOf, type Day } from '../kernel/moment.js'
import type { PracticeFact, RegionTermFact, SupplierTermFact } from '../register/facts.js'
import { decidePractice } from './practice.decision.js'

/** A practice as an import states it. */
export interface ImportedPractice {
  readonly odsCode: string
  readonly name: string
  readonly openFrom: Day | null
  readonly openTo: Day | null
  readonly memberships: readonly RegionTermFact[]
  /** Its supplier on the day of the import; undefined where the import says nothing of it. */
  readonly supplier?: string | null
}

export interface ImportOrganisationsInput extends WithReason {
  readonly practices: readonly ImportedPractice[]
  /** The day from which suppliers that are new hold; the day of the change where left out. */
  readonly suppliersFrom?: Day
}

/** What an import came to. */
export interface ImportDone {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Parents that the register lacked, recorded as regions of kind OTHER. */
  readonly parentsAdded: number
}

/** Records the parents that nobody described, so that every membership names a known region. */
const addParents = (change: Change, practices: readonly ImportedPractice[]): number => {
  const codes = new Set(practices.flatMap((each) => each.memberships.map(({ region }) => region)))
  const lacking = [...codes].filter((code) => !change.register.get('region', code)).sort()
  for (const code of lacking) {
    change.save('region', { code, name: code, kind: 'OTHER', parents: [] })
  }
  return lacking.length
}

/** The dated suppliers, with one from a day on: until the next that is known, if one is to come. */
const withSupplier = (
  known: readonly SupplierTermFact[],
  supplier: string | null | undefined,
  day: Day,
): readonly SupplierTermFact[] => {
  const holds = ({ from, to }: SupplierTermFact): boolean =>
    (from === null || from <= day) && (to === null || day < to)
  if (!supplier || known.find(holds)?.supplier === supplier) return known
  const earlier = known
    .filter(({ from }) => from === null || from < day)
    .map((term) => (holds(term) ? { ...term, to: day } : term))
  const later = known.filter(({ from }) => from !== null && from > day)
  return [...earlier, { supplier, from: day, to: later[0]?.from ?? null }, ...later]
}

const stated = (
  imported: ImportedPractice,
  known: PracticeFact | undefined,
  suppliersFrom: Day,
): Omit<PracticeFact, 'version'> => {
  const { odsCode, name, openFrom, openTo, memberships, supplier } = imported
  const suppliers = withSupplier(known?.suppliers ?? [], supplier, suppliersFrom)
  return { odsCode, name, openFrom, openTo, memberships, suppliers }
}

/** Records practices as an import states them: each as a whole, and only where it differs. */
export const importOrganisations = command(
  'importOrganisations',
  (change, { practices, suppliersFrom }: ImportOrganisationsInput): ImportDone => {
    const supplierFrom = suppliersFrom ?? dayOf(change.nowMs)
    const parentsAdded = addParents(change, practices)
    const counts = { added: 0, changed: 0, unchanged: 0 }
    for (const imported of practices) {
      const known = change.register.get('practice', imported.odsCode)
      const fact = decidePractice(
        stated(imported, known, supplierFrom),
        change.register.demonstration,
      )
      if (known && isDeepStrictEqual({ ...fact, version: known.version }, known)) {
        counts.unchanged += 1
      } else {
        change.save('practice', fact)
        counts[known ? 'changed' : 'added'] += 1
      }
    }
    return { ...counts, parentsAdded }
  },
  // What would loosen waits for signatures: each such practice, with all its rows.
  (input, loosened) => ({
    rest: { ...input, practices: input.practices.filter((each) => !loosened.has(each.odsCode)) },
    waiting: { ...input, practices: input.practices.filter((each) => loosened.has(each.odsCode)) },
  }),
)
