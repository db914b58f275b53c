import type { Who } from './who-sees-what.world.js'

/** What a role gets in the place of what an auditor gets: a code, null, a count, or its own. */
export type Outcome = string | number | null
export type Row = Partial<Record<Who, Outcome>>

export const NO_TOKEN = { ANONYMOUS: 'UNAUTHENTICATED' } as const
export const CENTRE = {
  ...NO_TOKEN, PARTNER: 'FORBIDDEN', PRACTICE: 'FORBIDDEN', REGIONAL_LEAD: 'FORBIDDEN',
} as const
export const NOT_LIAISON = { ...CENTRE, LIAISON: 'FORBIDDEN' } as const
export const UNFOUND = {
  ...NO_TOKEN, PARTNER: 'NOT_FOUND', PRACTICE: 'NOT_FOUND', REGIONAL_LEAD: 'NOT_FOUND',
} as const
/** Somebody who may know a thing is there where they are shown one, but not this one. */
export const ELSEWHERE = { PRACTICE: null, REGIONAL_LEAD: null } as const
export const OF_REGION = { ...NO_TOKEN, PARTNER: 'FORBIDDEN', PRACTICE: 'FORBIDDEN' } as const
export const CENTRE_ALONE = { ANONYMOUS: null, PARTNER: null, ...ELSEWHERE, LIAISON: null } as const
export const PROPOSAL = { ...NO_TOKEN, PARTNER: null, ...ELSEWHERE } as const
export const everybody = (outcome: Outcome): Row => ({
  ANONYMOUS: outcome, PARTNER: outcome, PRACTICE: outcome, REGIONAL_LEAD: outcome,
  LIAISON: outcome, PROGRAMME_ADMIN: outcome,
})
export const THEIR_OWN = everybody('own')
