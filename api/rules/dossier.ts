import type { PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { contains, intersect, intervalOf, isEmpty, type Interval } from './intervals.js'
import { NOWHERE, pathTerms, type Path, type PathTerm } from './path.js'

interface SupplierStay extends Interval {
  readonly supplier: string
}

/** A practice's own facts, made ready: where it belonged when, and who supplied it. */
export interface Dossier {
  readonly practice: PracticeFact
  readonly open: Interval
  /** Where it belonged, in order of time, with gaps where it belonged nowhere. */
  readonly stays: readonly PathTerm[]
  readonly suppliers: readonly SupplierStay[]
}

/** Where a practice is at a moment. */
export interface Whereabouts {
  readonly belongs: boolean
  /** The path where it belongs, or else where it last belonged. */
  readonly path: Path
}

const staysOf = (register: Register, { memberships }: PracticeFact): PathTerm[] => {
  const stays: PathTerm[] = []
  for (const membership of memberships) {
    const belonged = intervalOf(membership)
    for (const term of pathTerms(register, membership.region)) {
      const { fromMs, toMs } = intersect(term, belonged)
      if (fromMs < toMs) stays.push({ fromMs, toMs, path: term.path })
    }
  }
  return stays
}

interface Kept {
  readonly regions: object
  readonly dossier: Dossier
}
const kept = new WeakMap<PracticeFact, Kept>()

/** The dossier of a practice. Kept for as long as neither the practice nor a region changes. */
export const dossierOf = (register: Register, practice: PracticeFact): Dossier => {
  const known = kept.get(practice)
  const regions = register.token('region')
  if (known?.regions === regions) return known.dossier
  const dossier: Dossier = {
    practice,
    open: intervalOf({ from: practice.openFrom, to: practice.openTo }),
    stays: staysOf(register, practice),
    suppliers: practice.suppliers.map((term) => ({ ...intervalOf(term), supplier: term.supplier })),
  }
  kept.set(practice, { regions, dossier })
  return dossier
}

const lastBegun = <T extends Interval>(terms: readonly T[], atMs: number): T | undefined => {
  for (let i = terms.length - 1; i >= 0; i -= 1) {
    const term = terms[i]
    if (term && term.fromMs <= atMs) return term
  }
  return undefined
}

/** A practice that has left stays where it last belonged, so that closing it frees nothing. */
export const whereabouts = (dossier: Dossier, atMs: number): Whereabouts => {
  const stay = lastBegun(dossier.stays, atMs)
  if (!stay) return { belongs: false, path: NOWHERE }
  return { belongs: contains(stay, atMs), path: stay.path }
}

/** The supplier at a moment, or else the last one before it. */
export const supplierAt = (dossier: Dossier, atMs: number): string | null =>
  lastBegun(dossier.suppliers, atMs)?.supplier ?? null

export const isOpen = (dossier: Dossier, atMs: number): boolean => contains(dossier.open, atMs)

/** The next moment from which the practice is both open and in a region, or null. */
export const nextOpenMs = (dossier: Dossier, atMs: number): number | null => {
  const openings = dossier.stays
    .map((stay) => intersect(stay, dossier.open))
    .filter((both) => !isEmpty(both) && both.fromMs > atMs)
  return openings[0]?.fromMs ?? null
}

/** Every term at whose ends something about the practice itself changes. */
export const dossierTerms = ({ open, stays, suppliers }: Dossier): Interval[] => [
  open,
  ...stays,
  ...suppliers,
]
