import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import type { AgreementFact, PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts } from '../rules/dossier.js'

type Signed = Pick<AgreementFact, 'party' | 'region'>

const forbidden = (message: string): Refusal => new Refusal('FORBIDDEN', message)

/** The PCT of a regional lead, where the practice belongs to exactly that one. */
const pctFor = (
  { region }: Actor,
  { register, nowMs }: { register: Register; nowMs: number },
  practice: PracticeFact,
): string => {
  const own = region === null ? undefined : register.get('region', region)
  if (own?.kind !== 'PCT') throw forbidden(`${region ?? 'Your region'} is no PCT: none but PCTs agree.`)
  const { belongs, path } = whereabouts(dossierOf(register, practice), nowMs)
  if (belongs && path.regions[0] === own.code) return own.code
  throw forbidden(`${practice.odsCode} does not belong to ${own.code} today: its own PCT agrees.`)
}

/** As which party the caller agrees for a practice: it follows from the role. */
export const partyFor = (
  change: { actor: Actor; register: Register; nowMs: number },
  practice: PracticeFact,
): Signed => {
  const { actor } = change
  if (actor.role === 'REGIONAL_LEAD') {
    return { party: 'PCT', region: pctFor(actor, change, practice) }
  }
  if (actor.role === 'PRACTICE' && actor.organisation === practice.odsCode) {
    return { party: 'PRACTICE', region: null }
  }
  throw forbidden(`Only ${practice.odsCode} itself, or its PCT, agrees for it.`)
}

/** Refuses whoever did not give an agreement. */
export const refuseOtherParty = (
  { role, organisation, region }: Actor,
  agreement: AgreementFact,
): void => {
  const isGiver =
    agreement.party === 'PRACTICE'
      ? role === 'PRACTICE' && organisation === agreement.practice
      : role === 'REGIONAL_LEAD' && region === agreement.region
  if (!isGiver) throw forbidden(`Only whoever gave agreement ${agreement.id} withdraws it.`)
}
