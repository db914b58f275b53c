import type { Command, WithReason } from '../access/change.js'
import type { ScopeClause } from '../assurances/scope-clause.js'
import { operator, type Actor } from '../kernel/actor.js'
import type { Day, Moment } from '../kernel/moment.js'
import type { Activity, Classification } from '../kernel/vocabulary.js'

/** One change of the demonstration: by whom, when, and what is given. */
export interface Step {
  readonly actor: Actor
  readonly at: Moment
  readonly command: Command<WithReason, unknown>
  readonly input: () => WithReason
}

/** Whoever plays the demonstration. */
export const PLAYER = operator('demonstration')

/** The department. */
export const ADMINISTRATOR: Actor = {
  ...PLAYER,
  issuer: 'holdfast-demonstration',
  subject: 'a.administrator',
  role: 'PROGRAMME_ADMIN',
}

/** Signs what the first one proposes. */
export const SECOND_ADMINISTRATOR: Actor = { ...ADMINISTRATOR, subject: 'b.administrator' }

/** Speaks for an organisation: advises, and signs where its signature is needed. */
export const liaisonOf = (organisation: string): Actor => ({
  ...ADMINISTRATOR,
  subject: `liaison.${organisation.toLowerCase()}`,
  organisation,
  role: 'LIAISON',
})

export const leadOf = (region: string): Actor => ({
  ...ADMINISTRATOR,
  subject: `lead.${region.toLowerCase()}`,
  organisation: region,
  role: 'REGIONAL_LEAD',
  region,
})

export const practiceItself = (odsCode: string): Actor => ({
  ...ADMINISTRATOR,
  subject: `manager.${odsCode.toLowerCase()}`,
  organisation: odsCode,
  role: 'PRACTICE',
})

export const supplierOf = (supplier: string): Actor => ({
  ...ADMINISTRATOR,
  subject: `system.${supplier.toLowerCase()}`,
  organisation: supplier,
  role: 'PARTNER',
  supplier,
})

export const step = <Input extends WithReason>(
  actor: Actor,
  at: Moment,
  command: Command<Input, unknown>,
  input: () => Input,
): Step => ({ actor, at, command: command as unknown as Command<WithReason, unknown>, input })

/** A time of a day, in UTC, such as 09:50. */
export const at = (day: Day, time: string): Moment => `${day}T${time}:00.000Z`

/** Mid-morning of a day: what is done on one day keeps its order by the minute. */
export const on = (day: Day, minute = 0): Moment => at(day, `10:${String(minute).padStart(2, '0')}`)

/** A clause of a scope, narrowed by waves of rollouts or by nothing. */
export const clause = (
  activities: Activity[],
  classifications: Classification[] | null = null,
): ScopeClause => ({
  activities,
  classifications,
  regions: null,
  practices: null,
  suppliers: null,
})
