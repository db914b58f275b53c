import { mustFind, notFound } from '../access/change.js'
import { maySee } from '../access/row-scope.js'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import type { AgreementFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts } from '../rules/dossier.js'

type Signed = Pick<AgreementFact, 'party' | 'region'>

const forbidden = (message: string): Refusal => new Refusal('FORBIDDEN', message)

/** The PCT of a regional lead, where the practice belongs to exactly that one. */
const pctFor = (
  { region }: Actor,
  { register, nowMs }: { register: Register; nowMs: number },
  odsCode: string,
): string => {
  const own = region === null ? undefined : register.get('region', region)
  if (own?.kind !== 'PCT') throw forbidden(`${region ?? 'Your region'} is no PCT: only a PCT, or the practice itself, can agree.`)
  // An unknown practice belongs to nobody, and is answered as a foreign one is.
  const practice = register.get('practice', odsCode)
  const where = practice && whereabouts(dossierOf(register, practice), nowMs)
  if (where?.belongs && where.path.regions[0] === own.code) return own.code
  throw forbidden(`Practice ${odsCode} does not belong to ${own.code} today: only its own PCT can agree for it.`)
}

/** As which party the caller agrees for a practice: it follows from the role. */
export const partyFor = (
  change: { actor: Actor; register: Register; nowMs: number },
  odsCode: string,
): Signed => {
  const { actor } = change
  if (actor.role === 'REGIONAL_LEAD') {
    return { party: 'PCT', region: pctFor(actor, change, odsCode) }
  }
  if (actor.role === 'PRACTICE' && actor.organisation === odsCode) {
    mustFind(change.register, 'practice', odsCode)
    return { party: 'PRACTICE', region: null }
  }
  throw forbidden(`Only practice ${odsCode} itself, or its PCT, can agree for it.`)
}

/** Refuses whoever did not give an agreement; to who may not read it there is none. */
export const refuseOtherParty = (
  { actor, register, nowMs }: { actor: Actor; register: Register; nowMs: number },
  agreement: AgreementFact,
): void => {
  const { id, party, practice, region } = agreement
  const isGiver =
    party === 'PRACTICE'
      ? actor.role === 'PRACTICE' && actor.organisation === practice
      : actor.role === 'REGIONAL_LEAD' && actor.region === region
  if (isGiver) return
  if (!maySee(actor, register, mustFind(register, 'practice', practice), nowMs)) {
    throw notFound('agreement', id)
  }
  throw forbidden(`Only whoever gave agreement ${id} can withdraw it.`)
}
