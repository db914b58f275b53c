import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import type { PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts, type Dossier } from '../rules/dossier.js'
import { contains } from '../rules/intervals.js'
import { pathAt } from '../rules/path.js'

/** Whether a region is the actor's own, or below it, at a moment. */
export const mayActIn = (
  actor: Actor,
  register: Register,
  region: string,
  atMs: number,
): boolean =>
  actor.role !== 'REGIONAL_LEAD' ||
  (actor.region !== null && pathAt(register, region, atMs).regions.includes(actor.region))

/** Refuses a regional lead who acts outside the subtree of the token's region. */
export const refuseOutsideRegion = (
  { actor, register, nowMs }: { actor: Actor; register: Register; nowMs: number },
  region: string,
): void => {
  if (mayActIn(actor, register, region, nowMs)) return
  throw new Refusal('FORBIDDEN', `Region ${region} is not in ${actor.region ?? 'your region'}.`)
}

/** A supplier whose time has passed serves nobody, though nobody has followed it. */
const isServedBy = ({ suppliers }: Dossier, supplier: string | null, atMs: number): boolean =>
  suppliers.some((term) => term.supplier === supplier && contains(term, atMs))

/** Whether the caller may see a practice: its own, those it serves, those of its region, or all. */
export const maySee = (
  actor: Actor,
  register: Register,
  practice: PracticeFact,
  atMs: number,
): boolean => {
  switch (actor.role) {
    case 'PRACTICE':
      return practice.odsCode === actor.organisation
    case 'PARTNER':
      return isServedBy(dossierOf(register, practice), actor.supplier, atMs)
    case 'REGIONAL_LEAD': {
      const { path } = whereabouts(dossierOf(register, practice), atMs)
      return actor.region !== null && path.regions.includes(actor.region)
    }
    case 'LIAISON':
    case 'PROGRAMME_ADMIN':
    case 'AUDITOR':
    case 'OPERATOR':
      return true
  }
}
