import type { Context } from '../access/context.js'
import { mayActIn } from '../access/row-scope.js'
import type { Actor } from '../kernel/actor.js'

/** Who reads what is said of a whole region: mailings and money. */
export const REGION_READERS: readonly Actor['role'][] = [
  'REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN', 'AUDITOR',
]

/** Whether the caller may read what is said of a region: a lead in the own subtree alone. */
export const mayReadRegion = ({ actor, registerNow, clock }: Context, region: string): boolean =>
  actor !== null &&
  REGION_READERS.includes(actor.role) &&
  mayActIn(actor, registerNow, region, clock.nowMs())
