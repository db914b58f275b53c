import { Activity } from '../kernel/vocabulary.js'
import type { Facts, ScopeClauseFact, Table } from '../register/facts.js'
import type { Register } from '../register/register.js'

/** Whose rulings a saved fact can turn: in which programmes, which practices, which activities. */
export interface Reached {
  /** Codes, or null for all programmes. */
  readonly programmes: readonly string[] | null
  /** Codes, or null for the whole country. */
  readonly practices: readonly string[] | null
  readonly activities: readonly Activity[]
}

const ALL_ACTIVITIES = Object.values(Activity)
const NOBODY: Reached = { programmes: [], practices: [], activities: [] }

/** A region and all that ever lay below it. */
const subtreeOf = (register: Register, region: string): Set<string> => {
  const found = new Set([region])
  let before = 0
  while (found.size > before) {
    before = found.size
    for (const { code, parents } of register.all('region')) {
      if (parents.some((parent) => found.has(parent.region))) found.add(code)
    }
  }
  return found
}

const membersBelow = (register: Register, regions: readonly string[]): string[] => {
  const below = new Set(regions.flatMap((region) => [...subtreeOf(register, region)]))
  return [...new Set([...below].flatMap((region) => register.everMembers(region)))]
}

/** Practices that something narrowed by regions or by practices can concern. */
const practicesIn = (
  register: Register,
  narrowed: { regions: readonly string[] | null; practices: readonly string[] | null },
): readonly string[] | null => {
  if (narrowed.practices) return narrowed.practices
  return narrowed.regions && membersBelow(register, narrowed.regions)
}

/** Null as soon as any of them is the whole country. */
const together = (lists: readonly (readonly string[] | null)[]): string[] | null =>
  lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))]

const ofScope = (
  register: Register,
  programme: string,
  scope: readonly ScopeClauseFact[],
): Reached => ({
  programmes: [programme],
  practices: together(scope.map((clause) => practicesIn(register, clause))),
  activities: [...new Set(scope.flatMap(({ activities }) => activities))],
})

/** Activities that evidence can release: those held by suspensions of the programme that ask. */
const askedFor = (register: Register, programme: string): Activity[] => {
  const asking = [...register.all('suspension')].filter(
    (each) => each.programme === programme && each.conditions.length > 0,
  )
  return [...new Set(asking.flatMap(({ scope }) => scope.flatMap((each) => each.activities)))]
}

type ReachedBy = { readonly [T in Table]: (register: Register, fact: Facts[T]) => Reached }

const nobody = (): Reached => NOBODY

/** Of a suspension, as far as what narrows it further: a dispensation, a sign-off. */
const ofSuspension = (
  register: Register,
  narrowed: {
    suspension: string
    regions: readonly string[] | null
    practices: readonly string[] | null
  },
): Reached => {
  const suspension = register.get('suspension', narrowed.suspension)
  if (!suspension) return NOBODY
  const reached = ofScope(register, suspension.programme, suspension.scope)
  return { ...reached, practices: practicesIn(register, narrowed) ?? reached.practices }
}

/** Complete by type: a table that is added has to say whom its facts can reach. */
const REACHED_BY: ReachedBy = {
  installation: nobody,
  configuration: nobody,
  organisation: nobody,
  purdah: nobody,
  assurance: nobody,
  breach: nobody,
  proposal: nobody,
  region: (register, { code }) => ({
    programmes: null,
    practices: membersBelow(register, [code]),
    activities: ALL_ACTIVITIES,
  }),
  practice: (_, { odsCode }) => ({
    programmes: null,
    practices: [odsCode],
    activities: ALL_ACTIVITIES,
  }),
  programme: (_, { code }) => ({
    programmes: [code],
    practices: null,
    activities: ALL_ACTIVITIES,
  }),
  rollout: (register, { programme, region, practices }) => ({
    programmes: [programme],
    practices: practices ?? membersBelow(register, [region]),
    activities: ALL_ACTIVITIES,
  }),
  mailing: (register, { programme, region, practices }) => ({
    programmes: [programme],
    practices: practices ?? membersBelow(register, [region]),
    activities: [...new Set<Activity>(['UPLOAD', ...askedFor(register, programme)])],
  }),
  suspension: (register, { programme, scope }) => ofScope(register, programme, scope),
  live: (_, { programme, practice }) => ({
    programmes: [programme],
    practices: [practice],
    activities: ['UPLOAD'],
  }),
  consultation: (register, { programme, regions }) => ({
    programmes: [programme],
    practices: membersBelow(register, regions),
    activities: askedFor(register, programme),
  }),
  agreement: (register, { programme, practice }) => ({
    programmes: [programme],
    practices: [practice],
    activities: askedFor(register, programme),
  }),
  signoff: ofSuspension,
  dispensation: ofSuspension,
}

/** Whom a saved fact can reach, in a register that holds it. */
export const reachedBy = <T extends Table>(
  register: Register,
  table: T,
  fact: Facts[T],
): Reached => REACHED_BY[table](register, fact)
