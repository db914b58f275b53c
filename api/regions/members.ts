import { mustFind } from '../access/change.js'
import { findPractice } from '../access/row-scope.js'
import type { Actor } from '../kernel/actor.js'
import type { PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, isOpen, whereabouts } from '../rules/dossier.js'
import { pathAt } from '../rules/path.js'
import { invalid } from '../kernel/refusal.js'

/** Whether a practice belongs to a region, or to one below it, at a moment. */
export const belongsTo = (
  register: Register,
  practice: PracticeFact,
  region: string,
  atMs: number,
): boolean => {
  const { belongs, path } = whereabouts(dossierOf(register, practice), atMs)
  return belongs && path.regions.includes(region)
}

/** The regions that lie in a region at a moment, itself among them. */
export const regionsWithin = (register: Register, region: string, atMs: number): string[] =>
  Array.from(register.all('region'), ({ code }) => code).filter((code) =>
    pathAt(register, code, atMs).regions.includes(region),
  )

/** The practices that belong to a region, or to one below it, and are open at a moment. */
export const practicesIn = (register: Register, region: string, atMs: number): PracticeFact[] =>
  regionsWithin(register, region, atMs)
    .flatMap((code) => register.everMembers(code).map((odsCode) => ({ code, odsCode })))
    .flatMap(({ code, odsCode }) => {
      const practice = mustFind(register, 'practice', odsCode)
      const dossier = dossierOf(register, practice)
      const { belongs, path } = whereabouts(dossier, atMs)
      // A practice is found under each region it ever belonged to; one counts at that moment.
      return belongs && path.regions[0] === code && isOpen(dossier, atMs) ? [practice] : []
    })

/**
 * The practices that a region can concern from a moment on: open or closed, those that lie in it or
 * below it then, that last did, or that will on a day that is recorded.
 */
export const practicesOnceIn = (
  register: Register,
  region: string,
  atMs: number,
): PracticeFact[] => {
  const within = regionsWithin(register, region, atMs)
  const codes = new Set(within.flatMap((code) => register.everMembers(code)))
  return [...codes]
    .map((odsCode) => mustFind(register, 'practice', odsCode))
    .filter((practice) => {
      const dossier = dossierOf(register, practice)
      const later = dossier.stays.filter(({ fromMs }) => fromMs > atMs).map(({ path }) => path)
      const paths = [whereabouts(dossier, atMs).path, ...later]
      return paths.some(({ regions }) => regions.includes(region))
    })
}

/** Those of some practices that do not belong to a region at a moment, or are unknown. */
export const foreignTo = (
  change: { actor: Actor; register: Register },
  region: string,
  practices: readonly string[],
  atMs: number,
): string[] =>
  practices.filter((code) => {
    const practice = findPractice(change, code)
    return !practice || !belongsTo(change.register, practice, region, atMs)
  })

/** Refuses practices that are unknown, or do not belong to the region now. */
export const refuseForeignPractices = (
  change: { actor: Actor; register: Register; nowMs: number },
  region: string,
  practices: readonly string[] | null,
): void => {
  const foreign = foreignTo(change, region, practices ?? [], change.nowMs)
  if (foreign.length === 0) return
  throw invalid('practices', `These are not practices of ${region} today: ${foreign.slice(0, 10).join(', ')}. Leave them out.`)
}
