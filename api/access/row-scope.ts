import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import { sayKey } from '../kernel/text.js'
import type { PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts, type Dossier } from '../rules/dossier.js'
import { contains } from '../rules/intervals.js'
import { pathAt } from '../rules/path.js'
import { mustFind, notFound } from './change.js'
import type { Context } from './context.js'

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
  throw new Refusal('FORBIDDEN', `Region ${sayKey(region)} is not in ${actor.region ?? 'your region'}.`)
}

/** Answers a lead about what lies outside the own region as if there were no such thing. */
export const hideOutsideRegion = (
  { actor, register, nowMs }: { actor: Actor; register: Register; nowMs: number },
  table: 'mailing',
  { id, region }: { readonly id: string; readonly region: string },
): void => {
  if (!mayActIn(actor, register, region, nowMs)) throw notFound(table, id)
}

/** Whether a caller may act and read in a programme: one narrowed to others may not. */
export const isOfProgramme = ({ programmes }: Actor, programme: string): boolean =>
  programmes?.includes(programme) ?? true

/** Refuses a supplier whose token is narrowed to other programmes. */
export const refuseOtherProgramme = (actor: Actor, programme: string): void => {
  if (isOfProgramme(actor, programme)) return
  const narrowed = actor.programmes?.join(', ')
  throw new Refusal('FORBIDDEN', `Your token is for ${narrowed}, and not for ${sayKey(programme)}.`)
}

/** A supplier whose time has passed serves nobody, though nobody has followed it. */
const isServedBy = ({ suppliers }: Dossier, supplier: string | null, atMs: number): boolean =>
  suppliers.some((term) => term.supplier === supplier && contains(term, atMs))

/** Those who may not see every practice tell an unknown one from a foreign one by nothing. */
const SEE_ALL: readonly Actor['role'][] = ['LIAISON', 'PROGRAMME_ADMIN', 'AUDITOR', 'OPERATOR']

/** A practice by its code: undefined where it is unknown to a caller who may not see them all. */
export const findPractice = (
  { actor, register }: { actor: Actor; register: Register },
  odsCode: string,
): PracticeFact | undefined =>
  SEE_ALL.includes(actor.role)
    ? mustFind(register, 'practice', odsCode)
    : register.get('practice', odsCode)

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

/**
 * A practice that something tells of, or null where it is not for this caller: a report stays its
 * supplier's, but whoever serves the practice now is no matter of an earlier supplier.
 */
export const practiceShownTo = (
  { actor, register, registerNow, clock }: Context,
  odsCode: string | null,
): PracticeFact | null => {
  const practice = odsCode === null ? undefined : registerNow.get('practice', odsCode)
  if (!practice || !actor || !maySee(actor, registerNow, practice, clock.nowMs())) return null
  return register.get('practice', practice.odsCode) ?? null
}
