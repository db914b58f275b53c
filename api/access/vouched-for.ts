import type { Actor } from '../kernel/actor.js'
import { sayCode } from '../kernel/say-code.js'
import type { Bodies, Issuer } from './issuer.js'

type Bearer = Pick<Actor, 'role' | 'organisation' | 'region' | 'supplier'>

/** Those whose tokens count, as this process was configured: asked each time it matters. */
export interface Trusting {
  trusted(): readonly Issuer[]
}

/** An issuer vouches for some bodies only, in each role: whoever they are to the token. */
export const vouchesFor = (
  { gives }: Issuer,
  { role, organisation, region, supplier }: Bearer,
): boolean => {
  // Nobody vouches for the operator: that is whoever runs Holdfast.
  const bodies: Bodies = { OPERATOR: [], ...gives }[role] ?? []
  if (bodies === 'ANY') return true
  return [organisation, region, supplier].every((code) => code === null || bodies.includes(code))
}

/** Why somebody who was let in before would not be now; null where they would be. */
export const whyUntrusted = (trust: Trusting, actor: Actor): string | null => {
  const issuer = trust.trusted().find((each) => each.issuer === actor.issuer)
  if (!issuer) return `Tokens of ${actor.issuer}, which vouched for its owner, no longer count.`
  if (vouchesFor(issuer, actor)) return null
  return `${actor.issuer} no longer vouches for its owner as ${sayCode(actor.role)}.`
}
