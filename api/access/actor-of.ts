import type { JWTPayload } from 'jose'
import type { Actor } from '../kernel/actor.js'
import { Role } from '../kernel/vocabulary.js'
import { badToken } from './bad-token.js'
import { mustTell, toldTexts } from './claims.js'
import type { Issuer } from './issuer.js'
import { vouchesFor } from './vouched-for.js'

const roleOf = (payload: JWTPayload, { gives, claims }: Issuer): Role => {
  const said = mustTell(payload, claims, 'role')
  const role = Object.values(Role).find((known) => known === said)
  if (role && gives[role]) return role
  throw badToken('its role is unknown, or not one its issuer may give')
}

/** Who a verified token speaks of: never more than its issuer may say. */
export const actorOf = (payload: JWTPayload, issuer: Issuer): Actor => {
  const { claims } = issuer
  const role = roleOf(payload, issuer)
  const organisation = mustTell(payload, claims, 'organisation')
  const region = role === 'REGIONAL_LEAD' ? mustTell(payload, claims, 'region') : null
  const supplier = role === 'PARTNER' ? mustTell(payload, claims, 'supplier') : null
  const programmes = role === 'PARTNER' ? toldTexts(payload, claims, 'programmes') : null
  if (!vouchesFor(issuer, { role, organisation, region, supplier })) {
    throw badToken('its issuer does not vouch for its organisation, region or supplier')
  }
  const subject = mustTell(payload, claims, 'subject')
  return {
    issuer: issuer.issuer, subject, organisation, role, region, supplier, programmes,
  }
}
